using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Reports;

/// <summary>Asks whether a draft is to go, and throws it away. What was issued stays.</summary>
[Access(Permission.KeepReports)]
public sealed class DiscardModel(MoothallDb db) : PageModel
{
    public Report Report { get; private set; } = null!;

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await ReportDesk.TakeAsync(db, id, cancel) is not { IssuedAt: null } report)
        {
            return NotFound();
        }

        (Report, Version) = (report, report.Version);
        return Page();
    }

    /// <summary>Throws it away.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await ReportDesk.TakeAsync(db, id, cancel) is not { IssuedAt: null } report)
        {
            return NotFound();
        }

        Report = report;
        db.Expect(report, Version);
        db.Remove(report);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The draft is gone.";
        return Redirect("/Reports");
    }
}
