using System.Text.RegularExpressions;
using Moothall.Matching;
using Moothall.Platform.Documents.Tables;
using Moothall.Platform.Spelling;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

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
    public static Recognition Recognise(
        IReadOnlyList<SheetTable> tables,
        ImportKind kind,
        ColumnAnswers said
    )
    {
        var found = new List<RecognisedTable>();
        var (unread, others) = (new List<SkippedRow>(), new List<RecognisedTable>());
        foreach (var table in tables)
        {
            var candidates = table
                .HeaderCandidates.Select(position =>
                    (Position: position, Columns: Columns(table.Rows[position], kind, said))
                )
                .OrderByDescending(one => one.Columns.Count(column => column.Field is not null))
                .ThenBy(one => one.Position)
                .ToList();
            var best = candidates.Find(one => IsList(one.Columns, kind));
            if (best.Columns is not null)
            {
                found.Add(Read(table, best.Position, best.Columns));
                continue;
            }

            unread.Add(
                new(
                    table.Name,
                    $"No headings of a list of {Words(kind)} were found in it. {Needed(kind)}"
                )
            );
            if (candidates.Count > 0)
            {
                var (position, columns) = Headings(candidates);
                others.Add(Read(table, position, columns));
            }
        }

        return new(found, unread, others);
    }

    // Where no word of a heading is known, the headings are the first row about as wide as the table is.
    private static (int Position, IReadOnlyList<RecognisedColumn> Columns) Headings(
        List<(int Position, IReadOnlyList<RecognisedColumn> Columns)> candidates
    )
    {
        var widest = candidates.Max(one => one.Columns.Count);
        return candidates.First(one => one.Columns.Count * 4 >= widest * 3);
    }

    /// <summary>What each cell of a row of headings means.</summary>
    public static IReadOnlyList<RecognisedColumn> Columns(
        SheetRow header,
        ImportKind kind,
        ColumnAnswers said
    )
    {
        var columns = new List<RecognisedColumn>();
        for (var index = 0; index < header.Cells.Count; index++)
        {
            if (!header.At(index).IsBlank)
            {
                var heading = header.At(index).Text.Trim();
                var number = columns.Count(other => other.Heading == heading) + 1;
                var name = number == 1 ? heading : $"{heading} ({number})";
                columns.Add(
                    said.Of(name) is { } answer
                        ? new(index, heading, answer.Field, answer.Why)
                        {
                            Name = name,
                            IsSaid = true,
                        }
                        : Column(index, heading, kind) with
                        {
                            Name = name,
                        }
                );
            }
        }

        return
        [
            .. columns.Select(column =>
                Earlier(column, columns) is { } earlier
                    ? column with
                    {
                        Field = null,
                        Why = $"“{earlier.Heading}” is taken for the same.",
                    }
                    : column
            ),
        ];
    }

    // What somebody said goes before what was recognised, and the left before the right.
    private static RecognisedColumn? Earlier(
        RecognisedColumn column,
        List<RecognisedColumn> columns
    ) =>
        column.Field is not { } field || MaySpread.Contains(field) ? null
        : columns
            .Where(other => other.Field == field)
            .OrderByDescending(other => other.IsSaid)
            .First()
            is var first
        && first != column
            ? first
        : null;

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
            .Select(one => (Word: one, Score: TextDistance.JaroWinkler(one.Folded, plain)))
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
            ? new(index, heading, null, "This heading is not known.")
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

    /// <summary>What a list of this kind cannot do without.</summary>
    public static string Needed(ImportKind kind) =>
        kind switch
        {
            ImportKind.Cases =>
                "A list of cases has a column for the reference, the title or the name, and one more.",
            ImportKind.Members => "A list of members has a column for the agency.",
            _ =>
                "A list of actions has a column for the action, and one for the owner or for the day it is due.",
        };

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
