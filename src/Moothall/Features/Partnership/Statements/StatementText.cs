using System.Text.RegularExpressions;

namespace Moothall.Features.Partnership.Statements;

/// <summary>A heading, a paragraph or a list of a statement.</summary>
/// <param name="IsHeading">Whether it is a heading.</param>
/// <param name="Items">The items of a list; none otherwise.</param>
/// <param name="Lines">The lines of a heading or a paragraph.</param>
public sealed record StatementBlock(
    bool IsHeading,
    IReadOnlyList<string> Items,
    IReadOnlyList<string> Lines
);

/// <summary>Reads the few signs a statement may be written with.</summary>
public static partial class StatementText
{
    private const string Heading = "# ";
    private const string Item = "* ";

    /// <summary>The blocks of a text in their order.</summary>
    public static IEnumerable<StatementBlock> Blocks(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            var isHeading = line.StartsWith(Heading, StringComparison.Ordinal);
            if (
                lines.Count > 0
                && (
                    isHeading || string.IsNullOrWhiteSpace(line) || IsItem(line) != IsItem(lines[0])
                )
            )
            {
                yield return Block(lines);
                lines = [];
            }

            if (isHeading)
            {
                yield return new(true, [], [line[Heading.Length..].Trim()]);
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(line);
            }
        }
    }

    /// <summary>A line in parts, each a piece of text or a web address to follow.</summary>
    public static IEnumerable<(string Text, bool IsLink)> Parts(string line)
    {
        var end = 0;
        foreach (Match link in WebAddress().Matches(line))
        {
            yield return (line[end..link.Index], false);
            yield return (link.Value, true);
            end = link.Index + link.Length;
        }

        yield return (line[end..], false);
    }

    private static bool IsItem(string line) => line.StartsWith(Item, StringComparison.Ordinal);

    private static StatementBlock Block(List<string> lines) =>
        IsItem(lines[0])
            ? new(false, lines.ConvertAll(line => line[Item.Length..].Trim()), [])
            : new(false, [], lines);

    [GeneratedRegex(@"https://[^\s<>""]*[^\s<>"".,;:)]", RegexOptions.None, 1000)]
    private static partial Regex WebAddress();
}
