using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Moothall.Platform.Documents.Tables;

/// <summary>Reads the sheets of a workbook, hidden ones left out: what a person cannot see they cannot check.</summary>
internal static class ExcelTables
{
    // The reader asks for the Windows letters before it knows that a workbook of today has none.
    static ExcelTables() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static List<SheetTable> Read(Stream workbook)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(
            workbook,
            new() { LeaveOpen = true }
        );
        var tables = new List<SheetTable>();
        do
        {
            if (reader.VisibleState == "visible" && Sheet(reader) is { Rows.Count: > 0 } sheet)
            {
                tables.Add(sheet);
            }
        } while (reader.NextResult() && tables.Count < TableReader.MostTables);

        return tables;
    }

    private static SheetTable Sheet(IExcelDataReader reader)
    {
        var rows = new List<List<SheetCell>>();
        var blank = 0;
        while (blank < TableReader.BlankRowsAtTheEnd && reader.Read())
        {
            var columns = Math.Min(reader.FieldCount, TableReader.MostColumns);
            var cells = Enumerable
                .Range(0, columns)
                .Select(column => Cell(reader.GetValue(column)))
                .ToList();
            rows.Add(cells);
            blank = cells.TrueForAll(cell => cell.IsBlank) ? blank + 1 : 0;
            TableReader.Bound(rows.Count - blank, $"Sheet {reader.Name}");
        }

        rows.RemoveRange(rows.Count - blank, blank);
        FillDown(rows, reader.MergeCells ?? []);
        var name = TableReader.Clean(reader.Name);
        return SheetTable.Of(
            name,
            [
                .. rows.Select(
                    (cells, index) =>
                        new SheetRow($"Sheet {name}, row {index + 1}", index + 1, cells)
                ),
            ]
        );
    }

    private static SheetCell Cell(object? value) =>
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
}
