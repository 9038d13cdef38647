using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Bodies.BodyDocuments;

/// <summary>Adds a document to a body.</summary>
[Access(Permission.KeepBodies)]
[UploadLimit]
public sealed class AddModel(
    MoothallDb db,
    BodyFiles files,
    CurrentUser user,
    TimeProvider clock,
    IOptions<DocumentsOptions> documents
) : PageModel
{
    [BindProperty]
    public BodyDocumentDetails Details { get; set; } = new();

    [BindProperty]
    [Field("File", Conditional = true)]
    public IFormFile? Upload { get; set; }

    public int Version { get; private set; }
    public Guid BodyId { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, bool tooLarge, CancellationToken cancel)
    {
        if (tooLarge)
        {
            ModelState.AddModelError(nameof(Upload), UploadLimitAttribute.Words(documents.Value));
        }

        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), "Choose a file");
        }

        var file = await files.KeepAsync(Upload, ModelState, cancel);
        if (file is null)
        {
            return Page();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var document = new BodyDocument
        {
            BodyId = id,
            Details = Details,
            LastUpdated = now,
        };
        document.Versions.Add(
            new()
            {
                DocumentId = document.Id,
                Number = 1,
                FileId = file.Id,
                AddedByName = user.Name,
                AddedAt = now,
            }
        );
        db.Add(document);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The document is added.";
        return Redirect($"/Bodies/Documents/{document.Id}");
    }

    private Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        BodyId = id;
        return db.Set<GovernanceBody>().AnyAsync(one => one.Id == id, cancel);
    }
}
