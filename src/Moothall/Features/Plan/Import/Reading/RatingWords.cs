using System.Text.RegularExpressions;
using Moothall.Features.Plan.Progress;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>Reads how plans rate their actions: Red, A, On track, Green – on track. What it does not know it does not guess.</summary>
public static partial class RatingWords
{
    private static readonly (ProgressRating Rating, string[] Words)[] Known =
    [
        (
            ProgressRating.Blue,
            ["b", "blue", "complete", "completed", "done", "achieved", "delivered", "finished"]
        ),
        (ProgressRating.Green, ["g", "green", "on track", "on target", "on schedule"]),
        (ProgressRating.Amber, ["a", "amber", "slippage", "some slippage", "minor slippage"]),
        (ProgressRating.Red, ["r", "red", "off track", "off target", "not on track"]),
        (
            ProgressRating.Grey,
            ["grey", "gray", "not started", "not yet started", "on hold", "not started or on hold"]
        ),
    ];

    private static readonly string[] Colours = ["blue", "green", "amber", "red", "grey", "gray"];

    /// <summary>The rating that a cell of ratings says; nothing where it says none that is known, or two.</summary>
    public static ProgressRating? Of(string words)
    {
        var parts = Parts(words);
        var rated = parts.Select(Rating).ToList();
        var ratings = rated.Where(one => one is not null).Distinct().ToList();
        // After a colour may stand why; any other word could be turned round by what follows it: "Complete but for two".
        return
            ratings.Count == 1
            && (!rated.Contains(null) || parts.Length > 0 && Colours.Contains(parts[0]))
            ? ratings[0]
            : null;
    }

    /// <summary>The rating that words of progress are, where they are nothing else. A letter alone is none there.</summary>
    public static ProgressRating? Alone(string words) =>
        Parts(words) is [{ Length: > 1 } only] ? Rating(only) : null;

    private static ProgressRating? Rating(string part) =>
        Known
            .Where(one => one.Words.Contains(part))
            .Select(one => (ProgressRating?)one.Rating)
            .FirstOrDefault();

    private static string[] Parts(string words) =>
        [
            .. Between()
                .Split(words)
                .Select(part => NoLetters().Replace(part, " ").Trim().ToLowerInvariant())
                .Where(part => part.Length > 0),
        ];

    [GeneratedRegex(@"\s+-\s+|\s*[–—/:;,.()\[\]\n]\s*", RegexOptions.None, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+", RegexOptions.None, 1000)]
    private static partial Regex NoLetters();
}
