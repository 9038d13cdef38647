using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Measures;

/// <summary>Adds a measure to an action or a priority of a plan, or changes it.</summary>
[Access(Permission.ManagePlan)]
public sealed class EditModel(MoothallDb db) : PartPage<PlanMeasure, MeasureDetails>(db)
{
    /// <inheritdoc/>
    protected override PlanMeasure Make(PlanPlace place) =>
        new() { PlanActionId = place.ActionId, PlanPriorityId = place.PriorityId };

    /// <inheritdoc/>
    protected override (string Field, string Problem)? Wrong(MeasureDetails details) =>
        details.Target is not null && details.Better is null
            ? (
                "Better",
                "Choose which way is better, so that it can be told when the target is reached"
            )
            : null;
}
