using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub;
using Moothall.Features.Partnership.Bodies.BodyActions;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Plan;
using Moothall.Features.Plan.Gates;
using Moothall.Features.Plan.Initiatives;
using Moothall.Features.Plan.Progress;
using Moothall.Features.Scrutiny;
using Moothall.Features.Scrutiny.Recommendations;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Reports.Contents;

/// <summary>All that a report is made of. Nobody's case is among it: numbers of the hub, and nothing that leads to a person (R4.5).</summary>
/// <param name="Partnership">The partnership's name.</param>
/// <param name="First">The first day reported on.</param>
/// <param name="Last">The last day reported on.</param>
/// <param name="Today">Today in London.</param>
/// <param name="HasPlan">Whether the partnership has a plan at all, reported on or not (S3-19).</param>
/// <param name="Whole">The plan, where one is reported on.</param>
/// <param name="Board">How its actions stand today, the worst first.</param>
/// <param name="Steps">The steps of the plan year in which the last day lies.</param>
/// <param name="Initiatives">What was done in that time: finished or under way, not what was only planned.</param>
/// <param name="Coming">What is planned after it; for readers outside, only what everybody may know.</param>
/// <param name="Authorities">The responsible authorities.</param>
/// <param name="Hub">Numbers of the hub.</param>
/// <param name="BodyActions">Open actions of the body to which it goes; nothing where it goes to none that is known here.</param>
/// <param name="Recommendations">What scrutiny recommended in that time, and what is open from before.</param>
public sealed record ReportFacts(
    string Partnership,
    DateOnly First,
    DateOnly Last,
    DateOnly Today,
    bool HasPlan,
    WholePlan? Whole,
    IReadOnlyList<BoardLine> Board,
    IReadOnlyList<GateState> Steps,
    IReadOnlyList<InitiativeLine> Initiatives,
    IReadOnlyList<InitiativeLine> Coming,
    IReadOnlyList<string> Authorities,
    IReadOnlyList<(string What, string HowMany)> Hub,
    IReadOnlyList<BodyAction>? BodyActions,
    IReadOnlyList<RecommendationRead> Recommendations
)
{
    // Before the Act there was nothing to recommend on.
    private static readonly DateOnly Earliest = new(1998, 1, 1);

    /// <summary>Reads them for a report.</summary>
    public static async Task<ReportFacts> LoadAsync(
        MoothallDb db,
        string partnership,
        Report report,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var (first, last) = (report.Details.From!.Value, report.Details.Until!.Value);
        var whole = report.PlanId is { } planId
            ? await WholePlan.LoadAsync(db, planId, cancel)
            : null;
        // A report tells of a day, and what owners said after it is not in it.
        foreach (var action in whole?.Plan.Actions ?? [])
        {
            action.Progress.RemoveAll(one => UkTime.DateOf(one.At) > today);
        }

        var authorities = await db.Set<Organisation>()
            .Where(one => one.IsResponsibleAuthority)
            .OrderBy(one => one.Name)
            .Select(one => one.Name)
            .ToListAsync(cancel);
        return new(
            partnership,
            first,
            last,
            today,
            whole is not null || await db.Set<PartnershipPlan>().AnyAsync(cancel),
            whole,
            whole is null ? [] : ProgressBoard.Of(whole, today),
            whole is null
                ? []
                : await GateStates.OfAsync(db, whole.Plan.Id, PlanYear.Of(last), today, cancel),
            [
                .. (
                    await InitiativeList.LinesAsync(
                        db,
                        InitiativeList.Between(db, first, last),
                        cancel
                    )
                ).Where(one =>
                    one.Initiative.Status is InitiativeStatus.UnderWay or InitiativeStatus.Finished
                ),
            ],
            [
                .. (
                    await InitiativeList.LinesAsync(
                        db,
                        InitiativeList.Between(db, last.AddDays(1), last.AddYears(1)),
                        cancel
                    )
                ).Where(one =>
                    report.Kind == ReportKind.BoardPack || one.Initiative.IsForEverybody
                ),
            ],
            authorities,
            await HubNumbers.OfAsync(db, first, last, report.Kind != ReportKind.BoardPack, cancel),
            report.BodyId is { } body
                ? await db.Set<BodyAction>()
                    .AsNoTracking()
                    .Include(one => one.Owner)
                    .Where(one => one.BodyId == body && one.Status == BodyActionStatus.Open)
                    .OrderBy(one => one.Details.Due)
                    .ToListAsync(cancel)
                : null,
            [
                .. (await ScrutinyReads.RecommendationsAsync(db, Earliest, last, cancel)).Where(
                    one =>
                        one.DatedOn >= first
                        || one.ClosedOn >= first
                        || one.Status == RecommendationStatus.Open
                ),
            ]
        );
    }
}
