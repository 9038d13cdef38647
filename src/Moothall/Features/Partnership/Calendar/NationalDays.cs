using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Calendar;

/// <summary>A day or week that is kept all over the country (practice, section 13).</summary>
/// <param name="Key">Its name in forms.</param>
/// <param name="Title">Its name.</param>
/// <param name="About">In which month it usually falls; the days of a year are the organisers' to say.</param>
public sealed record NationalDay(string Key, string Title, string About)
{
    /// <summary>The month and day on which it begins every year; nothing where that changes.</summary>
    public (int Month, int Day)? From { get; init; }

    /// <summary>The month and day on which it ends; nothing for a single day.</summary>
    public (int Month, int Day)? Until { get; init; }

    /// <summary>The days in a year from 1 April; nothing where they change from year to year.</summary>
    public (DateOnly First, DateOnly? Last)? In(PlanYear year) =>
        From is { } from
            ? (
                year.Day(from.Month, from.Day),
                Until is { } until ? year.Day(until.Month, until.Day) : null
            )
            : null;
}

/// <summary>The national days and weeks that are offered, in the order of a year from 1 April.</summary>
public static class NationalDays
{
    public static IReadOnlyList<NationalDay> All { get; } =
    [
        new("stalking", "National Stalking Awareness Week", "In April"),
        new("knife", "Knife crime awareness week", "In May"),
        new("asb", "ASB Awareness Week", "In July"),
        new("hate", "Hate Crime Awareness Week", "In October"),
        new("slavery", "Anti-Slavery Day", "18 October") { From = (10, 18) },
        new("ribbon", "White Ribbon Day", "25 November") { From = (11, 25) },
        new("sixteen", "16 Days of Action against domestic abuse", "25 November to 10 December")
        {
            From = (11, 25),
            Until = (12, 10),
        },
        new("internet", "Safer Internet Day", "In February"),
        new(
            "lines",
            "County lines intensification week",
            "Several times a year; the police say when"
        ),
    ];
}
