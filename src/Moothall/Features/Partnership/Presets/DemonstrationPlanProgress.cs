using Moothall.Features.Plan;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Coverage;
using Moothall.Features.Plan.Measures;
using Moothall.Features.Plan.Progress;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Presets;

/// <summary>How the demonstration's plan went so far: some actions on track, one off it, one that nobody reported on.</summary>
internal static class DemonstrationPlanProgress
{
    public static void Write(PartnershipPlan plan, DateOnly today)
    {
        // In the period before this one, so that this week asks for the next.
        var period = ProgressPeriod.Of(plan.Details.Reporting, today);
        var told = period.First.AddDays(-20);
        var now = period.First.AddDays(6) < today ? period.First.AddDays(6) : today;
        Tell(
            plan,
            1,
            now,
            ProgressRating.Green,
            "The hub met every week; 41 of 48 actions were done by their day."
        );
        Tell(
            plan,
            2,
            now,
            ProgressRating.Green,
            "Two evenings a week at three places, 84 young people so far."
        );
        Tell(plan, 3, told, ProgressRating.Green, "Eleven homes made safer this quarter.");
        Tell(
            plan,
            5,
            told,
            ProgressRating.Red,
            "The lamps are late: the supplier gives no day before spring.",
            "The date still lies ahead, but it will not be kept."
        );
        Tell(
            plan,
            7,
            told,
            ProgressRating.Blue,
            "All six are installed, and a rota checks them each month."
        );

        var kits = Action(plan, 7);
        kits.Funding.Add(
            new()
            {
                Details = new() { Funder = "Wendleshire Police", Pence = 90_000 },
            }
        );
        kits.Funding.Add(
            new()
            {
                Details = new() { Funder = "Wendleshire Fire and Rescue Service", Pence = 90_000 },
            }
        );
        kits.Milestones.Add(
            new()
            {
                Details = new()
                {
                    Text = "Places agreed with landlords",
                    ReachedOn = told.AddDays(-60),
                },
            }
        );
        Action(plan, 5)
            .Evidence.Add(
                new()
                {
                    Details = new()
                    {
                        Text = "4 in 10 of those asked avoid the station after dark.",
                        Source = "Aldermere residents' survey",
                        Year = plan.Details.From!.Value.Year - 1,
                    },
                }
            );
        Count(plan, told);
        Cover(plan);
    }

    private static void Count(PartnershipPlan plan, DateOnly told)
    {
        var measure = Action(plan, 2).Measures[0];
        (measure.Details.Unit, measure.Details.Baseline, measure.Details.Target) = (
            "young people",
            0,
            300
        );
        measure.Details.Better = BetterWhen.Higher;
        var first = ProgressPeriod.Of(plan.Details.Reporting, told);
        foreach (var (on, figure) in new[] { (first.First.AddDays(-1), 31m), (first.Last, 84m) })
        {
            measure.Readings.Add(
                new()
                {
                    MeasureId = measure.Id,
                    Details = new() { On = on, Figure = figure },
                    ByName = "Youth worker",
                }
            );
        }
    }

    private static void Cover(PartnershipPlan plan)
    {
        (StatutoryStrategy Strategy, int[] Priorities, string How)[] covered =
        [
            (StatutoryStrategy.CrimeAndDisorder, [1, 5], ""),
            (
                StatutoryStrategy.SubstanceMisuse,
                [4],
                "Treatment is arranged through the county's Combating Drugs Partnership."
            ),
            (StatutoryStrategy.SeriousViolence, [6], ""),
        ];
        foreach (var (strategy, priorities, how) in covered)
        {
            var said = new StrategyCoverage
            {
                PlanId = plan.Id,
                Strategy = strategy,
                How = how,
            };
            said.Priorities.AddRange(
                plan.Priorities.Where(one => priorities.Contains(one.Order))
                    .Select(one => new CoveringPriority
                    {
                        CoverageId = said.Id,
                        PlanPriorityId = one.Id,
                    })
            );
            plan.Coverage.Add(said);
        }
    }

    private static void Tell(
        PartnershipPlan plan,
        int number,
        DateOnly day,
        ProgressRating rating,
        string text,
        string difference = ""
    )
    {
        var action = Action(plan, number);
        action.Progress.Add(
            new()
            {
                PlanActionId = action.Id,
                At = UkTime.ToUtc(day, new(14, 30)),
                ByName = "Lead officer",
                ForAgency = action.AgencyWords(AgencyPart.Responsible),
                Text = text,
                Rating = rating,
                Computed = ProgressRating.Green,
                Difference = difference,
            }
        );
    }

    private static PlanAction Action(PartnershipPlan plan, int number) =>
        plan.Actions.Single(one => one.Number == number);
}
