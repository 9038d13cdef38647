using Moothall.Features.Partnership.Priorities;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Priorities;

/// <summary>
/// Which priorities count for the work of today. What a plan brings along waits with it until it is in force; what the partnership had
/// before, or pursues in another plan already, does not wait.
/// </summary>
public static class LivePriorities
{
    /// <summary>Those that wait for no plan.</summary>
    public static IQueryable<Priority> Live(this IQueryable<Priority> priorities, MoothallDb db)
    {
        var waiting = db.Waiting();
        return priorities.Where(one => !waiting.Contains(one.Id));
    }

    /// <summary>The identifiers of those that wait for a plan in preparation.</summary>
    public static IQueryable<Guid> Waiting(this MoothallDb db)
    {
        var plans = db.Set<PartnershipPlan>();
        return db.Set<Priority>()
            .Where(one =>
                plans.Any(plan =>
                    plan.Id == one.BroughtByPlanId
                    && plan.Details.Status == PlanStatus.InPreparation
                )
                && !plans.Any(plan =>
                    plan.Details.Status != PlanStatus.InPreparation
                    && plan.Priorities.Any(pursued => pursued.PriorityId == one.Id)
                )
            )
            .Select(one => one.Id);
    }
}
