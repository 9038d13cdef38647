using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Bodies.BodyDocuments;

/// <summary>A document with its files; whom it is not for finds nothing here (S1-A5).</summary>
[Access(Permission.SeeBodies)]
public sealed class DetailModel(
    MoothallDb db,
    IFileStore store,
    CurrentUser reader,
    TimeProvider clock
) : PageModel
{
    public BodyDocument Document { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Document = (
            await db.Set<BodyDocument>()
                .AsNoTracking()
                .VisibleTo(reader, db, UkTime.Today(clock))
                .Include(one => one.Versions.OrderByDescending(version => version.Number))
                    .ThenInclude(version => version.File)
                .SingleOrDefaultAsync(one => one.Id == id, cancel)
        )!;
        return Document is null ? NotFound() : Page();
    }

    /// <summary>Sends one of its files.</summary>
    public async Task<IActionResult> OnGetFileAsync(
        Guid id,
        int number,
        CancellationToken cancel
    ) =>
        await OnGetAsync(id, cancel) is PageResult
        && Document.Versions.Find(one => one.Number == number)?.File is { } file
            ? File(store.Open(file.ToContent()), file.ContentType, file.FileName)
            : NotFound();
}
