using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Gates;
using Moothall.Features.Public;
using Moothall.Features.Public.Publishing;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Publishing;

/// <summary>Makes the pages of plans.</summary>
public sealed class PlanPages(MoothallDb db, TimeProvider clock) : IPageSource
{
    /// <inheritdoc />
    public IReadOnlyCollection<PublicationKind> Kinds { get; } =
    [PublicationKind.PlanSummary, PublicationKind.Plan, PublicationKind.PlanProgress];

    /// <summary>
    /// Why a plan is not for everybody yet, or nothing: what the strategy group has not agreed is a draft (R2.7), and a draft for
    /// consultation is a document.
    /// </summary>
    public static async Task<string?> NotYetAsync(
        MoothallDb db,
        PartnershipPlan plan,
        CancellationToken cancel
    ) =>
        plan.Details.Status != PlanStatus.InPreparation
        || await db.Set<PlanGate>()
            .AnyAsync(
                one =>
                    one.PlanId == plan.Id
                    && one.Kind == GateKind.Agreed
                    && one.Details.DoneOn != null,
                cancel
            )
            ? null
            : "The plan is in preparation. Its pages can be prepared once the strategy group has agreed it; note the day among the steps of the year. A draft for consultation belongs among the documents of a body.";

    /// <inheritdoc />
    public async Task<SourcePage?> MakeAsync(
        PublicationKind kind,
        Guid subjectId,
        CancellationToken cancel
    )
    {
        if (
            await WholePlan.LoadAsync(db, subjectId, cancel) is not { } whole
            || await NotYetAsync(db, whole.Plan, cancel) is not null
        )
        {
            return null;
        }

        return Of(kind, whole, UkTime.Today(clock));
    }

    /// <summary>A page of a plan as it stands on a day in London.</summary>
    internal static SourcePage Of(PublicationKind kind, WholePlan whole, DateOnly today)
    {
        var (title, content) = PlanProjection.Of(kind, whole, today);
        return new(title, content);
    }
}
