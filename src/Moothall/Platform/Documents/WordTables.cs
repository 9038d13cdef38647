using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Moothall.Platform.Documents;

/// <summary>Tables of Word: as wide as the text, rows kept whole, the row of headings marked as such and repeated on every page.</summary>
internal static class WordTables
{
    /// <summary>Width of A4 in twentieths of a point.</summary>
    public const int PageWidth = 11906;

    /// <summary>Left and right margin, in twentieths of a point.</summary>
    public const int Margin = 1134;
    private const int TextWidth = PageWidth - 2 * Margin;

    public static IEnumerable<OpenXmlElement> Write(PaperTable table)
    {
        if (table.Caption.Length > 0)
        {
            yield return WordText.Paragraph(table.Caption, "Caption");
        }

        var widths = Share(table.Widths);
        var result = Start("TableGrid", widths, firstRow: true, firstColumn: false, table.Caption);
        var headings = Row(table.Headers, widths, "TableHeading", "TableHeading");
        headings.TableRowProperties!.Append(new TableHeader());
        result.Append(headings);
        result.Append(table.Rows.Select(row => Row(row, widths, "TableText", "TableText")));
        yield return result;
        yield return Gap();
    }

    public static IEnumerable<OpenXmlElement> Write(PaperKeyValues facts)
    {
        if (facts.Items.Count == 0)
        {
            yield break;
        }

        var widths = Share([1, 2]);
        var result = Start("TableGrid", widths, firstRow: false, firstColumn: true, "");
        result.Append(
            facts.Items.Select(item =>
                Row([item.Key, item.Value], widths, "TableHeading", "TableText")
            )
        );
        yield return result;
        yield return Gap();
    }

    private static Table Start(
        string style,
        int[] widths,
        bool firstRow,
        bool firstColumn,
        string caption
    )
    {
        var properties = new TableProperties(
            new TableStyle { Val = style },
            new TableWidth { Type = TableWidthUnitValues.Dxa, Width = Number(widths.Sum()) },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook
            {
                Val = "0000",
                FirstRow = firstRow,
                FirstColumn = firstColumn,
                LastRow = false,
                LastColumn = false,
                NoHorizontalBand = true,
                NoVerticalBand = true,
            }
        );
        if (caption.Length > 0)
        {
            properties.Append(new TableCaption { Val = PlainText.ForXml(caption) });
        }

        return new Table(
            properties,
            new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) }))
        );
    }

    private static TableRow Row(
        IReadOnlyList<string> cells,
        int[] widths,
        string firstStyle,
        string otherStyle
    )
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        for (var column = 0; column < cells.Count; column++)
        {
            var width = new TableCellWidth
            {
                Type = TableWidthUnitValues.Dxa,
                Width = Number(widths[column]),
            };
            row.Append(
                new TableCell(
                    new TableCellProperties(width),
                    WordText.Paragraph(cells[column], column == 0 ? firstStyle : otherStyle)
                )
            );
        }

        return row;
    }

    // Word joins two tables that touch, so something always stands between them.
    private static Paragraph Gap() => WordText.Paragraph("", "TableText");

    private static int[] Share(IReadOnlyList<int> widths)
    {
        var sum = widths.Sum(width => (long)width);
        return [.. widths.Select(width => (int)(TextWidth * width / sum))];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
