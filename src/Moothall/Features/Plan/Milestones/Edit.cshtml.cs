using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Milestones;

/// <summary>Adds a milestone to an action or a priority of a plan, or changes it.</summary>
[Access(Permission.ManagePlan)]
public sealed class EditModel(MoothallDb db, TimeProvider clock)
    : PartPage<PlanMilestone, MilestoneDetails>(db)
{
    /// <inheritdoc/>
    protected override PlanMilestone Make(PlanPlace place) =>
        new() { PlanActionId = place.ActionId, PlanPriorityId = place.PriorityId };

    /// <inheritdoc/>
    protected override (string Field, string Problem)? Wrong(MilestoneDetails details) =>
        details.ReachedOn > UkTime.Today(clock)
            ? ("ReachedOn", "The day on which it was reached is still to come.")
            : null;
}
