using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Outlines;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>The columns of a table of a plan.</summary>
/// <param name="Header">Position of the row of headings.</param>
/// <param name="Fields">What each column says; nothing where it is left out.</param>
internal sealed record GridColumns(int Header, IReadOnlyList<PlanField?> Fields)
{
    public bool Has(PlanField field) => Fields.Contains(field);

    /// <summary>Whether each row says of its own action who, by when or how; then what stands beside it is the action's and not the priority's.</summary>
    public bool IsFlat =>
        Has(PlanField.TargetDate)
        || Has(PlanField.Measure)
        || Has(PlanField.Progress)
        || Has(PlanField.Additional);
}

/// <summary>Finds the headings of a table and asks about those that are not known.</summary>
internal sealed class GridReading(PlanDraft draft)
{
    private const int LookedThrough = 12;
    private const string LeaveOut = QuestionBook.LeaveOut;

    /// <summary>The columns of a table that lists actions; nothing where it does not.</summary>
    public GridColumns? Columns(Grid grid)
    {
        var best = Enumerable
            .Range(0, Math.Min(LookedThrough, grid.Rows.Count))
            .Select(position =>
                (Position: position, Known: grid.Rows[position].Cells.Select(Known).ToList())
            )
            .Where(one =>
                one.Known.Contains(PlanField.Action)
                && one.Known.Count(field => field is not null) > 1
            )
            .OrderByDescending(one =>
                one.Known.Where(field => field is not null).Distinct().Count()
            )
            .ThenBy(one => one.Position)
            .FirstOrDefault();
        if (best.Known is null)
        {
            return null;
        }

        var fields = new List<PlanField?>();
        foreach (var cell in grid.Rows[best.Position].Cells)
        {
            var field = cell.IsBlank ? null : Asked(cell);
            fields.Add(
                field is { } taken
                && fields.Contains(taken)
                && taken is PlanField.Action or PlanField.Priority
                    ? null
                    : field
            );
            foreach (var piece in cell.Pieces.Where(_ => field is not null))
            {
                draft.Mark(piece, "A heading");
            }
        }

        return new(best.Position, fields);
    }

    /// <summary>Whether a row repeats the headings, as where a table goes on over a page.</summary>
    public static bool IsHeader(GridRow row) =>
        row.Filled.Count() > 1 && row.Filled.All(cell => Known(cell) is not null);

    /// <summary>Marks the headings of a row that repeats them.</summary>
    public void MarkHeader(GridRow row)
    {
        foreach (var piece in row.Filled.SelectMany(cell => cell.Pieces))
        {
            draft.Mark(piece, "A heading");
        }
    }

    /// <summary>Whether a table holds labels on the left and what they say on the right.</summary>
    public static bool IsLabelled(Grid grid)
    {
        var pairs = grid.Rows.Where(row => row.Filled.Any()).ToList();
        var labelled = pairs.Count(row => !row.At(0).IsBlank && Known(row.At(0)) is not null);
        return labelled > 1
            && labelled * 2 >= pairs.Count
            && pairs.TrueForAll(row => row.Filled.Count() <= 3);
    }

    internal static PlanField? Known(GridCell cell) =>
        cell.IsBlank
            ? null
            : PlanLabels.Of(string.Join(' ', cell.Pieces.Select(piece => piece.Text)));

    private PlanField? Asked(GridCell cell)
    {
        if (Known(cell) is { } known)
        {
            return known;
        }

        var heading = cell.Text.Replace('\n', ' ');
        var choices = Enum.GetValues<PlanField>()
            .Select(field => new QuestionChoice(field.ToString(), DisplayNames.Of(field)))
            .Append(new(LeaveOut, "Leave out"))
            .ToList();
        var answer = draft.Ask(
            "column",
            heading,
            $"What does the column “{PriorityCell.Shortened(heading)}” say?",
            choices,
            LeaveOut
        );
        return Enum.TryParse<PlanField>(answer, out var field) ? field : null;
    }
}
