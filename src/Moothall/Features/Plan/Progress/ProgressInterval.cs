using System.ComponentModel.DataAnnotations;

namespace Moothall.Features.Plan.Progress;

/// <summary>How often owners are asked how their actions stand.</summary>
public enum ProgressInterval
{
    [Display(Name = "Every month")]
    Monthly,

    [Display(Name = "Every quarter")]
    Quarterly,

    [Display(Name = "Every half year")]
    HalfYearly,
}

/// <summary>A time that progress is asked for. Quarters and half years are those of plan years, which begin on 1 April (R2.1).</summary>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
public sealed record ProgressPeriod(DateOnly First, DateOnly Last)
{
    private const int MonthsInYear = 12;
    private const int FirstMonth = 4;

    /// <summary>The period that a day lies in.</summary>
    public static ProgressPeriod Of(ProgressInterval interval, DateOnly day)
    {
        var months = Months(interval);
        var since = (day.Month - FirstMonth + MonthsInYear) % MonthsInYear % months;
        var first = new DateOnly(day.Year, day.Month, 1).AddMonths(-since);
        return new(first, first.AddMonths(months).AddDays(-1));
    }

    /// <summary>The period before this one.</summary>
    public ProgressPeriod Before(ProgressInterval interval) => Of(interval, First.AddDays(-1));

    private static int Months(ProgressInterval interval) =>
        interval switch
        {
            ProgressInterval.Monthly => 1,
            ProgressInterval.Quarterly => 3,
            _ => 6,
        };
}
