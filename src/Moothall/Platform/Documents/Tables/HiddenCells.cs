using System.Globalization;
using ExcelDataReader;

namespace Moothall.Platform.Documents.Tables;

/// <summary>Takes what is hidden out of the cells of a sheet, each other cell staying in its place, and says what it was.</summary>
/// <param name="columns">Positions of the hidden columns.</param>
/// <param name="rows">Positions of the hidden rows.</param>
internal sealed class HiddenCells(IReadOnlySet<int> columns, IReadOnlySet<int> rows)
{
    /// <summary>Empties the hidden cells.</summary>
    /// <returns>What was in them: nothing where they were empty, as the columns to the right of a table mostly are.</returns>
    public IEnumerable<LeftOut> TakeOut(
        string place,
        List<List<SheetCell>> cells,
        CellRange[] merged
    )
    {
        foreach (var range in merged.Where(range => columns.Contains(range.FromColumn)))
        {
            MoveToSight(cells, range);
        }

        var (emptied, cleared) = (new SortedSet<int>(), new SortedSet<int>());
        for (var row = 0; row < cells.Count; row++)
        {
            for (var column = 0; column < cells[row].Count; column++)
            {
                if (!IsHidden(row, column) || cells[row][column].IsBlank)
                {
                    continue;
                }

                _ = rows.Contains(row) ? cleared.Add(row) : emptied.Add(column);
                cells[row][column] = SheetCell.Empty;
            }
        }

        if (emptied.Count > 0)
        {
            yield return new(place, Words(emptied, "column", Letters));
        }

        if (cleared.Count > 0)
        {
            yield return new(
                place,
                Words(cleared, "row", row => (row + 1).ToString(CultureInfo.InvariantCulture))
            );
        }
    }

    /// <summary>Whether a cell cannot be seen.</summary>
    public bool IsHidden(int row, int column) => columns.Contains(column) || rows.Contains(row);

    /// <summary>The letters of a column: A, B, … Z, AA.</summary>
    public static string Letters(int column) =>
        (column < 26 ? "" : Letters((column / 26) - 1)) + (char)('A' + (column % 26));

    // What is merged over a hidden column and others is seen in the others.
    private void MoveToSight(List<List<SheetCell>> cells, CellRange range)
    {
        var seen = Enumerable
            .Range(range.FromColumn, range.ToColumn - range.FromColumn + 1)
            .FirstOrDefault(column => !columns.Contains(column), -1);
        for (var row = range.FromRow; seen >= 0 && row <= range.ToRow && row < cells.Count; row++)
        {
            if (seen < cells[row].Count && cells[row][seen].IsBlank)
            {
                (cells[row][seen], cells[row][range.FromColumn]) = (
                    cells[row][range.FromColumn],
                    SheetCell.Empty
                );
            }
        }
    }

    private static string Words(SortedSet<int> positions, string one, Func<int, string> name)
    {
        var runs = new List<(int From, int Until)>();
        foreach (var position in positions)
        {
            if (runs.Count > 0 && runs[^1].Until == position - 1)
            {
                runs[^1] = (runs[^1].From, position);
            }
            else
            {
                runs.Add((position, position));
            }
        }

        var names = string.Join(
            ", ",
            runs.Select(run =>
                run.From == run.Until ? name(run.From) : $"{name(run.From)}–{name(run.Until)}"
            )
        );
        return positions.Count == 1
            ? $"1 {one} is hidden ({names}) and was not taken in."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{positions.Count:N0} {one}s are hidden ({names}) and were not taken in."
            );
    }
}
