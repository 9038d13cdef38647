using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Milestones;

/// <summary>Adds a milestone to an action or a priority of a plan, or changes it.</summary>
[Access(Permission.ManagePlan)]
public sealed class EditModel(MoothallDb db) : PartPage<PlanMilestone, MilestoneDetails>(db)
{
    /// <inheritdoc/>
    protected override PlanMilestone Make(PlanPlace place) =>
        new() { PlanActionId = place.ActionId, PlanPriorityId = place.PriorityId };
}
