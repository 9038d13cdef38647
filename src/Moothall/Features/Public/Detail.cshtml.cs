using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Ui;

namespace Moothall.Features.Public;

/// <summary>A published page; of one that was withdrawn, the notice.</summary>
[Open("What is published is for everybody.")]
public sealed class DetailModel(MoothallDb db, IFileStore store, Masthead masthead) : PageModel
{
    public Publication Shown { get; private set; } = null!;

    /// <summary>The one that took its place and is current.</summary>
    public Publication? Later { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Published()
            .Include(one => one.File)
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (found is null)
        {
            return NotFound();
        }

        Shown = found;
        if (!found.IsCurrent)
        {
            Later = await db.Published()
                .Current()
                .Where(one => one.Kind == found.Kind && one.SubjectId == found.SubjectId)
                .OrderByDescending(one => one.PublishedAt)
                .FirstOrDefaultAsync(cancel);
        }

        return Page();
    }

    /// <summary>Gives it as a Word file, to keep or to print.</summary>
    public Task<IActionResult> OnGetWordAsync(Guid id, CancellationToken cancel) =>
        GiveAsync(
            id,
            () =>
                File(
                    WordWriter.ToBytes(PublishedPaper.Of(Shown, masthead.Name)),
                    WordWriter.Type,
                    FileNames.Clean($"{Shown.Title}.docx")
                ),
            cancel
        );

    /// <summary>Gives the file that was published with it; of what was withdrawn, nothing.</summary>
    public Task<IActionResult> OnGetFileAsync(Guid id, CancellationToken cancel) =>
        GiveAsync(
            id,
            () =>
                Shown.File is { } file
                    ? File(store.Open(file.ToContent()), file.ContentType, file.FileName)
                    : NotFound(),
            cancel
        );

    // An old address of a file that was withdrawn leads to the notice.
    private async Task<IActionResult> GiveAsync(
        Guid id,
        Func<IActionResult> give,
        CancellationToken cancel
    ) =>
        await OnGetAsync(id, cancel) is not PageResult ? NotFound()
        : Shown.WithdrawnAt is not null ? Redirect($"/Public/{id}")
        : give();
}
