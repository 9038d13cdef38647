using System.Text.RegularExpressions;
using Moothall.Platform.Documents.Outlines;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>Tells the heading of a strand, "Protect – recognise the causes", from an action (S4-F4).</summary>
internal static partial class StrandReading
{
    private const int LongestName = 6;

    /// <summary>The name and the sentence of a strand; nothing where the piece is none.</summary>
    public static (string Name, string Sentence)? Read(Piece piece)
    {
        if (piece.IsBullet || piece.IsRule)
        {
            return null;
        }

        if (
            Dashed().Match(piece.Text) is { Success: true } dashed
            && IsName(dashed.Groups["name"].Value)
        )
        {
            return (dashed.Groups["name"].Value.Trim(), dashed.Groups["sentence"].Value.Trim());
        }

        var bare = piece.Text.TrimEnd(':').Trim();
        return (piece.IsHeading || piece.Text.EndsWith(':')) && IsName(bare) && !bare.EndsWith('.')
            ? (bare, "")
            : null;
    }

    private static bool IsName(string name) =>
        char.IsLetterOrDigit(name[0])
        && name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is > 0 and <= LongestName;

    [GeneratedRegex(
        @"^(?<name>[^–—:]{2,60}?)(\s*[–—:]\s*|\s+-\s*|-\s+)(?<sentence>\S.*)\z",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Dashed();
}
