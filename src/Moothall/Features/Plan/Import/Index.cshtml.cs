using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Documents.Outlines;
using Moothall.Platform.Documents.Tables;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Import;

/// <summary>Takes the document of a plan. Nothing of a plan is made by it.</summary>
[Access(Permission.ManagePlan)]
[UploadLimit]
public sealed class IndexModel(
    MoothallDb db,
    UploadKeeper keeper,
    CurrentUser user,
    IOptions<DocumentsOptions> documents,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    [Field("Document", Hint = OutlineReader.AcceptedKinds + ", up to 10 MB.", Conditional = true)]
    public IFormFile? Upload { get; set; }

    /// <summary>Documents of which no plan was made yet, the latest first.</summary>
    public IReadOnlyList<PlanImport> Begun { get; private set; } = [];

    /// <summary>Largest file accepted, in bytes.</summary>
    public long Largest => Math.Min(TableReader.LargestFile, documents.Value.LargestUpload);

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(bool tooLarge, CancellationToken cancel)
    {
        await ListAsync(cancel);
        if (tooLarge)
        {
            ModelState.AddModelError(nameof(Upload), UploadLimitAttribute.Words(documents.Value));
        }
    }

    /// <summary>Looks at the document and keeps it, encrypted.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ListAsync(cancel);
        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), "Choose a document");
            return Page();
        }

        using var buffer = new MemoryStream();
        await Upload.CopyToAsync(buffer, cancel);
        if (
            OutlineReader.Read(buffer.ToArray(), Upload.FileName).Refusal is { Length: > 0 } refusal
        )
        {
            ModelState.AddModelError(nameof(Upload), refusal);
            return Page();
        }

        var (file, problem) = await keeper.KeepAsync(Upload, user.Id, cancel);
        if (file is null)
        {
            ModelState.AddModelError(nameof(Upload), problem);
            return Page();
        }

        var import = new PlanImport
        {
            FileId = file.Id,
            FileName = file.FileName,
            ByName = user.Name,
            At = clock.GetUtcNow().UtcDateTime,
        };
        db.AddRange(file, import);
        await db.SaveChangesAsync(cancel);
        return Redirect($"/Plan/BringIn/{import.Id}");
    }

    private async Task ListAsync(CancellationToken cancel) =>
        Begun = await db.Set<PlanImport>()
            .AsNoTracking()
            .Where(one => one.PlanId == null)
            .OrderByDescending(one => one.At)
            .ToListAsync(cancel);
}
