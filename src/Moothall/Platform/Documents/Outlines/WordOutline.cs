using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Moothall.Platform.Documents.Tables;

namespace Moothall.Platform.Documents.Outlines;

/// <summary>Reads a Word document from top to bottom: paragraphs, lists, headings, footnotes, and tables with the paragraphs of each cell.</summary>
internal sealed partial class WordOutline
{
    private readonly OutlinePen pen = new();
    private readonly TextOutline outline;
    private readonly Dictionary<string, string> styles;
    private readonly Dictionary<long, string> notes;
    private int paragraphs;

    private WordOutline(MainDocumentPart part)
    {
        outline = new(pen);
        styles = (part.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
            .Where(style => style.StyleId?.Value is not null)
            .DistinctBy(style => style.StyleId!.Value)
            .ToDictionary(
                style => style.StyleId!.Value!,
                style => style.StyleName?.Val?.Value ?? ""
            );
        notes = (part.FootnotesPart?.Footnotes?.Elements<Footnote>() ?? [])
            .Where(note => note.Id is not null)
            .DistinctBy(note => note.Id!.Value)
            .ToDictionary(note => note.Id!.Value, WordAsides.Words);
    }

    /// <summary>The parts of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="leftOut">Takes what stands beside its text.</param>
    public static List<Block> Read(Stream document, List<LeftOut> leftOut) =>
        WordTableReader.Opened(
            document,
            (part, body) =>
            {
                var reader = new WordOutline(part);
                foreach (var element in WordTableReader.Within(body))
                {
                    reader.Take(element);
                }

                leftOut.AddRange(WordAsides.Of(part));
                return reader.outline.End();
            }
        );

    private void Take(OpenXmlElement element)
    {
        switch (element)
        {
            case DocumentFormat.OpenXml.Wordprocessing.Paragraph paragraph:
                paragraphs++;
                var (isBullet, level, note) = Look(paragraph);
                foreach (var line in WordTableReader.TextOf(paragraph).Split('\n'))
                {
                    outline.Take($"Paragraph {paragraphs}", line, isBullet, level, note);
                }

                break;
            case Table table:
                Take(table);
                break;
        }
    }

    private void Take(Table table)
    {
        var name = outline.NextTable();
        var rows = new List<GridRow>();
        foreach (var row in WordTableReader.Rows(table))
        {
            var place = OutlinePen.RowPlace(name, rows.Count + 1);
            var before = row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0;
            var cells = new List<GridCell>(Blank(before));
            foreach (var cell in WordTableReader.Cells(row))
            {
                var merge = cell.TableCellProperties?.VerticalMerge;
                var goesOn =
                    merge is not null
                    && merge.Val?.Value != MergedCellValues.Restart
                    && rows.Count > 0
                    && cells.Count < rows[^1].Cells.Count;
                cells.Add(
                    goesOn
                        ? new(rows[^1].Cells[cells.Count].Pieces, IsFromAbove: true)
                        : new([
                            .. WordTableReader
                                .Paragraphs(cell)
                                .SelectMany(one => Pieces(place, one)),
                        ])
                );
                cells.AddRange(Blank((cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1) - 1));
                if (cells.Count >= TableReader.MostColumns)
                {
                    break;
                }
            }

            rows.Add(new(place, cells));
            TableReader.Bound(rows.Count, name);
        }

        outline.Add(new Grid(name, rows));
        foreach (
            var inner in WordTableReader
                .Rows(table)
                .SelectMany(WordTableReader.Cells)
                .SelectMany(cell => WordTableReader.Within(cell).OfType<Table>())
        )
        {
            Take(inner);
        }
    }

    private IEnumerable<Piece> Pieces(
        string place,
        DocumentFormat.OpenXml.Wordprocessing.Paragraph paragraph
    )
    {
        var (isBullet, level, note) = Look(paragraph);
        return WordTableReader
            .TextOf(paragraph)
            .Split('\n')
            .SelectMany(line => pen.Line(place, line, isBullet, level, note));
    }

    private (bool IsBullet, int Level, string Note) Look(
        DocumentFormat.OpenXml.Wordprocessing.Paragraph paragraph
    )
    {
        var properties = paragraph.ParagraphProperties;
        var style = styles.GetValueOrDefault(properties?.ParagraphStyleId?.Val?.Value ?? "", "");
        var level =
            HeadingStyle().Match(style) is { Success: true } heading
                ? LevelOf(heading.Groups["level"].Value)
            : properties?.OutlineLevel?.Val?.Value is { } outlined and < Piece.LowestLevel
                ? outlined + 1
            : IsBold(paragraph) ? Piece.LowestLevel
            : 0;
        var numbering = properties?.NumberingProperties?.NumberingId?.Val?.Value;
        var isBullet =
            !HeadingStyle().IsMatch(style)
            && (numbering is > 0 || ListStyle().IsMatch(style) && numbering is null);
        return (
            isBullet,
            isBullet ? 0 : level,
            string.Join(
                '\n',
                paragraph
                    .Descendants<FootnoteReference>()
                    .Select(one => notes.GetValueOrDefault(one.Id?.Value ?? 0, ""))
                    .Where(one => one.Length > 0)
            )
        );
    }

    // A title stands above all headings.
    private static int LevelOf(string number) =>
        int.TryParse(number, CultureInfo.InvariantCulture, out var level) && level > 0 ? level : 1;

    // All of it bold, and short: a heading that nobody gave a style.
    private static bool IsBold(DocumentFormat.OpenXml.Wordprocessing.Paragraph paragraph)
    {
        var runs = paragraph.Elements<Run>().Where(run => run.InnerText.Trim().Length > 0).ToList();
        return runs.Count > 0
            && runs.TrueForAll(run =>
                run.RunProperties?.Bold is { } bold && bold.Val?.Value != false
            )
            && runs.Sum(run => run.InnerText.Length) <= 120;
    }

    private static IEnumerable<GridCell> Blank(int count) =>
        Enumerable.Repeat(GridCell.Empty, Math.Clamp(count, 0, TableReader.MostColumns));

    [GeneratedRegex(
        @"^(heading\s*(?<level>[0-9])|title|subtitle)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex HeadingStyle();

    [GeneratedRegex(
        @"^list (bullet|number)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ListStyle();
}
