using System.Globalization;
using System.Text.RegularExpressions;

namespace Moothall.Platform.Ui;

/// <summary>A time of day as people write it: 10:00, 10.00, 1000, 10am, 10.30 pm, midday, midnight.</summary>
public static partial class TimeText
{
    /// <summary>The time, or null when the text is no time.</summary>
    public static TimeOnly? Read(string text)
    {
        var plain = text.Trim().ToLowerInvariant();
        if (plain is "midday" or "noon" or "midnight")
        {
            return plain == "midnight" ? TimeOnly.MinValue : new TimeOnly(12, 0);
        }
        var match = Pattern().Match(plain);
        if (!match.Success)
        {
            return null;
        }
        var hour = int.Parse(
            match.Groups["hour"].ValueSpan,
            NumberStyles.None,
            CultureInfo.InvariantCulture
        );
        var minute = match.Groups["minute"] is { Success: true, ValueSpan: var digits }
            ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }
            hour = (hour % 12) + (match.Groups["half"].Value == "p" ? 12 : 0);
        }
        return hour > 23 || minute > 59 ? null : new TimeOnly(hour, minute);
    }

    [GeneratedRegex(
        @"^(?<hour>[0-9]{1,2}?)(?:[:.]?(?<minute>[0-9]{2}))?(?::00)?\s*(?:(?<half>[ap])\.?m\.?)?$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Pattern();
}
