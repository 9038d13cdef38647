using Microsoft.EntityFrameworkCore;
using Moothall.Bench.Matching;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Priorities;
using Moothall.Features.Plan.Progress;
using Moothall.Features.Plan.Publishing;
using Moothall.Features.Public;
using Moothall.Platform.Data;

namespace Moothall.Bench.Pages;

/// <summary>A large plan in force: as many priorities, strands and actions as the largest that was read, four updates to each, published.</summary>
internal static class FilledPlan
{
    /// <summary>Its title, by which it is found again.</summary>
    public const string Title = "A plan to be measured";

    private const int Actions = 55;
    private const int Strands = 4;
    private const int Updates = 4;

    /// <summary>Writes it.</summary>
    public static async Task WriteAsync(MoothallDb db, Dice dice, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        var details = new PlanDetails
        {
            Title = Title,
            From = today.AddYears(-1),
            Until = today.AddYears(2),
            Template = PlanTemplate.Matrix,
            Status = PlanStatus.InForce,
        };
        var plan = new PartnershipPlan { Details = details };
        plan.Change(details, today.AddYears(-1));
        var priorities = await db.Set<Priority>()
            .Where(one => one.Source == PrioritySource.Partnership)
            .OrderBy(one => one.Name)
            .Take(7)
            .ToListAsync();
        foreach (var priority in priorities)
        {
            var pursued = new PlanPriority
            {
                PlanId = plan.Id,
                PriorityId = priority.Id,
                Order = plan.Priorities.Count + 1,
                Aim = "To make it happen less often, and to make it matter less where it does.",
            };
            pursued.Strands.AddRange(
                Enumerable
                    .Range(1, Strands)
                    .Select(number => new PlanStrand
                    {
                        PlanPriorityId = pursued.Id,
                        Order = number,
                        Name = $"Strand {number}",
                        Sentence = "What partners do about it.",
                    })
            );
            plan.Priorities.Add(pursued);
        }

        for (var number = 1; number <= Actions; number++)
        {
            plan.Actions.Add(Action(plan, number, dice, now));
        }

        db.Add(plan);
        await db.SaveChangesAsync();
        var whole = (await WholePlan.LoadAsync(db, plan.Id, CancellationToken.None))!;
        var (title, content) = PlanProjection.Of(PublicationKind.Plan, whole, today);
        var page = Publication.Prepare(
            PublicationKind.Plan,
            plan.Id,
            title,
            content,
            (Guid.CreateVersion7(), "Somebody"),
            now
        );
        page.Publish((Guid.CreateVersion7(), "Somebody else"), [], now);
        db.Add(page);
        await db.SaveChangesAsync();
    }

    private static PlanAction Action(PartnershipPlan plan, int number, Dice dice, DateTime now)
    {
        var pursued = dice.Of(plan.Priorities);
        var action = new PlanAction
        {
            PlanId = plan.Id,
            Number = number,
            StrandId = dice.Of(pursued.Strands).Id,
            Details = new()
            {
                Text =
                    $"Action {number}: work with schools, landlords and traders on what they told us, and say what came of it.",
            },
        };
        action.Priorities.Add(new() { PlanActionId = action.Id, PlanPriorityId = pursued.Id });
        action.Agencies.Add(
            new()
            {
                PlanActionId = action.Id,
                Part = AgencyPart.Responsible,
                Order = 1,
                Words = "The district council",
            }
        );
        for (var update = 0; update < Updates; update++)
        {
            action.Progress.Add(
                new()
                {
                    PlanActionId = action.Id,
                    At = now.AddDays(-90 * update - 5),
                    ByName = "Somebody",
                    Text = "Two more schools took part, and one landlord signed.",
                    Rating = dice.OneIn(5) ? ProgressRating.Amber : ProgressRating.Green,
                }
            );
        }

        return action;
    }
}
