using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Reports;

/// <summary>Changes what is said of a draft as a whole.</summary>
[Access(Permission.KeepReports)]
public sealed class EditModel(MoothallDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReportDetails Details { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await ReportDesk.TakeAsync(db, Id, cancel) is not { IssuedAt: null } report)
        {
            return NotFound();
        }

        (Details, Version) = (report.Details, report.Version);
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ReportDesk.TakeAsync(db, Id, cancel) is not { } report)
        {
            return NotFound();
        }

        NewModel.Check(ModelState, Details);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Expect(report, Version);
        if (report.Change() is { } problem)
        {
            ModelState.AddModelError("", problem);
            return Page();
        }

        var differs = (report.Details.From, report.Details.Until) != (Details.From, Details.Until);
        report.Details = Details;
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = differs
            ? "The report is saved. Its tables still tell of the days before: open each section and take what is recorded for the new days."
            : "The report is saved.";
        return Redirect($"/Reports/{Id}");
    }
}
