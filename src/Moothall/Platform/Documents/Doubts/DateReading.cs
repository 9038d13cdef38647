using System.Globalization;
using System.Text.RegularExpressions;
using Moothall.Platform.Documents.Tables;

namespace Moothall.Platform.Documents.Doubts;

/// <summary>Which number of 03/04/2025 is the day.</summary>
public enum DateOrder
{
    DayFirst,
    MonthFirst,
}

/// <summary>A date that was read, or why not.</summary>
/// <param name="Date">The date; nothing where the cell gives none.</param>
/// <param name="IsDoubtful">Whether it would be another date if the month stood first.</param>
/// <param name="Problem">Why it is no date, in words; nothing where it is one or the cell is blank.</param>
/// <param name="IsNoDay">Whether it is written as a day is, and the calendar has no such day.</param>
public sealed record ReadDate(
    DateOnly? Date,
    bool IsDoubtful = false,
    string? Problem = null,
    bool IsNoDay = false
);

/// <summary>Reads dates as people type them in lists: 12/11/2024, 12.11.24, 12 Nov 24, Tuesday 12th November 2024, 2024-11-12, or a spreadsheet's day number.</summary>
public static partial class DateReading
{
    private static readonly string[] Months =
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    ];

    // The day numbers of 1954 to 2119: smaller ones are ages and counts.
    private const double FirstSerial = 20_000;
    private const double LastSerial = 80_000;

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="order">What comes first where both could be the day.</param>
    /// <param name="today">Today in London; two figures of a year mean the past where a birth is meant.</param>
    /// <param name="isBirth">Whether it is a date of birth.</param>
    public static ReadDate Read(
        SheetCell cell,
        DateOrder order,
        DateOnly today,
        bool isBirth = false
    )
    {
        if (cell.Date is { } told)
        {
            return new(DateOnly.FromDateTime(told));
        }

        var text = cell.Text.Trim().TrimEnd('.');
        if (Nothing.Is(text))
        {
            return new(null);
        }

        if (
            cell.Number is { } number
            || (
                Serial().IsMatch(text)
                && double.TryParse(
                    text,
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out number
                )
            )
        )
        {
            return number is >= FirstSerial and <= LastSerial
                ? new(DateOnly.FromDateTime(DateTime.FromOADate(number)))
                : new(null, Problem: $"“{text}” is not a date");
        }

        if (Iso().Match(text) is { Success: true } iso)
        {
            return Made(Int(iso, "y"), Int(iso, "m"), Int(iso, "d"), text);
        }

        if (Numeric().Match(text) is { Success: true } numeric)
        {
            var (a, b) = (Int(numeric, "a"), Int(numeric, "b"));
            var year = Year(numeric.Groups["y"].Value, today, isBirth);
            // Only one of the two can be a month: then there is no doubt, whatever the rest of the column does.
            var dayFirst =
                b > 12 && a <= 12 ? false : a > 12 && b <= 12 || order == DateOrder.DayFirst;
            var read = dayFirst ? Made(year, b, a, text) : Made(year, a, b, text);
            return read with { IsDoubtful = a <= 12 && b <= 12 && a != b && read.Date is not null };
        }

        if (Named().Match(text) is { Success: true } named)
        {
            var month = Array.IndexOf(Months, named.Groups["m"].Value[..3].ToLowerInvariant()) + 1;
            return month == 0
                ? new(null, Problem: $"“{text}” is not a date")
                : Made(Year(named.Groups["y"].Value, today, isBirth), month, Int(named, "d"), text);
        }

        return new(null, Problem: $"“{text}” is not a date");
    }

    /// <summary>
    /// What a column says about itself: how many of its dates can only be day first, how many only month first, and how many could
    /// be either. Days come first in this country, so a column is doubtful only where something in it is month first.
    /// </summary>
    public static (int DayFirst, int MonthFirst, int Either) Evidence(IEnumerable<SheetCell> cells)
    {
        var (day, month, either) = (0, 0, 0);
        foreach (var cell in cells.Where(cell => cell.Date is null))
        {
            if (Numeric().Match(cell.Text.Trim()) is not { Success: true } found)
            {
                continue;
            }

            var (a, b) = (Int(found, "a"), Int(found, "b"));
            day += a is > 12 and <= 31 && b <= 12 ? 1 : 0;
            month += b is > 12 and <= 31 && a <= 12 ? 1 : 0;
            either += a <= 12 && b <= 12 && a != b ? 1 : 0;
        }

        return (day, month, either);
    }

    private static ReadDate Made(int year, int month, int day, string text) =>
        DayOf(year, month, day) is { } date
            ? new(date)
            : new(null, Problem: $"There is no day “{text}”", IsNoDay: true);

    /// <summary>The day, where the calendar has it.</summary>
    internal static DateOnly? DayOf(int year, int month, int day) =>
        month is >= 1 and <= 12
        && year is >= 1 and <= 9999
        && day >= 1
        && day <= DateTime.DaysInMonth(year, month)
            ? new(year, month, day)
            : null;

    private static int Year(string typed, DateOnly today, bool isBirth)
    {
        var year = int.Parse(typed, CultureInfo.InvariantCulture);
        if (typed.Length > 2)
        {
            return year;
        }

        var latest = isBirth ? today.Year : today.Year + 10;
        return 2000 + year > latest ? 1900 + year : 2000 + year;
    }

    private static int Int(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9]{5}(\.[0-9]+)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Serial();

    [GeneratedRegex(
        @"^(?<y>[0-9]{4})[-/.](?<m>[0-9]{1,2})[-/.](?<d>[0-9]{1,2})([T ][0-9:.Z+]*)?\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"^(?<a>[0-9]{1,2})\s*[-/. ]\s*(?<b>[0-9]{1,2})\s*[-/. ]\s*(?<y>[0-9]{4}|[0-9]{2})(\s+[0-9]{1,2}:[0-9:]+\s*([ap]m)?)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Numeric();

    [GeneratedRegex(
        @"^([a-z]{3,9}day,?\s+|(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun),?\s+)?((?<d>[0-9]{1,2})(st|nd|rd|th)?[-\s./]*(of\s+)?(?<m>[a-z]{3,9})[-\s.,/]*|(?<m>[a-z]{3,9})\.?\s+(?<d>[0-9]{1,2})(st|nd|rd|th)?[-\s.,/]+)(?<y>[0-9]{4}|[0-9]{2})\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Named();
}

/// <summary>The ways in which a cell says that there is nothing in it.</summary>
public static class Nothing
{
    private static readonly string[] Words =
    [
        "",
        "-",
        "--",
        "–",
        "—",
        "?",
        "n/a",
        "na",
        "none",
        "nil",
        "tbc",
        "tba",
        "tbd",
        "unknown",
        "not known",
        "n/k",
        "nk",
        "not given",
        "not recorded",
        "blank",
        "null",
        "#n/a",
        "see above",
        "as above",
    ];

    /// <summary>Whether the text is one of them.</summary>
    public static bool Is(string? text) =>
        Words.Contains((text ?? "").Trim().ToLowerInvariant(), StringComparer.Ordinal);
}
