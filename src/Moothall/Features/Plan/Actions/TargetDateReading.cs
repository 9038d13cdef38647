using System.Globalization;
using System.Text.RegularExpressions;
using Moothall.Platform.Documents.Doubts;

namespace Moothall.Features.Plan.Actions;

/// <summary>
/// Reads target dates as plans give them: Ongoing; 31/03/2025; March 2025; by the end of April 2025; 1 April 2022 – 31 March
/// 2025; Q2 2025/26; 2024/25; summer 2025. What it cannot read it does not guess.
/// </summary>
public static partial class TargetDateReading
{
    private const int LongestPlan = 10;

    private static readonly string[] WelshMonths =
    [
        "ionawr",
        "chwefror",
        "mawrth",
        "ebrill",
        "mai",
        "mehefin",
        "gorffennaf",
        "awst",
        "medi",
        "hydref",
        "tachwedd",
        "rhagfyr",
    ];

    /// <summary>The date, or nothing where the words give none.</summary>
    /// <param name="words">The words of the plan.</param>
    /// <param name="today">Today in London.</param>
    public static TargetDate? Read(string words, DateOnly today)
    {
        var text = Tidy(words);
        if (OngoingWords().IsMatch(text))
        {
            return TargetDate.Ongoing;
        }

        if (Run().Match(text) is { Success: true } run)
        {
            var (from, until) = (
                First(run.Groups["from"].Value, today),
                Last(run.Groups["until"].Value, today)
            );
            if (from is { } first && until is { } last && first <= last)
            {
                return TargetDate.OfPeriod(first, last);
            }
        }

        text = Before().Replace(text, "");
        return Day(text, today) is { } day ? TargetDate.OfDay(day)
            : MonthOf(text) is { } month ? TargetDate.OfMonth(month.Year, month.Month)
            : Span(text);
    }

    /// <summary>
    /// What a quarter of one year, "Q3 2027", is if quarters are counted from January; nothing where the words are no quarter or
    /// say both years of it. <see cref="Read"/> counts from April.
    /// </summary>
    public static TargetDate? CalendarQuarter(string words) =>
        Quarter().Match(Before().Replace(Tidy(words), "")) is { Success: true } quarter
        && !quarter.Groups["next"].Success
            ? Months(new(Int(quarter, "y"), (3 * Int(quarter, "q")) - 2, 1), 3)
            : null;

    /// <summary>Whether the words are written as a day is, and the calendar has no such day: 31/09/2027.</summary>
    public static bool IsNoDay(string words, DateOnly today) =>
        DateReading
            .Read(new(Before().Replace(words.Trim(), "")), DateOrder.DayFirst, today)
            .IsNoDay;

    // Quarters and years of plans begin on 1 April (R2.1); a calendar year and a season are what they are.
    private static TargetDate? Span(string text)
    {
        if (Quarter().Match(text) is { Success: true } quarter)
        {
            var first = new DateOnly(Int(quarter, "y"), 4, 1).AddMonths(
                3 * (Int(quarter, "q") - 1)
            );
            return Months(first, 3);
        }

        if (PlanYear().Match(text) is { Success: true } year)
        {
            var years = (Int(year, "b") % 100) - (Int(year, "a") % 100);
            return years is > 0 and <= LongestPlan
                ? Months(new(Int(year, "a"), 4, 1), 12 * years)
                : null;
        }

        if (Season().Match(text) is { Success: true } season)
        {
            var (month, length) = season.Groups["s"].Value.ToLowerInvariant() switch
            {
                "spring" => (3, 3),
                "summer" => (6, 3),
                "autumn" => (9, 3),
                _ => (12, 3),
            };
            return Months(new(Int(season, "y"), month, 1), length);
        }

        return CalendarYear().Match(text) is { Success: true } whole
            ? Months(new(Int(whole, "y"), 1, 1), 12)
            : null;
    }

    private static string Tidy(string words) =>
        Word()
            .Replace(
                Spaces().Replace(words, " ").Trim().TrimEnd('.', ';', ',').Trim(),
                found =>
                    Array.IndexOf(WelshMonths, found.Value.ToLowerInvariant()) is >= 0 and var month
                        ? CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[month]
                        : found.Value
            );

    private static TargetDate Months(DateOnly first, int count) =>
        TargetDate.OfPeriod(first, first.AddMonths(count).AddDays(-1));

    private static DateOnly? First(string text, DateOnly today) =>
        Day(text, today) ?? (MonthOf(text) is { } month ? new(month.Year, month.Month, 1) : null);

    private static DateOnly? Last(string text, DateOnly today) =>
        Day(text, today)
        ?? (MonthOf(text) is { } month ? TargetDate.LastDay(month.Year, month.Month) : null);

    private static DateOnly? Day(string text, DateOnly today) =>
        HasDay().IsMatch(text) ? DateReading.Read(new(text), DateOrder.DayFirst, today).Date : null;

    private static (int Year, int Month)? MonthOf(string text)
    {
        if (NamedMonth().Match(text) is not { Success: true } named)
        {
            return
                Numbers().Match(text) is { Success: true } numbers
                && Int(numbers, "m") is >= 1 and <= 12 and var number
                ? (Int(numbers, "y"), number)
                : null;
        }

        var word = named.Groups["m"].Value.ToLowerInvariant();
        var month =
            word.Length < 3 ? 0
            : word == "sept" ? 9
            : Array.FindIndex(
                CultureInfo.InvariantCulture.DateTimeFormat.MonthNames,
                name => name.Length > 0 && name.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            ) + 1;
        var year = Int(named, "y");
        return month == 0 ? null : (year < 100 ? 2000 + year : year, month);
    }

    private static int Int(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"^(on-?\s?going|continuous|continual|continuing|rolling|annual(ly)?|every year|year[- ]round|throughout( the)?( year| plan| period)?|all year|business as usual|permanent|parhaus|yn barhaus)( (programme|work|basis|action|process|review|throughout.*))?\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OngoingWords();

    [GeneratedRegex(
        @"^((project|programme|scheme|funding|it|this)\s+)?((runs?|running|delivered|funded)\s+)?(from\s+|between\s+)?(?<from>[0-9a-z ./]{4,30}?)\s*(-|–|—|\bto\b|\buntil\b|\band\b|\btill\b)\s*(?<until>[0-9a-z ./]{4,30})\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Run();

    [GeneratedRegex(
        @"^((to be )?(completed?|delivered|due|done|achieved|finished)\s+)?(by\s+|before\s+|until\s+|from\s+|in\s+|no later than\s+)?(the\s+)?((end|close)\s+(of\s+)?)?",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Before();

    [GeneratedRegex(
        @"^[^0-9]*[0-9]{1,4}[^0-9]+([a-z]+|[0-9]{1,2})[^0-9]+[0-9]{1,4}|[a-z]{3,9}\s+[0-9]{1,2}(st|nd|rd|th)?,?\s+[0-9]{4}",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex HasDay();

    [GeneratedRegex(
        @"^(?<m>[a-z]{3,9})\.?,?[-\s]+(?<y>20[0-9]{2}|[0-9]{2})\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NamedMonth();

    [GeneratedRegex(
        @"^(?<m>[0-9]{1,2})[/.-](?<y>20[0-9]{2})\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"^(q|quarter\s*)(?<q>[1-4])[,\s]*(of\s+)?(?<y>20[0-9]{2})(?<next>\s*[-/–]\s*(20)?[0-9]{2})?\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Quarter();

    [GeneratedRegex(
        @"^(?<a>20[0-9]{2})(\s*[-/–—]\s*|\s+(to|until)\s+)(?<b>(20)?[0-9]{2})\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex PlanYear();

    [GeneratedRegex(
        @"^(?<s>spring|summer|autumn|winter)\s+(of\s+)?(?<y>20[0-9]{2})\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Season();

    [GeneratedRegex(@"^(?<y>20[0-9]{2})\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CalendarYear();
}
