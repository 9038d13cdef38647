using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Reports;

/// <summary>Shows a draft as it will be read, and issues exactly that.</summary>
[Access(Permission.KeepReports)]
public sealed class IssueModel(
    MoothallDb db,
    ProtectedText kept,
    CurrentUser user,
    AuditActor actor,
    TimeProvider clock
) : PageModel
{
    /// <summary>Today in London.</summary>
    public DateOnly Today { get; } = UkTime.Today(clock);

    /// <summary>What is said where it is not presented together.</summary>
    public sealed class IssueInput
    {
        [Field(
            "Why it is not presented together",
            Limit = 500,
            Rows = 2,
            Conditional = true,
            Hint = "It stands in the report."
        )]
        public string AloneBecause { get; set; } = "";
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public IssueInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public Report Report { get; private set; } = null!;

    /// <summary>Headings of the sections that hold nothing.</summary>
    public IReadOnlyList<string> Empty =>
        [
            .. ReportPaper
                .InOrder(Report)
                .Where(one => ReportPaper.IsLeftOut(Report, one))
                .Select(one => one.Details.Heading),
        ];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await ReportDesk.TakeAsync(db, Id, cancel) is not { IssuedAt: null } report)
        {
            return NotFound();
        }

        (Report, Version) = (report, report.Version);
        return Page();
    }

    /// <summary>Issues it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ReportDesk.TakeAsync(db, Id, cancel) is not { } report)
        {
            return NotFound();
        }

        Report = report;
        foreach (var place in await kept.FindAnywhereAsync(ReportPaper.Texts(report), cancel))
        {
            ModelState.AddModelError(
                "",
                $"“{place}” holds an address or a number that is kept from somebody. Take it out before the report is issued."
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        // Whoever changed a section meanwhile changed the report: nobody issues what they did not see.
        db.Expect(report, Version);
        if (report.Issue(Input.AloneBecause, user.Name, clock.GetUtcNow().UtcDateTime) is { } no)
        {
            ModelState.AddModelError(
                report.NotJointWords() is null ? "" : "Input.AloneBecause",
                no
            );
            return Page();
        }

        actor.Why = $"Issuing a report: {report.Details.Title}";
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The report is issued.";
        return Redirect($"/Reports/{Id}");
    }
}
