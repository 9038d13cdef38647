using System.Globalization;

namespace Moothall.Platform.Ui;

/// <summary>The boxes of a date input, alone or together.</summary>
[Flags]
public enum DateBoxes
{
    None = 0,
    Day = 1,
    Month = 2,
    Year = 4,
    All = Day | Month | Year,
}

/// <summary>What three boxes came to: a date, nothing at all, or what is wrong and in which boxes.</summary>
public sealed record DateReading(DateOnly? Date, string? Problem, DateBoxes Wrong);

/// <summary>A date as it was typed. Months may be numbers or English names, whole or from three letters.</summary>
public sealed record DateParts(string Day, string Month, string Year)
{
    // No record here is of anything before the first, and no work is planned beyond the second: either is a slip.
    private const int EarliestYear = 1850;
    private const int LatestYear = 2200;

    private static readonly string[] Months = CultureInfo
        .InvariantCulture
        .DateTimeFormat
        .MonthNames[..12];

    /// <summary>The parts of a date written in one piece: 2026-02-28, 28/2/2026 or 28 February 2026.</summary>
    public static DateParts Split(string text)
    {
        var parts = text.Split(
            [' ', '/', '-', '.', ','],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        return parts switch
        {
            [{ Length: 4 } year, var month, var day] when year.All(char.IsAsciiDigit) => new(
                day,
                month,
                year
            ),
            [var day, var month, var year] => new(day, month, year),
            [var day, var month] => new(day, month, ""),
            _ => new(text.Trim(), "", ""),
        };
    }

    /// <summary>The parts of a known date.</summary>
    public static DateParts Of(DateOnly date) =>
        new(
            date.Day.ToString(CultureInfo.InvariantCulture),
            date.Month.ToString(CultureInfo.InvariantCulture),
            date.Year.ToString("0000", CultureInfo.InvariantCulture)
        );

    /// <summary>Reads the date; <paramref name="name"/> is how messages name the field.</summary>
    public DateReading Read(string name)
    {
        var missing =
            Blank(Day, DateBoxes.Day) | Blank(Month, DateBoxes.Month) | Blank(Year, DateBoxes.Year);
        if (missing == DateBoxes.All)
        {
            return new(null, null, DateBoxes.None);
        }
        if (missing != DateBoxes.None)
        {
            return new(null, $"{name} must include a {Named(missing)}", missing);
        }
        if (
            !int.TryParse(Day.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            || day is < 1 or > 31
        )
        {
            return new(null, $"{name}: the day must be a number from 1 to 31", DateBoxes.Day);
        }
        if (MonthOf(Month.Trim()) is not { } month)
        {
            return new(
                null,
                $"{name}: the month must be a number from 1 to 12, or its name",
                DateBoxes.Month
            );
        }
        if (
            Year.Trim().Length != 4
            || !int.TryParse(
                Year.Trim(),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var year
            )
        )
        {
            return new(null, $"{name}: the year must be 4 digits, like 1985", DateBoxes.Year);
        }
        if (year is < EarliestYear or > LatestYear)
        {
            return new(
                null,
                FormattableString.Invariant(
                    $"{name}: the year must be between {EarliestYear} and {LatestYear}"
                ),
                DateBoxes.Year
            );
        }
        if (day <= DateTime.DaysInMonth(year, month))
        {
            return new(new DateOnly(year, month, day), null, DateBoxes.None);
        }
        var inWhichYear = day <= DateTime.DaysInMonth(2024, month) ? $" {year:0000}" : "";
        return new(
            null,
            $"{name}: {day} {Months[month - 1]}{inWhichYear} is not a date",
            DateBoxes.Day
        );
    }

    private static DateBoxes Blank(string text, DateBoxes box) =>
        string.IsNullOrWhiteSpace(text) ? box : DateBoxes.None;

    private static string Named(DateBoxes boxes) =>
        string.Join(
            " and ",
            new[] { DateBoxes.Day, DateBoxes.Month, DateBoxes.Year }
                .Where(box => boxes.HasFlag(box))
                .Select(box => box.ToString().ToLowerInvariant())
        );

    private static int? MonthOf(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number is >= 1 and <= 12 ? number : null;
        }
        var index = text.Length < 3 ? -1 : Array.FindIndex(Months, StartsWith);
        return index < 0 ? null : index + 1;

        bool StartsWith(string month) => month.StartsWith(text, StringComparison.OrdinalIgnoreCase);
    }
}
