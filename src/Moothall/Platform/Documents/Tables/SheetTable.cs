namespace Moothall.Platform.Documents.Tables;

/// <summary>A cell as a reader of the document sees it.</summary>
/// <param name="Text">Its words; a date or number also as text.</param>
/// <param name="Date">The date, where the document itself says that the cell holds one.</param>
/// <param name="Number">The number, where the document itself says that the cell holds one.</param>
public sealed record SheetCell(string Text, DateTime? Date = null, double? Number = null)
{
    /// <summary>A cell with nothing in it.</summary>
    public static readonly SheetCell Empty = new("");

    /// <summary>Whether nothing is in it.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}

/// <summary>A row with its place in words, so that a person finds it again: "Sheet Cases, row 14".</summary>
public sealed record SheetRow(string Place, int Number, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>Whether every cell is blank.</summary>
    public bool IsBlank => Cells.All(cell => cell.IsBlank);

    /// <summary>The cell of a column, counted from 0; one beyond the row's end is empty.</summary>
    public SheetCell At(int column) =>
        column >= 0 && column < Cells.Count ? Cells[column] : SheetCell.Empty;
}

/// <summary>
/// A table of a spreadsheet, of a file of separated values or of a Word document, all of them the same to whoever reads it. A
/// cell merged downwards stands in each of its rows; one merged across stands once, in its first column.
/// </summary>
/// <param name="Name">What the document calls it: the sheet's name, or "Table 2".</param>
/// <param name="Rows">All its rows in order, those above the headings and the blank ones included.</param>
/// <param name="HeaderCandidates">Positions in <paramref name="Rows"/> that could be the headings, the likeliest first.</param>
public sealed record SheetTable(
    string Name,
    IReadOnlyList<SheetRow> Rows,
    IReadOnlyList<int> HeaderCandidates
)
{
    private const int LookedThrough = 30;

    /// <summary>Makes the table, finding the rows that could hold its headings.</summary>
    /// <param name="name">What the document calls it.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="marked">Positions of rows that the document itself marks as headings.</param>
    public static SheetTable Of(
        string name,
        IReadOnlyList<SheetRow> rows,
        IReadOnlyCollection<int>? marked = null
    )
    {
        // Headings are words side by side; what stands above them is one line of title, what stands below has dates and numbers.
        var likely = Enumerable
            .Range(0, Math.Min(LookedThrough, rows.Count))
            .Select(position => (Position: position, Words: Words(rows[position])))
            .Where(one => one.Words > 1 || marked?.Contains(one.Position) == true)
            .OrderByDescending(one => marked?.Contains(one.Position) == true)
            .ThenBy(one => one.Position)
            .Select(one => one.Position);
        return new(name, rows, [.. likely]);
    }

    private static int Words(SheetRow row) =>
        row.Cells.Count(cell =>
            !cell.IsBlank
            && cell.Date is null
            && cell.Number is null
            && cell.Text.Length <= 120
            && cell.Text.Any(char.IsLetter)
        );
}

/// <summary>The tables of a file, or why it was refused in words for the person who chose it.</summary>
/// <param name="Tables">Its tables; none where it was refused.</param>
/// <param name="ContentType">The type found in the content.</param>
/// <param name="FileName">The clean name.</param>
/// <param name="Refusal">Why it cannot be read; empty where it can.</param>
public sealed record ReadTables(
    IReadOnlyList<SheetTable> Tables,
    string ContentType,
    string FileName,
    string Refusal
)
{
    internal static ReadTables Refuse(string reason) => new([], "", "", reason);
}

/// <summary>Why a file that passed the inspection still cannot be read as tables.</summary>
internal sealed class UnreadableTableException : Exception
{
    public UnreadableTableException() { }

    public UnreadableTableException(string message)
        : base(message) { }

    public UnreadableTableException(string message, Exception inner)
        : base(message, inner) { }
}
