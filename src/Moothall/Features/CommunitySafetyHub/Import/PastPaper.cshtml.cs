using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>One past paper of minutes: its words, and the file as it was brought.</summary>
[Access(Permission.ManageCases)]
public sealed class PastPaperModel(
    MoothallDb db,
    HubViewers viewers,
    PastMinutesWriter writer,
    IFileStore store
) : PageModel
{
    public PastMinutes Minutes { get; private set; } = null!;

    /// <summary>The words of the paper.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Shows it; loading it notes the look.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Words = writer.TextOf(Minutes);
        return Page();
    }

    /// <summary>Sends the file as it was brought.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var fileId = Minutes.FileId;
        var file = await db.Set<StoredFile>()
            .AsNoTracking()
            .SingleAsync(one => one.Id == fileId, cancel);
        return File(store.Open(file.ToContent()), file.ContentType, file.FileName);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var viewer = await viewers.CurrentAsync(cancel);
        Minutes = (
            await db.Set<PastMinutes>()
                .AsNoTracking()
                .VisibleTo(viewer)
                .SingleOrDefaultAsync(one => one.Id == id, cancel)
        )!;
        return Minutes is not null;
    }
}
