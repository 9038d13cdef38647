using System.Text.RegularExpressions;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>
/// How the plain text of a section is laid out, on page and paper alike. Lines that begin with "|" are rows of a table, the
/// first its headings; lines that begin with "- " are points, lines indented below one go on with it; a line that stands
/// alone and ends with a colon is a heading; lines that all read "Name: value" are facts; the rest are paragraphs, with an
/// empty line between. No text is an error, and no word of it is left out.
/// </summary>
public static partial class MinutesNotation
{
    private const int LongestHeading = 60;
    private const string ActionHeader = "No.";

    /// <summary>The blocks of a section's text.</summary>
    public static IEnumerable<PaperBlock> Blocks(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; )
        {
            if (string.IsNullOrWhiteSpace(lines[at]))
            {
                at++;
                continue;
            }

            var sort = SortOf(lines[at]);
            var end = at + 1;
            while (end < lines.Length && GoesOn(sort, lines[end]))
            {
                end++;
            }

            yield return Block(sort, lines[at..end]);
            at = end;
        }
    }

    /// <summary>A row of a table; what would end a cell or a row is taken out of the cells.</summary>
    public static string Row(params IEnumerable<string> cells) =>
        $"| {string.Join(" | ", cells.Select(Cell))} |";

    private static string Cell(string text) =>
        Spaces().Replace(text.Replace('|', '/'), " ").Trim() is { Length: > 0 } words ? words : "–";

    private enum Sort
    {
        Row,
        Point,
        Words,
    }

    private static Sort SortOf(string line) =>
        line.StartsWith('|') ? Sort.Row
        : line.StartsWith("- ", StringComparison.Ordinal) ? Sort.Point
        : Sort.Words;

    private static bool GoesOn(Sort sort, string line) =>
        !string.IsNullOrWhiteSpace(line)
        && (
            SortOf(line) == sort
            || (sort == Sort.Point && line.StartsWith("  ", StringComparison.Ordinal))
        );

    private static PaperBlock Block(Sort sort, string[] lines) =>
        sort switch
        {
            Sort.Row => Table(lines),
            Sort.Point => Points(lines),
            _ when lines is [var only] && IsHeading(only) => new PaperHeading(
                2,
                only.Trim(' ', ':')
            ),
            _ when lines.Length > 1 && Array.TrueForAll(lines, line => Fact().IsMatch(line)) =>
                new PaperKeyValues([.. lines.Select(FactOf)]),
            _ => new PaperText(string.Join('\n', lines)),
        };

    private static bool IsHeading(string line) =>
        line.TrimEnd().EndsWith(':') && line.Trim(' ', ':').Length is > 0 and <= LongestHeading;

    private static PaperKeyValue FactOf(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return new(line[..colon].Trim(), line[(colon + 1)..].Trim());
    }

    private static PaperBullets Points(string[] lines)
    {
        var points = new List<string>();
        foreach (var line in lines)
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                points.Add(line[2..]);
            }
            else
            {
                points[^1] += "\n" + line.Trim();
            }
        }

        return new(points);
    }

    // A row a person mistyped keeps all its words: too few cells are filled up, too many join in the last column.
    private static PaperTable Table(string[] lines)
    {
        var rows = lines.Select(Cells).ToList();
        var columns = rows[0].Count;
        var body = rows.Skip(1)
            .Select(row =>
                row.Count > columns
                    ? [.. row.Take(columns - 1), string.Join(" / ", row.Skip(columns - 1))]
                    : (IReadOnlyList<string>)[.. row, .. Enumerable.Repeat("", columns - row.Count)]
            )
            .ToList();
        int[]? widths =
            columns != 5 ? null
            : rows[0][0] == ActionHeader ? [1, 6, 4, 3, 5]
            : [5, 4, 4, 2, 2];
        return new("", rows[0], body, widths);
    }

    private static List<string> Cells(string line)
    {
        var inner = line.Trim()[1..];
        inner = inner.EndsWith('|') ? inner[..^1] : inner;
        return [.. inner.Split('|').Select(cell => cell.Trim())];
    }

    [GeneratedRegex("^[^:|]{1,30}: .+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fact();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
