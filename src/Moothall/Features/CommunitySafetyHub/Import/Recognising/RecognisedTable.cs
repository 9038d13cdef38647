using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Tables;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>A column and what it was taken for, with the reason; one that is not read says so.</summary>
public sealed record RecognisedColumn(int Index, string Heading, ImportField? Field, string Why)
{
    /// <summary>The heading, with its number where the same stands over several columns.</summary>
    public string Name { get; init; } = Heading;

    /// <summary>Whether somebody said what it is.</summary>
    public bool IsSaid { get; init; }

    /// <summary>What an answer about it is kept under.</summary>
    public string Key => ColumnAnswers.KeyOf(Name);

    /// <summary>What it is read as, as an answer would say it.</summary>
    public string Reading => Field?.ToString() ?? QuestionBook.LeaveOut;
}

/// <summary>A row that is no entry of the list, and why.</summary>
public sealed record SkippedRow(string Place, string Why);

/// <summary>A table whose headings were recognised.</summary>
public sealed record RecognisedTable(
    string Name,
    SheetRow Header,
    IReadOnlyList<RecognisedColumn> Columns,
    IReadOnlyList<SheetRow> Rows,
    IReadOnlyList<SkippedRow> Skipped
)
{
    /// <summary>The columns of a field, in order.</summary>
    public IEnumerable<RecognisedColumn> Of(ImportField field) =>
        Columns.Where(column => column.Field == field);

    /// <summary>Whether any column means this.</summary>
    public bool Has(ImportField field) => Columns.Any(column => column.Field == field);
}

/// <summary>What was recognised in a file.</summary>
/// <param name="Tables">The tables that are lists of this kind.</param>
/// <param name="Unread">The others by name, with why they are not read.</param>
/// <param name="Others">Those of the others that have headings, which somebody may say the meaning of.</param>
public sealed record Recognition(
    IReadOnlyList<RecognisedTable> Tables,
    IReadOnlyList<SkippedRow> Unread,
    IReadOnlyList<RecognisedTable> Others
)
{
    /// <summary>Every table with headings, the lists first.</summary>
    public IEnumerable<RecognisedTable> All => Tables.Concat(Others);
}
