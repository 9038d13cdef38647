using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Moothall.Platform.Documents.Tables;

namespace Moothall.Platform.Documents.Outlines;

/// <summary>
/// Numbers the pieces of a document as they come, and takes from each line what only says how it looked: bullets, marks of bold
/// text, bookmarks, footnotes written into the line, and the tags that programs leave which turn pages into text.
/// </summary>
internal sealed partial class OutlinePen
{
    private int number;

    /// <summary>The pieces of one line: none where it says nothing, several where tags divide it.</summary>
    public List<Piece> Line(
        string place,
        string line,
        bool isBullet = false,
        int level = 0,
        string note = ""
    )
    {
        var pieces = new List<Piece>();
        if (!Tag().IsMatch(line) && !InnerBullet().IsMatch(line))
        {
            Add(line, isBullet);
            return pieces;
        }

        // "<p>One</p> <ul> • Two • Three <p>Four" is four paragraphs, of which two are items.
        foreach (var part in Tag().Split(line))
        {
            var items = InnerBullet().Split(part);
            for (var at = 0; at < items.Length; at++)
            {
                Add(items[at], isBullet || at > 0);
            }
        }

        return pieces;

        void Add(string text, bool isItem)
        {
            if (Make(place, text, isItem, level, note) is { } piece)
            {
                pieces.Add(piece);
            }
        }
    }

    private Piece? Make(string place, string line, bool isBullet, int level, string note)
    {
        if (Rule().IsMatch(line))
        {
            return line.Trim().Length > 0 ? new(++number, place, "") { IsRule = true } : null;
        }

        var text = WebUtility.HtmlDecode(Bookmark().Replace(line, " "));
        text = InlineNote()
            .Replace(
                text,
                found =>
                {
                    note = string.Join(
                        '\n',
                        new[] { note, found.Groups["note"].Value.Trim() }.Where(one =>
                            one.Length > 0
                        )
                    );
                    return "";
                }
            );
        var bold = Bold().Match(text.Trim());
        text = TableReader
            .Clean(Stars().Replace(text, "${words}"))
            .Replace("**", "", StringComparison.Ordinal)
            .Replace('\u00A0', ' ')
            .Trim();
        var bullet = Bullet().Match(text);
        text = (bullet.Success ? text[bullet.Length..] : text).Trim();
        return text.Length == 0
            ? null
            : new(++number, place, text)
            {
                IsBullet = isBullet || bullet.Success,
                Level = level == 0 && bold.Success ? Piece.LowestLevel : level,
                Note = note,
            };
    }

    /// <summary>"Line 14".</summary>
    public static string LinePlace(int line) =>
        string.Create(CultureInfo.InvariantCulture, $"Line {line}");

    /// <summary>"Table 2, row 3".</summary>
    public static string RowPlace(string table, int row) =>
        string.Create(CultureInfo.InvariantCulture, $"{table}, row {row}");

    [GeneratedRegex(
        @"</?(?:p|ul|ol|li|br|div|td|tr|span)\b[^<>]{0,200}>",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<=\S)\s+[•·▪◦‣●]\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InnerBullet();

    [GeneratedRegex(
        @"\[bookmark:[^\]]{0,100}\]|\[footnoteRef:[0-9]{1,4}\](?!\s*\[[0-9]{1,4}:)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Bookmark();

    [GeneratedRegex(
        @"\[footnoteRef:[0-9]{1,4}\]\s*\[[0-9]{1,4}:\s*(?<note>[^\]]{0,2000})\]",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex InlineNote();

    [GeneratedRegex(
        @"^(?<mark>\*\*|__)(?<words>[^*_\n]{1,300})\k<mark>:?\z",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Bold();

    [GeneratedRegex(@"\*\*(?<words>[^*\n]{1,1000})\*\*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stars();

    [GeneratedRegex(@"^[*\-–—_=.~#…\s]{3,}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(?:[•·▪◦‣●\-–*]|o(?=\s{2,}|\t))\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bullet();
}
