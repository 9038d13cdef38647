using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Funding;

/// <summary>Adds money to an action or a priority of a plan, or changes it.</summary>
[Access(Permission.ManagePlan)]
public sealed class EditModel(MoothallDb db) : PartPage<PlanFunding, FundingDetails>(db)
{
    /// <inheritdoc/>
    protected override PlanFunding Make(PlanPlace place) =>
        new() { PlanActionId = place.ActionId, PlanPriorityId = place.PriorityId };

    /// <inheritdoc/>
    protected override (string Field, string Problem)? Wrong(FundingDetails details) =>
        details.Funder.Length + details.Purpose.Length == 0
            ? ("Funder", "Enter who pays, or what it is for")
            : null;
}
