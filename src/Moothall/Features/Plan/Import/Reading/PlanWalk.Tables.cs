using System.Text.RegularExpressions;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Outlines;

namespace Moothall.Features.Plan.Import.Reading;

internal sealed partial class PlanWalk
{
    private const string AsAbove = "above";

    private List<(Piece Piece, string Text)> prioritiesAbove = [];

    /// <summary>Takes a table.</summary>
    public void Take(Grid grid)
    {
        Flush();
        EndList();
        (across, prioritiesAbove) = (null, []);
        var found = grids.Columns(grid);
        TakeHeading(found);
        TakeSheet(grid.Sheet, found);
        var width = grid.Rows.Max(row => row.Cells.Count);
        if (found is null && GridReading.IsLabelled(grid))
        {
            TakeLabelled(grid);
            return;
        }

        // A table that goes on over a page has no headings of its own there.
        if (found is null && (columns is null || columns.Fields.Count != width || width < 2))
        {
            foreach (
                var piece in grid
                    .Rows.SelectMany(row => row.Cells)
                    .Where(cell => !cell.IsFromAbove)
                    .SelectMany(cell => cell.Pieces)
            )
            {
                TakeHeadingIn(piece);
            }

            return;
        }

        var before = found?.Header ?? 0;
        columns = found ?? columns!;
        for (var at = 0; at < grid.Rows.Count; at++)
        {
            if (found is not null && at == before)
            {
                continue;
            }

            if (at < before && grid.Rows[at].Filled.Count() == 1)
            {
                TakeAbove(grid.Rows[at].Filled.First(), columns);
                continue;
            }

            TakeRow(grid.Rows[at], columns);
        }

        isPastTable = true;
    }

    private void TakeLabelled(Grid grid)
    {
        foreach (var row in grid.Rows)
        {
            foreach (var cell in row.Cells.Where(cell => !cell.IsFromAbove))
            {
                foreach (var piece in cell.Pieces)
                {
                    Take(piece);
                }
            }
        }

        Flush();
    }

    // Layout tables hold headings of priorities; whatever else stands in a table without known headings is unread.
    private void TakeHeadingIn(Piece piece)
    {
        if (IsPriorityHeading(piece))
        {
            BeginPriority(piece);
        }
    }

    private void TakeRow(GridRow row, GridColumns by)
    {
        if (!row.Filled.Any())
        {
            return;
        }

        if (GridReading.IsHeader(row))
        {
            grids.MarkHeader(row);
            return;
        }

        // A row of sums is no action.
        if (Totals().IsMatch(row.Filled.First().Text))
        {
            return;
        }

        if (
            row.Filled.Count() == 1
            && by.Fields.Count > 1
            && row.Filled.First() is var only
            && !only.IsFromAbove
            && only.Pieces.Count == 1
        )
        {
            TakeAcross(only.Pieces[0], row, by);
            return;
        }

        var (cells, actions) = Cells(row, by);
        var isList = actions.Any(piece => piece.IsBullet) && (actions.Count > 1 || !by.IsFlat);
        var own = row
            .Cells.Where(
                (cell, at) =>
                    at < by.Fields.Count && by.Fields[at] == PlanField.Priority && !cell.IsBlank
            )
            .FirstOrDefault();
        if (own is not null && (isList || own.Pieces.Count > 1 && !by.IsFlat))
        {
            if (!own.IsFromAbove || priority is null)
            {
                priority = priorities.Read(own.Pieces) ?? priority;
                strand = null;
            }

            TakeLeads(cells, by);
        }

        if (isList)
        {
            TakeActions(actions, cells);
            return;
        }

        foreach (var piece in actions)
        {
            cells.Take(PlanField.Action, piece, piece.Text);
        }

        TakePriorityAbove(cells, by);
        TakeStrandAcross(cells);
        TakeStrandCell(cells);
        maker.Make(cells, priority, strand);
    }

    // Whoever fills in a sheet writes the priority once and leaves it empty below.
    private void TakePriorityAbove(ActionRecord cells, GridColumns by)
    {
        if (cells.Of(PlanField.Priority) is { Count: > 0 } said)
        {
            prioritiesAbove = [.. said];
        }
        else if (
            priority is null
            && prioritiesAbove.Count > 0
            && draft.Ask(
                "blank",
                nameof(PlanField.Priority),
                "Some rows leave the column of priorities empty. Do they mean the priority of the row above?",
                [new(AsAbove, "Yes, the same as above"), new(AsUnread, "No, they have none")],
                AsAbove
            ) == AsAbove
        )
        {
            foreach (var (piece, text) in prioritiesAbove)
            {
                cells.Take(PlanField.Priority, piece, text);
            }
        }
    }

    private void TakeStrandCell(ActionRecord cells)
    {
        if (
            cells.Of(PlanField.Strand) is [var (piece, text), ..]
            && StrandPriority(cells) is { } of
        )
        {
            strand = Strand(of, text, "");
            draft.Mark(piece, $"Strand of {of.Name}");
        }
    }

    private ReadPriority? StrandPriority(ActionRecord cells) =>
        cells.Of(PlanField.Priority) is [var (_, names), ..]
            ? maker
                .PriorityNames(names)
                .Where(name => !Nothing.Is(name))
                .Select(name => draft.Priorities.Meant(name, draft))
                .FirstOrDefault()
            : priority;

    private (ActionRecord Cells, List<Piece> Actions) Cells(GridRow row, GridColumns by)
    {
        var (cells, actions) = (new ActionRecord(), new List<Piece>());
        for (var at = 0; at < by.Fields.Count; at++)
        {
            foreach (var piece in row.At(at).Pieces.Where(piece => !piece.IsRule))
            {
                if (by.Fields[at] == PlanField.Action)
                {
                    actions.Add(piece);
                }
                else if (by.Fields[at] is { } field)
                {
                    cells.Take(Meaning(field, by), piece, piece.Text);
                }
            }
        }

        return (cells, actions);
    }

    // Where a plan has workstreams or objectives and no priorities, they are its priorities.
    private PlanField Meaning(PlanField field, GridColumns by) =>
        !by.Has(PlanField.Priority)
        && (
            field == PlanField.Strand && priority is null
            || field == PlanField.Aim && AreAimsPriorities(by)
        )
            ? PlanField.Priority
            : field;

    private bool AreAimsPriorities(GridColumns by) =>
        ReadsHeadings
        && priority is null
        && !by.Has(PlanField.Strand)
        && draft.Ask(
            "blank",
            nameof(PlanField.Aim),
            "The table has a column of aims or objectives and none of priorities. Are they the priorities of the plan?",
            [new(AsPriority, "Yes, its priorities"), new(AsUnread, "No, the aim of each action")],
            AsPriority
        ) == AsPriority;

    private void TakeLeads(ActionRecord cells, GridColumns by)
    {
        if (priority is null || by.IsFlat)
        {
            return;
        }

        var leads = agencies.Read(
            cells.Of(PlanField.Responsible),
            $"Lead agency of {priority.Name}"
        );
        priority.Leads.AddRange(
            leads.Where(lead => priority.Leads.TrueForAll(known => known.Words != lead.Words))
        );
        if (cells.Of(PlanField.Aim) is { Count: > 0 } aims && priority.Aim.Length == 0)
        {
            foreach (var (piece, text) in aims)
            {
                priorities.TakeAim(priority, piece, text);
            }
        }
    }

    // The actions of a matrix: strands, the actions below each, and at times something that is neither.
    private void TakeActions(List<Piece> actions, ActionRecord shared)
    {
        isInActions = true;
        foreach (var piece in actions)
        {
            TakeMore(piece, shared);
        }
    }

    [GeneratedRegex(@"^(?:grand\s+|sub-?\s*)?totals?\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Totals();
}
