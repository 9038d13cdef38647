using Moothall.Features.Plan.Actions;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>
/// The day on which what has no end is looked at again: when the plan is revised, before each 1 April (R2.13), and never after the
/// plan's last day.
/// </summary>
public static class ReviewDay
{
    private const int MostOffered = 3;

    /// <summary>The days to choose from, the likeliest first: the last days of the plan's years from this one on.</summary>
    /// <param name="period">The years of the plan.</param>
    /// <param name="today">Today in London.</param>
    public static IReadOnlyList<DateOnly> Offered(TargetDate period, DateOnly today)
    {
        var (first, last) = (period.From!.Value, period.Until!.Value);
        var year = PlanYear.Of(first > today ? first : today);
        List<DateOnly> days = [];
        for (; days.Count < MostOffered && year.Last < last; year = year.Next)
        {
            days.Add(year.Last);
        }

        return days.Count < MostOffered ? [.. days, last] : days;
    }

    /// <summary>Why a day will not do; nothing where it will.</summary>
    public static string? Problem(DateOnly? day, TargetDate period, DateOnly today) =>
        day is null ? "Write one day, like 31/03/2027."
        : day > period.Until
            ? $"The plan ends on {UkTime.Date(period.Until!.Value)}. Enter a day before it ends."
        : day < period.From
            ? $"The plan begins on {UkTime.Date(period.From!.Value)}. Enter a day after it begins."
        : day < today && period.Until >= today
            ? $"{UkTime.Date(day.Value)} has passed. Enter a day to come."
        : null;
}
