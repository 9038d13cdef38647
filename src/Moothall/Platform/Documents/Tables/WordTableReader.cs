using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Moothall.Platform.Documents.Tables;

/// <summary>Reads the tables of a Word document, and its text. A table inside a cell is a table of its own.</summary>
internal static class WordTableReader
{
    private const int DeepestNesting = 400;
    private static readonly OpenSettings Settings = new() { AutoSave = false };

    /// <summary>All tables in the order in which they begin.</summary>
    public static List<SheetTable> Read(Stream document) =>
        Opened(
            document,
            (_, body) =>
                body.Descendants<Table>()
                    .Where(table => !IsFallback(table))
                    .Take(TableReader.MostTables)
                    .Select((table, index) => Of(table, index + 1))
                    .Where(table => table.Rows.Count > 0)
                    .ToList()
        );

    /// <summary>The text of the document as one reads it, a paragraph or a row of a table a line.</summary>
    public static string Text(Stream document) =>
        Opened(
            document,
            (_, body) =>
            {
                var lines = new List<string>();
                foreach (var block in Within(body))
                {
                    Collect(block, lines);
                }

                return string.Join('\n', lines);
            }
        );

    // Reading the elements goes down as deep as they are nested; a document nested without measure would end the process.
    internal static T Opened<T>(Stream document, Func<MainDocumentPart, Body, T> read)
    {
        using var word = WordprocessingDocument.Open(document, false, Settings);
        var part =
            word.MainDocumentPart
            ?? throw new UnreadableTableException("This Word document has no text.");
        IEnumerable<OpenXmlPart?> parts =
        [
            part,
            part.FootnotesPart,
            part.EndnotesPart,
            part.WordprocessingCommentsPart,
            .. part.HeaderParts,
            .. part.FooterParts,
        ];
        foreach (var one in parts.OfType<OpenXmlPart>())
        {
            Measure(one);
        }

        return read(
            part,
            part.Document?.Body
                ?? throw new UnreadableTableException("This Word document has no text.")
        );
    }

    private static void Measure(OpenXmlPart part)
    {
        using var content = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(
            content,
            new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
        );
        while (reader.Read())
        {
            if (reader.Depth > DeepestNesting)
            {
                throw new UnreadableTableException(
                    "The tables of this document are nested too deeply to be read."
                );
            }
        }
    }

    private static void Collect(OpenXmlElement block, List<string> lines)
    {
        switch (block)
        {
            case Paragraph paragraph when TextOf(paragraph) is { Length: > 0 } text:
                lines.Add(text);
                break;
            case Table table:
                lines.AddRange(
                    Rows(table)
                        .Select(row =>
                            string.Join(" | ", Cells(row).Select(cell => CellText(cell)))
                        )
                        .Where(line => line.Trim(' ', '|').Length > 0)
                );
                break;
        }
    }

    private static SheetTable Of(Table table, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Table {number}");
        var rows = new List<SheetRow>();
        var marked = new List<int>();
        var above = new List<SheetCell>();
        foreach (var row in Rows(table))
        {
            var cells = new List<SheetCell>();
            var before = row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0;
            cells.AddRange(
                Enumerable.Repeat(SheetCell.Empty, Math.Clamp(before, 0, TableReader.MostColumns))
            );
            foreach (var cell in Cells(row))
            {
                var merge = cell.TableCellProperties?.VerticalMerge;
                var goesOn = merge is not null && merge.Val?.Value != MergedCellValues.Restart;
                cells.Add(
                    goesOn && cells.Count < above.Count
                        ? above[cells.Count]
                        : new(TableReader.Clean(CellText(cell)))
                );
                var across = cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1;
                cells.AddRange(
                    Enumerable.Repeat(
                        SheetCell.Empty,
                        Math.Clamp(across - 1, 0, TableReader.MostColumns)
                    )
                );
                if (cells.Count >= TableReader.MostColumns)
                {
                    break;
                }
            }

            if (
                row.TableRowProperties?.GetFirstChild<TableHeader>() is { } header
                && header.Val?.Value != OnOffOnlyValues.Off
            )
            {
                marked.Add(rows.Count);
            }

            above = cells;
            rows.Add(new($"{name}, row {rows.Count + 1}", rows.Count + 1, cells));
            TableReader.Bound(rows.Count, name);
        }

        return SheetTable.Of(name, rows, marked);
    }

    internal static IEnumerable<TableRow> Rows(Table table) => Within(table).OfType<TableRow>();

    internal static IEnumerable<TableCell> Cells(TableRow row) => Within(row).OfType<TableCell>();

    private static string CellText(TableCell cell) =>
        string.Join('\n', Paragraphs(cell).Select(TextOf)).Trim();

    internal static IEnumerable<Paragraph> Paragraphs(TableCell cell) =>
        Within(cell).OfType<Paragraph>();

    /// <summary>What stands in an element, also in content controls and marks, which may stand within each other.</summary>
    internal static IEnumerable<OpenXmlElement> Within(OpenXmlElement element) =>
        element.ChildElements.SelectMany(child =>
            IsPlaceholder(child) ? []
            : child.LocalName is "sdt" or "sdtContent" or "customXml" or "smartTag" ? Within(child)
            : [child]
        );

    // Marks that Word no longer knows are kept as they are, with all that stands in them, so names count and not types.
    internal static string TextOf(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (
            var part in paragraph
                .Descendants()
                .Where(part => part.NamespaceUri == paragraph.NamespaceUri)
        )
        {
            var words = part.LocalName switch
            {
                "t" => part.InnerText,
                "tab" when part.Parent?.LocalName == "r" => "\t",
                "br" => "\n",
                "noBreakHyphen" => "-",
                _ => "",
            };
            if (words.Length > 0 && !IsFallback(part) && !IsUnseen(part))
            {
                text.Append(words);
            }
        }

        return text.ToString().Trim();
    }

    // What was moved away with changes tracked stands in the document twice; "Click here to enter text" was written by nobody.
    private static bool IsUnseen(OpenXmlElement part) =>
        part.Ancestors()
            .TakeWhile(one => one is not Body)
            .Any(one => one.LocalName is "del" or "moveFrom" || IsPlaceholder(one));

    private static bool IsPlaceholder(OpenXmlElement element) =>
        element is SdtElement { SdtProperties: { } properties }
        && properties.Elements<ShowingPlaceholder>().Any(one => one.Val?.Value != false);

    // Word writes the same drawing twice, for new and for old programs.
    internal static bool IsFallback(OpenXmlElement element) =>
        element.Ancestors<AlternateContentFallback>().Any();
}
