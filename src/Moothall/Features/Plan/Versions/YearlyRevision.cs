using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Versions;

/// <summary>That a plan is revised before the start of each year (regulation 10; R2.13).</summary>
public static class YearlyRevision
{
    /// <summary>How the revision for the coming year stands; empty where the plan is not in force or ends before that year.</summary>
    public static string Words(
        PartnershipPlan plan,
        IEnumerable<PlanVersion> versions,
        DateOnly today
    )
    {
        var coming = PlanYear.Of(today).Next;
        if (plan.Details.Status != PlanStatus.InForce || plan.Details.Until < coming.First)
        {
            return "";
        }

        var kept = versions.Where(one => one.RevisedFor == coming.Begins).MaxBy(one => one.Number);
        return kept is null
            ? $"Not revised yet for {coming}. The law asks for it by {UkTime.Date(coming.First.AddDays(-1))}."
            : $"Revised for {coming} on {UkTime.Date(UkTime.DateOf(kept.At))}.";
    }
}
