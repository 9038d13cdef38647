using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Public;
using Moothall.Features.Scrutiny;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Gates;

/// <summary>How the steps of a plan year stand.</summary>
public static class GateStates
{
    /// <summary>The steps in their order.</summary>
    public static async Task<IReadOnlyList<GateState>> OfAsync(
        MoothallDb db,
        Guid planId,
        PlanYear year,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var gates = await db.Set<PlanGate>()
            .AsNoTracking()
            .Include(one => one.Signatures)
            .Where(one => one.PlanId == planId && one.Year == year.Begins)
            .ToDictionaryAsync(one => one.Kind, cancel);
        var authorities = await AuthoritiesAsync(db, cancel);
        var summaryOn = await SummaryOnAsync(db, planId, year, cancel);
        var review = await ScrutinyReads.HeldInAsync(db, year, cancel);
        return
        [
            .. Enum.GetValues<GateKind>()
                .Select(kind =>
                    GateRules.Of(
                        kind,
                        year,
                        gates.GetValueOrDefault(kind),
                        authorities,
                        kind switch
                        {
                            GateKind.SummaryPublished => summaryOn,
                            GateKind.Scrutinised => review?.On,
                            _ => null,
                        },
                        today
                    )
                ),
        ];
    }

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
