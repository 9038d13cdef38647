using System.Globalization;
using System.Text.RegularExpressions;

namespace Moothall.Features.Partnership.Presets;

/// <summary>Reads the period of a priority where the papers give whole years; the words are kept beside it in any case.</summary>
internal static partial class PriorityPeriod
{
    /// <summary>"2024/25" is a plan year from 1 April to 31 March; "2025 to 2029" runs from 1 April to 31 March too; anything else gives no dates.</summary>
    public static (DateOnly? From, DateOnly? Until) Read(string period)
    {
        var match = Years().Match(period);
        if (!match.Success)
        {
            return (null, null);
        }

        var first = int.Parse(match.Groups["first"].ValueSpan, CultureInfo.InvariantCulture);
        var last = int.Parse(match.Groups["last"].ValueSpan, CultureInfo.InvariantCulture);
        return (
            new(first, 4, 1),
            new DateOnly(last < 100 ? (first / 100 * 100) + last : last, 3, 31)
        );
    }

    [GeneratedRegex(
        @"^(?<first>[0-9]{4})(?:/| to )(?<last>[0-9]{4}|[0-9]{2})\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Years();
}
