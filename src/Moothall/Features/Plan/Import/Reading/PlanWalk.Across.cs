using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Outlines;

namespace Moothall.Features.Plan.Import.Reading;

internal sealed partial class PlanWalk
{
    private const string AsPriority = "priority";
    private const string AsStrand = "strand";

    // The strand of the rows below, where a column of each says of which priority it is one.
    private string? across;

    // Whether a table of the priority has ended, and whether the priority is a row of which it was asked.
    private bool isPastTable;
    private bool wasAsked;

    // A row with one cell in it stands over the rows below it.
    private void TakeAcross(Piece piece, GridRow row, GridColumns by)
    {
        var column = row.Cells.ToList().FindIndex(cell => !cell.IsBlank);
        var field = column < by.Fields.Count ? by.Fields[column] : null;
        var strandHere = priority is null ? null : StrandReading.Read(piece);
        if (IsPriorityHeading(piece) || column == 0 && IsListed(piece, by))
        {
            BeginPriority(piece);
        }
        else if (TakeAimAcross(piece))
        {
            return;
        }
        else if (field == PlanField.Action && (piece.IsBullet || column > 0))
        {
            TakeMore(piece);
        }
        else if (strandHere is (var name, { Length: > 0 } sentence))
        {
            BeginStrand(piece, name, sentence);
        }
        else if (!piece.IsBullet && IsShort(piece) && (column == 0 || strandHere is not null))
        {
            TakeDoubtfulRow(piece, field, by);
        }
    }

    // A line above the headings of the columns is no action: it is the title of the plan, or stands over the whole table.
    private void TakeAbove(GridCell cell, GridColumns by)
    {
        foreach (var piece in cell.Pieces.Where(piece => !piece.IsRule))
        {
            if (IsPriorityHeading(piece) || IsListed(piece, by))
            {
                BeginPriority(piece);
            }
            else if (TakeAimAcross(piece))
            {
                continue;
            }
            else if (
                !by.Has(PlanField.Priority)
                && !draft.IsRead(piece)
                && !piece.IsBullet
                && IsShort(piece)
            )
            {
                TakeDoubtfulRow(piece, null, by);
            }
        }
    }

    // "Aim: fewer people are hurt" over the rows of a priority.
    private bool TakeAimAcross(Piece piece)
    {
        if (
            priority is null
            || PlanLabels.Inline(piece.Text) is not (PlanField.Aim, { Length: > 0 } aim)
        )
        {
            return false;
        }

        priorities.TakeAim(priority, piece, aim);
        return true;
    }

    private bool IsListed(Piece piece, GridColumns by) =>
        !piece.IsBullet
        && !by.Has(PlanField.Priority)
        && draft.Priorities.Find(piece.Text) is not null;

    private void TakeDoubtfulRow(Piece piece, PlanField? field, GridColumns by)
    {
        var mayBeStrand = priority is not null || by.Has(PlanField.Priority);
        List<QuestionChoice> choices = [new(AsPriority, "A priority")];
        if (mayBeStrand)
        {
            choices.Add(
                new(
                    AsStrand,
                    by.Has(PlanField.Priority)
                        ? "A strand of the priorities of the actions below it"
                        : $"A strand of {priority!.Name}"
                )
            );
        }

        if (field == PlanField.Action)
        {
            choices.Add(new(AsAction, "An action"));
        }

        choices.Add(new(AsUnread, "A heading to leave out"));
        // Where one row of a table is a priority, the next is likely another; where priorities are known otherwise, it is none.
        var suggestion =
            wasAsked
            || field == PlanField.Priority
            || draft.Priorities.All.Count == 0 && !by.Has(PlanField.Priority)
                ? AsPriority
            : mayBeStrand ? AsStrand
            : AsUnread;
        switch (
            draft.Ask(
                "across",
                piece.Text,
                $"“{PriorityCell.Shortened(piece.Text)}” stands alone in its row ({piece.Place}). What is it?",
                choices,
                suggestion
            )
        )
        {
            case AsPriority:
                BeginPriority(piece);
                wasAsked = true;
                break;
            case AsStrand when by.Has(PlanField.Priority):
                across = StrandName(piece);
                draft.Mark(piece, $"Strand of the actions below: {across}");
                break;
            case AsStrand:
                var wasInActions = isInActions;
                BeginStrand(piece, StrandName(piece), "");
                // The actions of the strand are rows; a paragraph after the table is none.
                isInActions = wasInActions;
                break;
            case AsAction:
                maker.Make(piece, priority, strand);
                break;
        }
    }

    private void TakeStrandAcross(ActionRecord cells)
    {
        if (across is not null)
        {
            strand = StrandPriority(cells) is { } of ? Strand(of, across, "") : null;
        }
    }

    private static string StrandName(Piece piece) => piece.Text.TrimEnd(':').Trim();

    private static bool IsShort(Piece piece) =>
        piece.Text.Split(' ').Length <= LongestHeading && !piece.Text.EndsWith('.');
}
