using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Evidence;

/// <summary>Adds evidence to an action or a priority of a plan, or changes it.</summary>
[Access(Permission.ManagePlan)]
public sealed class EditModel(MoothallDb db) : PartPage<PlanEvidence, EvidenceDetails>(db)
{
    /// <inheritdoc/>
    protected override PlanEvidence Make(PlanPlace place) =>
        new() { PlanActionId = place.ActionId, PlanPriorityId = place.PriorityId };
}
