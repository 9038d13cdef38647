using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Public;
using Moothall.Features.Scrutiny;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Gates;

/// <summary>The steps that a plan passes for a year, with what is missing at each (S3-25).</summary>
[Access(Permission.SeePlan)]
public sealed class IndexModel(MoothallDb db, TimeProvider clock) : PageModel
{
    /// <summary>The year to show; the coming one where nothing is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public PartnershipPlan Plan { get; private set; } = null!;
    public PlanYear Chosen { get; private set; }
    public IReadOnlyList<GateState> States { get; private set; } = [];
    public DateOnly? SummaryOn { get; private set; }

    /// <summary>The review of scrutiny that was held in the year, where one was.</summary>
    public (Guid Id, string Committee, DateOnly On)? Review { get; private set; }

    /// <summary>The years of the plan.</summary>
    public IEnumerable<PlanYear> Years
    {
        get
        {
            var last = PlanYear.Of(Plan.Details.Until!.Value);
            for (
                var year = PlanYear.Of(Plan.Details.From!.Value);
                year.Begins <= last.Begins;
                year = year.Next
            )
            {
                yield return year;
            }
        }
    }

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var plan = await db.Set<PartnershipPlan>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (plan is null)
        {
            return NotFound();
        }

        Plan = plan;
        var today = UkTime.Today(clock);
        var years = Years.ToList();
        var coming = PlanYear.Of(today).Next;
        Chosen = years.Find(one => one.Begins == (Year ?? coming.Begins)) is { Begins: > 0 } known
            ? known
            : years[^1];
        var gates = await db.Set<PlanGate>()
            .AsNoTracking()
            .Include(one => one.Signatures)
            .Where(one => one.PlanId == id && one.Year == Chosen.Begins)
            .ToDictionaryAsync(one => one.Kind, cancel);
        var authorities = await AuthoritiesAsync(db, cancel);
        SummaryOn = await SummaryOnAsync(db, id, Chosen, cancel);
        Review = await ScrutinyReads.HeldInAsync(db, Chosen, cancel);
        States =
        [
            .. Enum.GetValues<GateKind>()
                .Select(kind =>
                    GateRules.Of(
                        kind,
                        Chosen,
                        gates.GetValueOrDefault(kind),
                        authorities,
                        KnownOn(kind),
                        today
                    )
                ),
        ];
        return Page();
    }

    /// <summary>When the product itself knows that a step was done.</summary>
    public DateOnly? KnownOn(GateKind kind) =>
        kind switch
        {
            GateKind.SummaryPublished => SummaryOn,
            GateKind.Scrutinised => Review?.On,
            _ => null,
        };

    /// <summary>The responsible authorities.</summary>
    internal static async Task<List<(Guid Id, string Name)>> AuthoritiesAsync(
        MoothallDb db,
        CancellationToken cancel
    ) =>
        (
            await db.Set<Organisation>()
                .Where(one => one.IsResponsibleAuthority)
                .OrderBy(one => one.Name)
                .Select(one => new { one.Id, one.Name })
                .ToListAsync(cancel)
        ).ConvertAll(one => (one.Id, one.Name));

    // What was published in the year before or in the year itself speaks for that year.
    private static async Task<DateOnly?> SummaryOnAsync(
        MoothallDb db,
        Guid planId,
        PlanYear year,
        CancellationToken cancel
    )
    {
        var from = UkTime.ToUtc(year.First.AddYears(-1), TimeOnly.MinValue);
        var until = UkTime.ToUtc(year.Next.First, TimeOnly.MinValue);
        var at = await db.Published()
            .Where(one =>
                one.Kind == PublicationKind.PlanSummary
                && one.SubjectId == planId
                && one.WithdrawnAt == null
                && one.PublishedAt >= from
                && one.PublishedAt < until
            )
            .MaxAsync(one => one.PublishedAt, cancel);
        return at is { } day ? UkTime.DateOf(day) : null;
    }
}
