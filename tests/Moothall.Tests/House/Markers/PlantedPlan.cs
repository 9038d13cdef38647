using System.Text.Json;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan;
using Moothall.Features.Plan.Gates;
using Moothall.Features.Plan.Import;
using Moothall.Features.Plan.Priorities;
using Moothall.Features.Plan.Progress;
using Moothall.Features.Plan.Versions;
using Moothall.Features.Public;
using Moothall.Platform.Data;

namespace Moothall.Tests.House.Markers;

/// <summary>A plan in preparation, and a document of which none was made yet.</summary>
internal sealed partial class PlantedWorld
{
    /// <summary>A page that was published and withdrawn.</summary>
    public Guid WithdrawnPageId { get; private set; }

    /// <summary>What the planted plan pursues; nobody's secret.</summary>
    public Guid PriorityId { get; private set; }

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
        PriorityId = priority.Id;
        var pursued = new PlanPriority
        {
            PlanId = plan.Id,
            PriorityId = priority.Id,
            Order = 1,
            Aim = Word("PlanPriority.Aim"),
        };
        plan.Priorities.Add(pursued);
        Marks.Know(pursued.Id.ToString(), Secret.Plan, "PlanPriority.Id");
        var strand = new PlanStrand
        {
            PlanPriorityId = pursued.Id,
            Order = 1,
            Name = Word("PlanStrand.Name"),
        };
        pursued.Strands.Add(strand);
        Marks.Know(strand.Id.ToString(), Secret.Plan, "PlanStrand.Id");
        var strategy = new LinkedStrategy
        {
            PlanId = plan.Id,
            Title = Word("LinkedStrategy.Title"),
        };
        plan.Strategies.Add(strategy);
        Marks.Know(strategy.Id.ToString(), Secret.Plan, "LinkedStrategy.Id");
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
        action.Measures.Add(new() { Details = new() { Name = Word("PlanMeasure.Name") } });
        Marks.Know(action.Measures[0].Id.ToString(), Secret.Plan, "PlanMeasure.Id");
        action.Milestones.Add(new() { Details = new() { Text = Word("PlanMilestone.Text") } });
        Marks.Know(action.Milestones[0].Id.ToString(), Secret.Plan, "PlanMilestone.Id");
        action.Funding.Add(new() { Details = new() { Purpose = Word("PlanFunding.Purpose") } });
        Marks.Know(action.Funding[0].Id.ToString(), Secret.Plan, "PlanFunding.Id");
        action.Evidence.Add(
            new()
            {
                Details = new()
                {
                    Text = Word("PlanEvidence.Text"),
                    Source = Word("PlanEvidence.Source"),
                    Year = 2025,
                },
            }
        );
        Marks.Know(action.Evidence[0].Id.ToString(), Secret.Plan, "PlanEvidence.Id");
        action.Progress.Add(
            new()
            {
                PlanActionId = action.Id,
                At = Now,
                ByName = "Hannah Wright",
                Text = Word("ActionProgress.Text"),
                Rating = ProgressRating.Amber,
                Computed = ProgressRating.Green,
                Difference = Word("ActionProgress.Difference"),
                Evidence = Word("ActionProgress.Evidence"),
            }
        );
        plan.Actions.Add(action);
        db.Add(
            new PlanVersion
            {
                PlanId = plan.Id,
                Number = 1,
                Title = Word("PlanVersion.Title"),
                At = Now,
                ByName = "Carys Bevan",
                Content = JsonSerializer.Serialize(
                    new PlanCopy(Word("PlanVersion.Content"), "2026", [], [], [], [])
                ),
            }
        );
        var gate = new PlanGate
        {
            PlanId = plan.Id,
            Year = 2026,
            Kind = GateKind.Assessment,
            Details = new() { Evidence = Word("PlanGate.Evidence"), Who = Word("PlanGate.Who") },
        };
        db.Add(gate);
        AddPages(db, plan.Id);
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

    // What is published is nobody's secret; a draft of it and what was withdrawn are.
    private void AddPages(MoothallDb db, Guid planId)
    {
        Moothall.Features.Public.Publication Page(Secret secret)
        {
            var page = Moothall.Features.Public.Publication.Prepare(
                PublicationKind.Plan,
                planId,
                Marks.Word(secret, "Publication.Title"),
                new("", [new(2, "Action 1", Marks.Word(secret, "Publication.Content"), [])]),
                (Moothall.Tests.Hosting.People.Coordinator.Id, "Carys Bevan"),
                Now
            );
            return page;
        }

        var withdrawn = Page(Secret.PageWithdrawn);
        withdrawn.Publish((Moothall.Tests.Hosting.People.Manager.Id, "Maureen Oakes"), [], Now);
        withdrawn.Withdraw("A figure was wrong.", Now);
        var draft = Page(Secret.PageInDraft);
        Marks.Know(draft.Id.ToString(), Secret.PageInDraft, "Publication.Id");
        WithdrawnPageId = withdrawn.Id;
        db.AddRange(draft, withdrawn);
    }
}
