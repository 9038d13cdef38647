using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Plan.Publishing;
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
        var agreedOn = gates.GetValueOrDefault(GateKind.Agreed)?.Details.DoneOn;
        var known = await KnownAsync(db, planId, year, agreedOn, today, cancel);
        return
        [
            .. Enum.GetValues<GateKind>()
                .Select(kind =>
                    GateRules.Of(
                        kind,
                        year,
                        gates.GetValueOrDefault(kind),
                        authorities,
                        known,
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

    private static async Task<KnownSteps> KnownAsync(
        MoothallDb db,
        Guid planId,
        PlanYear year,
        DateOnly? agreedOn,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var summary = await SummaryAsync(db, planId, year, agreedOn, cancel);
        return new(
            summary is null ? null : UkTime.DateOf(summary.PublishedAt!.Value),
            // What a year that is over was told is not measured by what the plan says today.
            summary is not null
                && year.Last >= today
                && await WholePlan.LoadAsync(db, planId, cancel) is { } whole
                && !summary.Says(PlanPages.Of(PublicationKind.PlanSummary, whole, today)),
            (await ScrutinyReads.HeldInAsync(db, year, cancel))?.On,
            await ScrutinyReads.LookByAsync(db, cancel)
        );
    }

    // Before a year begins, only what was published after the plan was agreed for it speaks for it: what stood there before is
    // the summary of the year that still runs. A plan's first year has none before it.
    private static async Task<Publication?> SummaryAsync(
        MoothallDb db,
        Guid planId,
        PlanYear year,
        DateOnly? agreedOn,
        CancellationToken cancel
    )
    {
        var begins = await db.Set<PartnershipPlan>()
            .Where(one => one.Id == planId)
            .Select(one => one.Details.From)
            .SingleAsync(cancel);
        var first =
            begins is { } day && PlanYear.Of(day).Begins >= year.Begins ? year.First.AddYears(-1)
            : agreedOn < year.First ? agreedOn.Value
            : year.First;
        var from = UkTime.ToUtc(first, TimeOnly.MinValue);
        var until = UkTime.ToUtc(year.Next.First, TimeOnly.MinValue);
        return await db.Published()
            .Where(one =>
                one.Kind == PublicationKind.PlanSummary
                && one.SubjectId == planId
                && one.WithdrawnAt == null
                && one.PublishedAt >= from
                && one.PublishedAt < until
            )
            .OrderByDescending(one => one.PublishedAt)
            .FirstOrDefaultAsync(cancel);
    }
}
