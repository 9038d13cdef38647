using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan;
using Moothall.Features.Plan.Import;
using Moothall.Platform.Data;

namespace Moothall.Tests.House.Markers;

/// <summary>A plan in preparation, and a document of which none was made yet.</summary>
internal sealed partial class PlantedWorld
{
    private void AddPlan(MoothallDb db)
    {
        string Word(string place) => Marks.Word(Secret.Plan, place);
        var plan = new PartnershipPlan
        {
            Details = new()
            {
                Title = Word("PlanDetails.Title"),
                From = new(2026, 4, 1),
                Until = new(2029, 3, 31),
                Template = PlanTemplate.Matrix,
            },
        };
        Marks.Know(plan.Id.ToString(), Secret.Plan, "PartnershipPlan.Id");
        var priority = new Priority { Name = "Road safety", Source = PrioritySource.Partnership };
        var pursued = new Moothall.Features.Plan.Priorities.PlanPriority
        {
            PlanId = plan.Id,
            PriorityId = priority.Id,
            Order = 1,
            Aim = Word("PlanPriority.Aim"),
        };
        plan.Priorities.Add(pursued);
        var action = new Moothall.Features.Plan.Actions.PlanAction
        {
            PlanId = plan.Id,
            Number = 1,
            Details = new()
            {
                Text = Word("PlanActionDetails.Text"),
                Rationale = Word("PlanActionDetails.Rationale"),
            },
        };
        Marks.Know(action.Id.ToString(), Secret.Plan, "PlanAction.Id");
        action.Priorities.Add(new() { PlanActionId = action.Id, PlanPriorityId = pursued.Id });
        plan.Actions.Add(action);
        var file = Keep(Secret.PlanBeingLookedAt, named: true);
        var import = new PlanImport
        {
            FileId = file.Id,
            FileName = file.FileName,
            ByName = "Carys Bevan",
            At = Now,
        };
        Marks.Know(import.Id.ToString(), Secret.PlanBeingLookedAt, "PlanImport.Id");
        db.AddRange(priority, plan, file, import);
    }
}
