using Moothall.Features.Plan.Actions;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>The years of a plan as a person writes them, and those that are usual where nobody says.</summary>
public static class PlanPeriod
{
    private const int UsualYears = 3;
    private const int LongestPlan = 10;

    /// <summary>Three years from the next 1 April.</summary>
    public static TargetDate Usual(DateOnly today)
    {
        var first = PlanYear.Of(today).Next.First;
        return TargetDate.OfPeriod(first, first.AddYears(UsualYears).AddDays(-1));
    }

    /// <summary>The period that words give; nothing where they give none.</summary>
    public static TargetDate? Read(string words, DateOnly today) =>
        TargetDateReading.Read(words, today) is { Kind: TargetKind.Period, From: { } from } period
        && period.Until < from.AddYears(LongestPlan)
            ? period
            : null;

    /// <summary>Why words give no period; nothing where they give one.</summary>
    public static string? Problem(string words, DateOnly today) =>
        Read(words, today) is null
            ? $"“{words}” gives no years of a plan. Write them like 1 April 2027 to 31 March 2030, or 2027-30."
            : null;
}
