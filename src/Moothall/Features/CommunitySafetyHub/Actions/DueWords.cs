using System.Globalization;
using System.Text.RegularExpressions;

namespace Moothall.Features.CommunitySafetyHub.Actions;

/// <summary>What somebody typed as a due date means.</summary>
/// <param name="Date">The day; nothing where nothing was typed, which means by the next hub.</param>
/// <param name="Problem">Why it cannot be read, in words, or nothing.</param>
public sealed record DueReading(DateOnly? Date, string? Problem);

/// <summary>
/// Reads a due date as people type it while ten others talk: "fri", "next tue", "3 dec", "3/12", "2 weeks". A day without a
/// year is the next one of that name; a weekday is the next after today.
/// </summary>
public static partial class DueWords
{
    /// <summary>Ways to type one.</summary>
    public const string Examples = "fri, 3 dec, 3/12 or 2 weeks";

    private const string Unread = $"Type a due date such as {Examples}";

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private static readonly string[] Forms =
    [
        "d/M/yyyy",
        "d/M/yy",
        "d MMM yyyy",
        "d MMMM yyyy",
        "MMM d yyyy",
        "MMMM d yyyy",
        "yyyy-MM-dd",
    ];

    /// <summary>Reads it.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="today">Today in London.</param>
    public static DueReading Read(string? typed, DateOnly today)
    {
        var text = Spaces()
            .Replace((typed ?? "").Trim().ToLowerInvariant().Replace(',', ' '), " ")
            .Replace('.', '/')
            .TrimEnd('/');
        if (text.Length == 0 || text is "next hub" or "hub")
        {
            return new(null, null);
        }

        var date =
            Named(text, today)
            ?? Counted(text, today)
            ?? Dated(Ordinals().Replace(text, "${day}"), today);
        return date is null ? new(null, Unread) : new(date, null);
    }

    private static DateOnly? Named(string text, DateOnly today)
    {
        switch (text)
        {
            case "today":
                return today;
            case "tomorrow":
                return today.AddDays(1);
        }

        var next = text.StartsWith("next ", StringComparison.Ordinal);
        var name = next ? text["next ".Length..] : text;
        if (name.Length < 2 || DayOf(name) is not { } day)
        {
            return null;
        }

        // "Next" is the day of the week after this one, Monday to Sunday, as people in Britain mean it.
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var ofNextWeek = monday.AddDays(7 + (((int)day + 6) % 7));
        var coming = today.AddDays(((int)day - (int)today.DayOfWeek + 6) % 7 + 1);
        return next ? ofNextWeek : coming;
    }

    // Two letters tell every day from every other.
    private static DayOfWeek? DayOf(string name) =>
        Enum.GetValues<DayOfWeek>()
            .Cast<DayOfWeek?>()
            .FirstOrDefault(day =>
                day.ToString()!.StartsWith(name, StringComparison.OrdinalIgnoreCase)
            );

    private static DateOnly? Counted(string text, DateOnly today)
    {
        var match = Count().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value[0] switch
        {
            'd' => today.AddDays(count),
            'w' => today.AddDays(7 * count),
            _ => today.AddMonths(count),
        };
    }

    private static DateOnly? Dated(string text, DateOnly today)
    {
        if (Parse(text) is { } whole)
        {
            return whole;
        }

        // The year is written into the text before it is read, so that 29 February finds a year that has one.
        var separator = text.Contains('/') ? '/' : ' ';
        return Enumerable
            .Range(today.Year, 8)
            .Select(year => Parse($"{text}{separator}{year}"))
            .FirstOrDefault(date => date >= today);
    }

    private static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, Forms, British, DateTimeStyles.None, out var date)
            ? date
            : null;

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\b(?<day>\d{1,2})(st|nd|rd|th)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ordinals();

    [GeneratedRegex(
        @"^(in )?(?<count>\d{1,2}) ?(?<unit>d|days?|w|wks?|weeks?|months?)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Count();
}
