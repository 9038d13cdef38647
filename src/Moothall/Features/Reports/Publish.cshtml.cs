using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.Public.Publishing;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Reports;

/// <summary>Prepares a page for everybody of a report that was issued. A board's papers stay with the board.</summary>
[Access(Permission.Publish)]
public sealed class PublishModel(MoothallDb db, CurrentUser user, PageDesk desk) : PageModel
{
    public Report Report { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? Page() : NotFound();

    /// <summary>Prepares it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (
            !await FindAsync(id, cancel)
            || ReportPages.KindOf(Report.Kind) is not { } kind
            || await desk.PrepareAsync(kind, id, cancel) is not { } page
        )
        {
            return NotFound();
        }

        TempData["Notice"] = PageDesk.Prepared;
        return Redirect($"/Publishing/{page.Id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (
            await ReportDesk.ReadAsync(db, user, id, cancel)
            is not { IssuedAt: not null, Kind: not ReportKind.BoardPack } found
        )
        {
            return false;
        }

        Report = found;
        return true;
    }
}
