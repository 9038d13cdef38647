using Moothall.Features.Plan.Actions;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Progress;

/// <summary>What the computed rating of an action depends on.</summary>
/// <param name="StartsOn">Its first day, where it has one.</param>
/// <param name="Due">The last day on which it is in time; for one that is ongoing, the day of its review (C15).</param>
/// <param name="IsOngoing">Whether it has no end.</param>
/// <param name="Asked">The day from which progress is asked for.</param>
/// <param name="LastUpdate">The day of the latest update, where there is one.</param>
/// <param name="LastRating">What the owner said of it then.</param>
/// <param name="Milestones">How many of its milestones are reached, and how many there are.</param>
public sealed record ActionFacts(
    DateOnly? StartsOn,
    DateOnly? Due,
    bool IsOngoing,
    DateOnly Asked,
    DateOnly? LastUpdate,
    ProgressRating? LastRating,
    (int Reached, int All) Milestones
);

/// <summary>How an action stands as far as dates and updates tell, and why (practice, section 7).</summary>
/// <param name="Rating">The computed rating.</param>
/// <param name="Why">The reason in words.</param>
/// <param name="Owes">Whether an update is asked for and not given yet.</param>
/// <param name="OwedBy">The day by which it was or is to be given.</param>
public sealed record ActionStanding(ProgressRating Rating, string Why, bool Owes, DateOnly OwedBy)
{
    /// <summary>How many days of a period owners have for their update before they are chased.</summary>
    public const int DaysToAnswer = 14;

    private const int NearlyDueDays = 14;
    private const int MostlyDonePercent = 75;

    /// <summary>Whether the update is late.</summary>
    public bool IsLate(DateOnly today) => Owes && OwedBy < today;

    /// <summary>The standing of an action; nothing while its plan is not in force.</summary>
    public static ActionStanding? Of(PartnershipPlan plan, PlanAction action, DateOnly today) =>
        Facts(plan, action) is { } facts ? Of(facts, plan.Details.Reporting, today) : null;

    /// <summary>What the owner says of an action; where nobody has said anything, what dates and updates tell.</summary>
    public static ProgressRating Said(PartnershipPlan plan, PlanAction action, DateOnly today) =>
        action.Progress.Find(one => one.Rating is not null)?.Rating
        ?? Of(plan, action, today)?.Rating
        ?? ProgressRating.Grey;

    /// <summary>
    /// The standing once somebody gives an update today, with which their own rating is compared: that the update was late is
    /// mended by giving it.
    /// </summary>
    public static ActionStanding? Updated(
        PartnershipPlan plan,
        PlanAction action,
        DateOnly today
    ) =>
        Facts(plan, action) is { } facts
            ? Of(
                facts with
                {
                    LastUpdate = today,
                    LastRating = null,
                },
                plan.Details.Reporting,
                today
            )
            : null;

    private static ActionFacts? Facts(PartnershipPlan plan, PlanAction action)
    {
        if (plan.Details.Status != PlanStatus.InForce || plan.InForceSince is not { } since)
        {
            return null;
        }

        var last = action.Progress.Where(one => one.Rating is not null).MaxBy(one => one.At);
        return new(
            action.Details.StartsOn,
            action.Target?.Kind == TargetKind.Ongoing ? action.ReviewOn : action.Target?.Until,
            action.Target?.Kind == TargetKind.Ongoing,
            action.AddedOn > since ? action.AddedOn.Value : since,
            last is null ? null : UkTime.DateOf(last.At),
            last?.Rating,
            (
                action.Milestones.Count(one => one.Details.ReachedOn is not null),
                action.Milestones.Count
            )
        );
    }

    /// <summary>The same of what it depends on.</summary>
    public static ActionStanding Of(ActionFacts facts, ProgressInterval interval, DateOnly today)
    {
        var period = ProgressPeriod.Of(interval, today);
        var owedBy = period.First.AddDays(DaysToAnswer);
        if (facts.LastRating == ProgressRating.Blue)
        {
            return new(ProgressRating.Blue, "Its owner says it is complete.", false, owedBy);
        }

        if (facts.StartsOn > today)
        {
            var starts = $"It starts on {UkTime.Date(facts.StartsOn.Value)}.";
            return new(ProgressRating.Grey, starts, false, owedBy);
        }

        // Who was never asked before owes nothing yet: what counts begins when the plan came into force or the action began.
        var begun = facts.StartsOn > facts.Asked ? facts.StartsOn.Value : facts.Asked;
        var known = facts.LastUpdate > begun ? facts.LastUpdate.Value : begun;
        var owes = known < period.First;
        var (rating, why) = Judge(facts, interval, period, known, owedBy, today);
        return new(rating, why, owes, owedBy);
    }

    private static (ProgressRating Rating, string Why) Judge(
        ActionFacts facts,
        ProgressInterval interval,
        ProgressPeriod period,
        DateOnly known,
        DateOnly owedBy,
        DateOnly today
    )
    {
        if (facts.Due < today)
        {
            var due = UkTime.Date(facts.Due.Value);
            return (
                ProgressRating.Red,
                facts.IsOngoing ? $"Its review was due on {due}." : $"It was due by {due}."
            );
        }

        var before = period.Before(interval);
        if (known < before.Before(interval).First)
        {
            return (ProgressRating.Red, "No update was given for two periods.");
        }

        if (known < before.First)
        {
            return (ProgressRating.Amber, "No update was given for the last period.");
        }

        if (known < period.First && owedBy < today)
        {
            return (ProgressRating.Amber, $"An update was due by {UkTime.Date(owedBy)}.");
        }

        var (reached, all) = facts.Milestones;
        var isNear =
            !facts.IsOngoing && facts.Due is { } day && day <= today.AddDays(NearlyDueDays);
        return isNear && reached * 100 < all * MostlyDonePercent
            ? (
                ProgressRating.Amber,
                $"It is due by {UkTime.Date(facts.Due!.Value)}, with {reached} of {all} milestones reached."
            )
            : (ProgressRating.Green, "Nothing is overdue.");
    }
}
