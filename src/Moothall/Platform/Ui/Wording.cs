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
