using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Plan;
using Moothall.Features.Reports.Contents;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Reports;

/// <summary>Begins a report and fills it with what is recorded.</summary>
[Access(Permission.KeepReports)]
public sealed class NewModel(MoothallDb db, Masthead masthead, TimeProvider clock) : PageModel
{
    /// <summary>The kinds, and what each holds.</summary>
    public static readonly IReadOnlyList<(ReportKind Kind, string What)> Kinds =
    [
        (
            ReportKind.BoardPack,
            "For a board of partners: what is off track first, figures, steps of the year, open actions, money."
        ),
        (
            ReportKind.ScrutinyUpdate,
            "For the council's crime and disorder committee: how the plan stands, each objective, successes, the year ahead."
        ),
        (
            ReportKind.AnnualReport,
            "For everybody: who we are, what was done in the year, what it cost, what comes next."
        ),
    ];

    /// <summary>What it is made of.</summary>
    public sealed class SourceInput
    {
        [Field("Plan that it reports on", Hint = "Leave it empty where there is none.")]
        public Guid? PlanId { get; set; }

        [Field("Body that it goes to", Hint = "Its open actions are listed.")]
        public Guid? BodyId { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public ReportKind? Kind { get; set; }

    [BindProperty]
    public ReportDetails Details { get; set; } = new();

    [BindProperty]
    public SourceInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Plans { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    /// <summary>What to know before one begins.</summary>
    public static string Note(ReportKind kind) =>
        kind switch
        {
            ReportKind.ScrutinyUpdate =>
                "The yearly review is best held in March: the strategic assessment is complete then, and local priorities are known.",
            ReportKind.AnnualReport =>
                "It is a draft of the whole year. Council, police and fire present it together.",
            _ => "",
        };

    /// <summary>Shows the kinds, or the form of one with what is likeliest filled in.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Kind is not { } kind)
        {
            return RouteData.Values["kind"] is null ? Page() : NotFound();
        }

        await ListAsync(cancel);
        var today = UkTime.Today(clock);
        var year = PlanYear.Of(kind == ReportKind.AnnualReport ? today.AddMonths(-6) : today);
        Details = new()
        {
            Title = kind switch
            {
                ReportKind.AnnualReport => $"Annual report {year}",
                ReportKind.ScrutinyUpdate => $"Update for scrutiny {year}",
                _ => $"Board pack {UkTime.Date(today)}",
            },
            From = kind == ReportKind.BoardPack ? today.AddMonths(-3) : year.First,
            Until = kind == ReportKind.AnnualReport ? year.Last : today,
            Reader = kind switch
            {
                ReportKind.AnnualReport => "Everybody who lives and works here",
                ReportKind.ScrutinyUpdate => "Scrutiny Committee",
                _ => "Strategic board",
            },
        };
        Input = new()
        {
            PlanId = await db.Set<PartnershipPlan>()
                .Where(one => one.Details.Status == PlanStatus.InForce)
                .OrderByDescending(one => one.Details.From)
                .Select(one => (Guid?)one.Id)
                .FirstOrDefaultAsync(cancel),
            BodyId =
                kind == ReportKind.BoardPack
                    ? await db.Set<GovernanceBody>()
                        .Where(one => one.Type == BodyType.StrategicBoard)
                        .OrderBy(one => one.Name)
                        .Select(one => (Guid?)one.Id)
                        .FirstOrDefaultAsync(cancel)
                    : null,
        };
        return Page();
    }

    /// <summary>Begins it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Kind is not { } kind)
        {
            return NotFound();
        }

        await ListAsync(cancel);
        Check(ModelState, Details);
        if (Plans.All(one => one.Value != Input.PlanId?.ToString()) && Input.PlanId is not null)
        {
            ModelState.AddModelError("Input.PlanId", "Choose a plan from the list.");
        }

        if (Bodies.All(one => one.Value != Input.BodyId?.ToString()) && Input.BodyId is not null)
        {
            ModelState.AddModelError("Input.BodyId", "Choose a body from the list.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var report = new Report
        {
            Kind = kind,
            Details = Details,
            PlanId = Input.PlanId,
            BodyId = kind == ReportKind.BoardPack ? Input.BodyId : null,
        };
        ReportWriter.Fill(
            report,
            await ReportFacts.LoadAsync(db, masthead.Name, report, UkTime.Today(clock), cancel)
        );
        db.Add(report);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The report is begun. Read it, write what is missing, then issue it.";
        return Redirect($"/Reports/{report.Id}");
    }

    /// <summary>What is wrong beyond single fields.</summary>
    internal static void Check(
        Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary state,
        ReportDetails details
    )
    {
        foreach (var (field, day) in new[] { ("From", details.From), ("Until", details.Until) })
        {
            if (day is { Year: < PlanYear.Earliest or > PlanYear.Latest })
            {
                state.AddModelError(
                    $"Details.{field}",
                    $"Enter a day between {PlanYear.Earliest} and {PlanYear.Latest}."
                );
            }
        }

        if (details.Until < details.From)
        {
            state.AddModelError("Details.Until", "The last day is before the first day.");
        }
    }

    private async Task ListAsync(CancellationToken cancel)
    {
        Plans = await db.Set<PartnershipPlan>()
            .OrderByDescending(one => one.Details.From)
            .Select(one => new Choice(one.Details.Title, one.Id))
            .ToItemsAsync(cancel);
        Bodies = await db.Set<GovernanceBody>()
            .OrderBy(one => one.Name)
            .Select(one => new Choice(one.Name, one.Id))
            .ToItemsAsync(cancel);
    }
}
