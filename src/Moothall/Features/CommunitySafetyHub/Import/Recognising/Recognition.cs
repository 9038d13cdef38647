using System.Text.RegularExpressions;
using Moothall.Platform.Documents.Tables;
using Moothall.Platform.Spelling;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>A column and what it was taken for, with the reason; one that is not read says so.</summary>
public sealed record RecognisedColumn(int Index, string Heading, ImportField? Field, string Why);

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

/// <summary>What was recognised in a file: the tables that are lists of this kind, and the others by name.</summary>
public sealed record Recognition(
    IReadOnlyList<RecognisedTable> Tables,
    IReadOnlyList<SkippedRow> Unread
);

/// <summary>Finds the headings of a list and what they mean. A heading that is not known is shown as not read, never passed over.</summary>
public static partial class Recogniser
{
    private const double NearEnough = 0.94;

    private static readonly ImportField[] MaySpread =
    [
        ImportField.Summary,
        ImportField.Update,
        ImportField.Telephone,
        ImportField.Address,
        ImportField.Note,
    ];

    /// <summary>Looks through the tables for lists of this kind.</summary>
    public static Recognition Recognise(IReadOnlyList<SheetTable> tables, ImportKind kind)
    {
        var (found, unread) = (new List<RecognisedTable>(), new List<SkippedRow>());
        foreach (var table in tables)
        {
            var best = table
                .HeaderCandidates.Select(position =>
                    (Position: position, Columns: Columns(table.Rows[position], kind))
                )
                .Where(one => IsList(one.Columns, kind))
                .OrderByDescending(one => one.Columns.Count(column => column.Field is not null))
                .ThenBy(one => one.Position)
                .FirstOrDefault();
            if (best.Columns is null)
            {
                unread.Add(
                    new(table.Name, $"No headings of a list of {Words(kind)} were found in it.")
                );
                continue;
            }

            found.Add(Read(table, best.Position, best.Columns));
        }

        return new(found, unread);
    }

    /// <summary>What each cell of a row of headings means.</summary>
    public static IReadOnlyList<RecognisedColumn> Columns(SheetRow header, ImportKind kind)
    {
        var columns = header
            .Cells.Select(
                (cell, index) => cell.IsBlank ? null : Column(index, cell.Text.Trim(), kind)
            )
            .OfType<RecognisedColumn>()
            .ToList();
        for (var at = 0; at < columns.Count; at++)
        {
            if (
                columns[at].Field is { } field
                && !MaySpread.Contains(field)
                && columns.Take(at).FirstOrDefault(other => other.Field == field) is { } earlier
            )
            {
                columns[at] = columns[at] with
                {
                    Field = null,
                    Why = $"Not read: “{earlier.Heading}” is taken for the same.",
                };
            }
        }

        return columns;
    }

    private static RecognisedColumn Column(int index, string heading, ImportKind kind)
    {
        var known = HeadingWords.Of(kind);
        // "Date due (dd/mm/yyyy)" and "Owner *" mean what stands before the remark.
        foreach (var words in new[] { heading, Remark().Replace(heading, " ") }.Distinct())
        {
            var folded = FoldedText.Letters(words);
            if (known.FirstOrDefault(one => one.Folded == folded) is { } same)
            {
                return new(index, heading, same.Field, $"“{heading}” is a usual heading for this.");
            }
        }

        var plain = FoldedText.Letters(Remark().Replace(heading, " "));
        var near = known
            .Where(one => one.Folded.Length > 4)
            .Select(one => (Word: one, Score: JaroWinkler.Similarity(one.Folded, plain)))
            .OrderByDescending(one => one.Score)
            .FirstOrDefault();
        if (near.Word is not null && near.Score >= NearEnough)
        {
            return new(
                index,
                heading,
                near.Word.Field,
                $"“{heading}” is spelt nearly like “{near.Word.Shown}”."
            );
        }

        var within = known
            .Where(one =>
                one.Folded.Length > 6 && plain.Contains(one.Folded, StringComparison.Ordinal)
            )
            .MaxBy(one => one.Folded.Length);
        return within is null
            ? new(index, heading, null, "Not read: this heading is not known.")
            : new(index, heading, within.Field, $"“{heading}” holds the words “{within.Shown}”.");
    }

    private static bool IsList(IReadOnlyList<RecognisedColumn> columns, ImportKind kind)
    {
        bool Has(params ImportField[] fields) =>
            columns.Any(column => column.Field is { } field && fields.Contains(field));
        return kind switch
        {
            ImportKind.Cases => Has(
                ImportField.OldReference,
                ImportField.Title,
                ImportField.FullName,
                ImportField.FamilyName
            )
                && columns.Count(column => column.Field is not null) >= 2,
            ImportKind.Members => Has(ImportField.Agency),
            _ => Has(ImportField.ActionText)
                && Has(ImportField.Owner, ImportField.Person, ImportField.Due),
        };
    }

    private static RecognisedTable Read(
        SheetTable table,
        int position,
        IReadOnlyList<RecognisedColumn> columns
    )
    {
        var header = table.Rows[position];
        var (rows, skipped) = (new List<SheetRow>(), new List<SkippedRow>());
        foreach (var row in table.Rows.Skip(position + 1).Where(row => !row.IsBlank))
        {
            var filled = row.Cells.Where(cell => !cell.IsBlank).ToList();
            if (Same(row, header))
            {
                skipped.Add(new(row.Place, "The headings, repeated."));
            }
            else if (
                Total().IsMatch(filled[0].Text)
                && filled.Count <= Math.Max(3, columns.Count / 2)
            )
            {
                skipped.Add(new(row.Place, "A line of totals."));
            }
            else if (filled.Count == 1 && columns.Count > 2 && row.Cells[0] == filled[0])
            {
                skipped.Add(
                    new(row.Place, $"A heading within the list: “{Short(filled[0].Text)}”.")
                );
            }
            else
            {
                rows.Add(row);
            }
        }

        return new(table.Name, header, columns, rows, skipped);
    }

    private static bool Same(SheetRow row, SheetRow header) =>
        row
            .Cells.Select(cell => cell.Text)
            .SequenceEqual(
                header.Cells.Select(cell => cell.Text),
                StringComparer.OrdinalIgnoreCase
            );

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;

    private static string Words(ImportKind kind) =>
        kind == ImportKind.Minutes ? "actions" : DisplayNames.Of(kind).ToLowerInvariant();

    [GeneratedRegex(@"\([^)]*\)|\*|:|\?|#", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Remark();

    [GeneratedRegex(
        @"^\s*(grand\s+|sub-?\s*)?(totals?|count)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Total();
}
