using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Reports;

/// <summary>A report: read once issued, edited section by section before.</summary>
[Access(Permission.SeeReports)]
public sealed class DetailModel(MoothallDb db, CurrentUser reader) : PageModel
{
    public Report Shown { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await ReportDesk.ReadAsync(db, reader, id, cancel) is not { } report)
        {
            return NotFound();
        }

        Shown = report;
        return Page();
    }
}
