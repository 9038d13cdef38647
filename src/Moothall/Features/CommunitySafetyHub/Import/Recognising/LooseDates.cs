using System.Globalization;
using System.Text.RegularExpressions;
using Moothall.Platform.Documents.Doubts;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>The days that words may mean which name no day for certain: "14 Oct", "w/c 21st Sept 26", "end of Oct". They are asked, never taken.</summary>
public static partial class LooseDates
{
    /// <summary>Where in a month its beginning and its middle are taken to be.</summary>
    private const int FirstDay = 1;
    private const int MiddleDay = 15;

    /// <summary>The days that a text may mean, the likeliest first; none where it means no day.</summary>
    /// <param name="typed">What the cell says.</param>
    /// <param name="near">The day near which the others of the list are.</param>
    public static IReadOnlyList<DateOnly> Of(string typed, DateOnly near)
    {
        var text = typed.Trim().TrimEnd('.');
        if (Week().Match(text) is { Success: true } week)
        {
            // "Week commencing" a day that is no Monday is written by people who count from that day, so it is offered too.
            return
            [
                .. Days(week.Groups["day"].Value, near)
                    .SelectMany(day => new[] { MondayOf(day), day })
                    .Distinct(),
            ];
        }

        return Part().Match(text) is { Success: true } part ? Months(part, near) : Days(text, near);
    }

    private static IReadOnlyList<DateOnly> Days(string text, DateOnly near)
    {
        if (DateReading.Read(new(text), DateOrder.DayFirst, near) is { Date: { } certain })
        {
            return [certain];
        }

        var found = new List<DateOnly>();
        if (
            (
                DayMonth().Match(text) is { Success: true } named
                && MonthOf(named) is var month and > 0
            )
        )
        {
            found.AddRange(InYears(near, year => DateReading.DayOf(year, month, Int(named, "d"))));
        }
        else if (Numbers().Match(text) is { Success: true } numbers)
        {
            found.AddRange(
                InYears(near, year => DateReading.DayOf(year, Int(numbers, "m"), Int(numbers, "d")))
            );
        }

        // "Oct 26" is the 26th of October or October 2026.
        if (MonthYear().Match(text) is { Success: true } whole && MonthOf(whole) > 0)
        {
            found.AddRange(Months(whole, near));
        }

        return found;
    }

    // The whole month where no part of it is said: its last day, or its first.
    private static IReadOnlyList<DateOnly> Months(Match match, DateOnly near)
    {
        var month = MonthOf(match);
        if (month == 0)
        {
            return [];
        }

        int[] days = match.Groups["part"].Value.ToLowerInvariant() switch
        {
            "" => [31, FirstDay],
            "end" or "late" => [31],
            "mid" or "middle" => [MiddleDay],
            _ => [FirstDay],
        };
        var typed = match.Groups["y"].Value;
        return
        [
            .. days.SelectMany(day =>
                typed.Length > 0
                    ? [Last(Century(typed), month, day)]
                    : InYears(near, year => Last(year, month, day))
            ),
        ];
    }

    private static int Century(string typed)
    {
        var year = int.Parse(typed, CultureInfo.InvariantCulture);
        return typed.Length > 2 ? year : 2000 + year;
    }

    private static IEnumerable<DateOnly> InYears(DateOnly near, Func<int, DateOnly?> make) =>
        new[] { near.Year - 1, near.Year, near.Year + 1 }
            .Select(make)
            .OfType<DateOnly>()
            .OrderBy(day => Math.Abs(day.DayNumber - near.DayNumber));

    private static DateOnly Last(int year, int month, int day) =>
        new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    // More words than months begin with "mar" or "dec", so the whole of the word counts here.
    private static int MonthOf(Match match)
    {
        var name = match.Groups["m"].Value.ToLowerInvariant();
        return name == "sept"
            ? 9
            : Array.FindIndex(
                CultureInfo.InvariantCulture.DateTimeFormat.MonthNames,
                month => month.StartsWith(name, StringComparison.OrdinalIgnoreCase)
            ) + 1;
    }

    private static int Int(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(w\s*/?\s*c|w\s*/?\s*b|week\s+(commencing|beginning|of))\.?:?\s*(the\s+)?(?<day>\S.*)\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Week();

    [GeneratedRegex(
        @"^(by\s+)?(the\s+)?(?<part>end|late|mid|middle|early|start|beginning)[-\s]+(of\s+)?(?<m>[a-z]{3,9})\.?,?(\s+(?<y>20[0-9]{2}|[0-9]{2}))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Part();

    [GeneratedRegex(
        @"^(by\s+)?([a-z]{3,9}day,?\s+|(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun),?\s+)?(the\s+)?((?<d>[0-9]{1,2})(st|nd|rd|th)?[-\s./]*(of\s+)?(?<m>[a-z]{3,9})|(?<m>[a-z]{3,9})\.?[-\s]+(?<d>[0-9]{1,2})(st|nd|rd|th)?)\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex DayMonth();

    [GeneratedRegex(
        @"^(?<d>[0-9]{1,2})[/.-](?<m>[0-9]{1,2})\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"^(by\s+)?(?<m>[a-z]{3,9})\.?,?([-\s]+(?<y>20[0-9]{2}|[0-9]{2}))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex MonthYear();
}
