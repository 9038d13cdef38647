using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moothall.Features.Public;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Bodies.BodyDocuments;

/// <summary>Changes a document's title or audience, or adds a newer file.</summary>
[Access(Permission.KeepBodies)]
[UploadLimit]
public sealed class EditModel(
    MoothallDb db,
    BodyFiles files,
    CurrentUser user,
    TimeProvider clock,
    IOptions<DocumentsOptions> documents
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public BodyDocumentDetails Details { get; set; } = new();

    [BindProperty]
    [Field("Newer file", Hint = "The earlier ones are kept.")]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>The page on which everybody reads it, where there is one.</summary>
    public Publication? Published { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(bool tooLarge, CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } document)
        {
            return NotFound();
        }

        (Details, Version) = (document.Details, document.Version);
        if (tooLarge)
        {
            ModelState.AddModelError(nameof(Upload), UploadLimitAttribute.Words(documents.Value));
        }

        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } document)
        {
            return NotFound();
        }

        var file = await files.KeepAsync(Upload, ModelState, cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Expect(document, Version);
        document.Details = Details;
        if (file is not null)
        {
            document.LastUpdated = clock.GetUtcNow().UtcDateTime;
            db.Add(
                new BodyDocumentVersion
                {
                    DocumentId = document.Id,
                    Number = document.Versions.Count + 1,
                    FileId = file.Id,
                    AddedByName = user.Name,
                    AddedAt = document.LastUpdated,
                }
            );
        }

        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = Published is null
            ? "The document is saved."
            : "The document is saved. What everybody reads is still what was published before.";
        return Redirect($"/Bodies/Documents/{Id}");
    }

    private async Task<BodyDocument?> FindAsync(CancellationToken cancel)
    {
        Published = await db.Published()
            .Current()
            .FirstOrDefaultAsync(
                one => one.Kind == PublicationKind.Document && one.SubjectId == Id,
                cancel
            );
        return await db.Set<BodyDocument>()
            .Include(one => one.Versions)
            .SingleOrDefaultAsync(one => one.Id == Id, cancel);
    }
}
