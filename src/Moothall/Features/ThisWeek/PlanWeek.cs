using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Progress;
using Moothall.Platform.Access;
using Moothall.Platform.Time;

namespace Moothall.Features.ThisWeek;

/// <summary>The actions of the plan whose owners are asked how they stand.</summary>
internal static class PlanWeek
{
    public static async Task<WeekSection?> OfAsync(Week week, CancellationToken cancel)
    {
        if (!week.User.May(Permission.GiveProgress))
        {
            return null;
        }

        var (db, today) = (week.Db, week.Today);
        var mine = await ProgressDuty.OrganisationsAsync(db, week.User, today, cancel);
        var actions = await db.Set<PlanAction>()
            .Where(action =>
                action.Agencies.Any(agency =>
                    agency.Part == AgencyPart.Responsible
                    && agency.OrganisationId != null
                    && mine.Contains(agency.OrganisationId.Value)
                )
            )
            .Join(
                db.Set<PartnershipPlan>()
                    .Where(plan =>
                        plan.Details.Status == PlanStatus.InForce && plan.InForceSince != null
                    ),
                action => action.PlanId,
                plan => plan.Id,
                (action, plan) =>
                    new
                    {
                        action.Details.StartsOn,
                        plan.InForceSince,
                        plan.Details.Reporting,
                        Last = action
                            .Progress.Where(one => one.Rating != null)
                            .OrderByDescending(one => one.At)
                            .Select(one => new { one.At, one.Rating })
                            .FirstOrDefault(),
                    }
            )
            .ToListAsync(cancel);
        // Whether an update is owed does not depend on when an action is due.
        var owed = actions
            .Select(one =>
                ActionStanding.Of(
                    new(
                        one.StartsOn,
                        null,
                        false,
                        one.InForceSince!.Value,
                        one.Last is { } last ? UkTime.DateOf(last.At) : null,
                        one.Last?.Rating,
                        (0, 0)
                    ),
                    one.Reporting,
                    today
                )
            )
            .Where(one => one.Owes)
            .ToList();
        if (owed.Count == 0)
        {
            return null;
        }

        var late = owed.Count(one => one.IsLate(today));
        return new(
            "The plan",
            [
                new(
                    $"Say how {Countdown.Count(owed.Count, "action")} of the plan stand{(owed.Count == 1 ? "s" : "")}",
                    "/Plan/Progress/Give"
                )
                {
                    Hint =
                        late > 0 ? "" : $"Asked for by {UkTime.Date(owed.Min(one => one.OwedBy))}.",
                    Urgency = late > 0 ? Urgency.Now : Urgency.Soon,
                    Tag = late > 0 ? $"{late} late" : "Asked for",
                },
            ]
        );
    }
}
