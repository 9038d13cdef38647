using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ExcelDataReader;

namespace Moothall.Platform.Documents.Tables;

/// <summary>
/// Reads the sheets of a workbook, hidden ones left out: what a person cannot see they cannot check. Hidden rows and columns are
/// left out too where the caller can say so. A list of cases keeps them: its rows are mostly hidden by a filter that somebody
/// forgot, and a case that is left out is missed more dearly than one that is looked at.
/// </summary>
internal static partial class ExcelTables
{
    // The reader asks for the Windows letters before it knows that a workbook of today has none.
    static ExcelTables() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The sheets that can be seen.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="leftOut">Takes what was hidden or an error; nothing where hidden rows and columns are to be read.</param>
    public static List<SheetTable> Read(Stream workbook, List<LeftOut>? leftOut = null)
    {
        var errors = leftOut is null ? null : CellErrors.Read(workbook);
        workbook.Position = 0;
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(
            workbook,
            new() { LeaveOpen = true }
        );
        var tables = new List<SheetTable>();
        do
        {
            var name = TableReader.Clean(reader.Name);
            if (reader.VisibleState != "visible")
            {
                if (leftOut is not null && HasContent(reader))
                {
                    leftOut.Add(new($"Sheet {name}", "This sheet is hidden and was not taken in."));
                }
            }
            else if (Sheet(reader, name, leftOut, errors?[name] ?? []) is { Rows.Count: > 0 } sheet)
            {
                tables.Add(sheet);
            }
        } while (reader.NextResult() && tables.Count < TableReader.MostTables);

        return tables;
    }

    private static SheetTable Sheet(
        IExcelDataReader reader,
        string name,
        List<LeftOut>? leftOut,
        IEnumerable<(int Row, int Column, string Error)> errors
    )
    {
        var rows = new List<List<SheetCell>>();
        var hidden = new HashSet<int>();
        var blank = 0;
        while (blank < TableReader.BlankRowsAtTheEnd && reader.Read())
        {
            var columns = Math.Min(reader.FieldCount, TableReader.MostColumns);
            var cells = Enumerable
                .Range(0, columns)
                .Select(column =>
                    Cell(reader.GetValue(column), reader.GetNumberFormatString(column))
                )
                .ToList();
            if (reader.RowHeight == 0)
            {
                hidden.Add(rows.Count);
            }

            rows.Add(cells);
            blank = cells.TrueForAll(cell => cell.IsBlank) ? blank + 1 : 0;
            TableReader.Bound(rows.Count - blank, $"Sheet {reader.Name}");
        }

        rows.RemoveRange(rows.Count - blank, blank);
        FillDown(rows, reader.MergeCells ?? []);
        if (leftOut is not null)
        {
            var columns = Enumerable
                .Range(0, Math.Min(reader.FieldCount, TableReader.MostColumns))
                .Where(column => reader.GetColumnWidth(column) == 0);
            var cells = new HiddenCells(columns.ToHashSet(), hidden);
            leftOut.AddRange(cells.TakeOut($"Sheet {name}", rows, reader.MergeCells ?? []));
            leftOut.AddRange(
                errors
                    .Where(one => !cells.IsHidden(one.Row, one.Column))
                    .Select(one => new LeftOut(
                        Place(name, one.Row),
                        $"Column {HiddenCells.Letters(one.Column)} shows the error {one.Error}"
                    ))
            );
        }

        return SheetTable.Of(
            name,
            [.. rows.Select((cells, index) => new SheetRow(Place(name, index), index + 1, cells))]
        );
    }

    private static string Place(string sheet, int row) => $"Sheet {sheet}, row {row + 1}";

    private static bool HasContent(IExcelDataReader reader)
    {
        while (reader.Read())
        {
            if (Enumerable.Range(0, reader.FieldCount).Any(one => reader.GetValue(one) is not null))
            {
                return true;
            }
        }

        return false;
    }

    private static SheetCell Cell(object? value, string? format) =>
        value switch
        {
            null => SheetCell.Empty,
            DateTime date => new(
                date.TimeOfDay == TimeSpan.Zero
                    ? date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
                    : date.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture),
                Date: date
            ),
            TimeSpan time => new(time.ToString(@"hh\:mm", CultureInfo.InvariantCulture)),
            bool yes => new(yes ? "Yes" : "No"),
            string text => new(TableReader.Clean(text)),
            double number when Percentage().Match(format ?? "") is { Success: true } shown => new(
                (number * 100).ToString(
                    $"F{shown.Groups["decimals"].Length}",
                    CultureInfo.InvariantCulture
                ) + "%",
                Number: number
            ),
            double number => new(
                number.ToString("0.###############", CultureInfo.InvariantCulture),
                Number: number
            ),
            IFormattable other => new(
                TableReader.Clean(other.ToString(null, CultureInfo.InvariantCulture))
            ),
            _ => new(TableReader.Clean(value.ToString() ?? "")),
        };

    private static void FillDown(List<List<SheetCell>> rows, CellRange[] merged)
    {
        // Merged cells never share a cell, so together they are no taller than there are cells to fill.
        var spare = rows.Sum(row => (long)row.Count);
        foreach (var range in merged)
        {
            if (
                range.ToRow == range.FromRow
                || range.FromRow >= rows.Count
                || range.FromColumn >= rows[range.FromRow].Count
            )
            {
                continue;
            }

            spare -= Math.Min(range.ToRow, rows.Count - 1) - range.FromRow;
            if (spare < 0)
            {
                throw new UnreadableTableException(
                    "The merged cells of this workbook lie over each other. Open it, save it again under another name and bring that."
                );
            }

            var value = rows[range.FromRow][range.FromColumn];
            for (var row = range.FromRow + 1; row <= range.ToRow && row < rows.Count; row++)
            {
                if (range.FromColumn < rows[row].Count && rows[row][range.FromColumn].IsBlank)
                {
                    rows[row][range.FromColumn] = value;
                }
            }
        }
    }

    // "0.0%", whatever comes after it for numbers below nought.
    [GeneratedRegex(@"^[#,]*0(\.(?<decimals>0{1,10}))?%", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Percentage();
}
