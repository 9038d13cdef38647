using System.ComponentModel.DataAnnotations;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Actions;

/// <summary>In which way a plan says by when an action is to be done (S2-F).</summary>
public enum TargetKind
{
    [Display(Name = "A day")]
    Day,

    [Display(Name = "A month")]
    Month,

    [Display(Name = "A period or project run")]
    Period,

    [Display(Name = "Ongoing")]
    Ongoing,
}

/// <summary>
/// By when an action is to be done, as the plan says it: a day, a month, a run from one day to another, or ongoing, which has no
/// end and so needs a day on which it is reviewed (C15).
/// </summary>
/// <param name="Kind">The way of saying it.</param>
/// <param name="From">The first day of a period, where it is known; the first of a month.</param>
/// <param name="Until">The last day on which it is still in time; nothing where it is ongoing.</param>
public sealed record TargetDate(TargetKind Kind, DateOnly? From, DateOnly? Until)
{
    /// <summary>No end.</summary>
    public static readonly TargetDate Ongoing = new(TargetKind.Ongoing, null, null);

    /// <summary>A single day.</summary>
    public static TargetDate OfDay(DateOnly day) => new(TargetKind.Day, null, day);

    /// <summary>A month; its last day is still in time.</summary>
    public static TargetDate OfMonth(int year, int month) =>
        new(TargetKind.Month, new(year, month, 1), LastDay(year, month));

    /// <summary>From one day to another; a run may begin before the plan and outlast it (S2-R3).</summary>
    public static TargetDate OfPeriod(DateOnly? from, DateOnly until) =>
        new(TargetKind.Period, from, until);

    /// <summary>The last day of a month.</summary>
    public static DateOnly LastDay(int year, int month) =>
        new(year, month, DateTime.DaysInMonth(year, month));

    /// <summary>In words, as people write it: "April 2025", "1 April 2022 to 31 March 2025", "Ongoing".</summary>
    public override string ToString() =>
        (Kind, From, Until) switch
        {
            (TargetKind.Ongoing, _, _) or (_, _, null) => "Ongoing",
            (TargetKind.Month, _, { } until) => UkTime.Month(until),
            (TargetKind.Period, { } from, { } until) =>
                $"{UkTime.Date(from)} to {UkTime.Date(until)}",
            (TargetKind.Period, null, { } until) => $"Until {UkTime.Date(until)}",
            (_, _, { } until) => UkTime.Date(until),
        };
}
