using System.Collections;
using System.Globalization;
using Moothall.Platform.Time;

namespace Moothall.Platform.Ui;

/// <summary>Values as people read them: dates, times, numbers, yes and no.</summary>
public static class Wording
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>For example "10am", "10:30am", "midday".</summary>
    public static string Time(TimeOnly time) =>
        (time.Hour, time.Minute) switch
        {
            (0, 0) => "midnight",
            (12, 0) => "midday",
            (_, 0) => time.ToString("htt", English).ToLowerInvariant(),
            _ => time.ToString("h:mmtt", English).ToLowerInvariant(),
        };

    /// <summary>For example "5,212".</summary>
    public static string Number(long number) => number.ToString("N0", English);

    /// <summary>The first words of a text on one line, for lists and headings.</summary>
    public static string Opening(string text)
    {
        const int longest = 110;
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= longest)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', longest);
        end = end > longest / 2 ? end : longest;
        // Half of a character of two parts is none.
        return $"{line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)]}…";
    }

    /// <summary>Any field's value as words; empty when there is none.</summary>
    public static string Of(object? value) =>
        value switch
        {
            null => "",
            string text => text,
            bool answer => answer ? "Yes" : "No",
            DateOnly date => UkTime.Date(date),
            TimeOnly time => Time(time),
            Enum member => DisplayNames.Of(member),
            int number => Number(number),
            long number => Number(number),
            decimal figure => FigureText.Words(figure),
            IEnumerable many => string.Join("\n", many.Cast<object?>().Select(Of)),
            _ => Convert.ToString(value, English) ?? "",
        };
}
