using System.Text.RegularExpressions;
using Moothall.Platform.Documents.Outlines;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>
/// The headings of a plan that calls none of them a priority: "Domestic abuse", and below it what will be done. Only where
/// nothing else ties the actions of a document to priorities.
/// </summary>
internal sealed partial class PlanWalk
{
    // The last line that may be a heading, and what stands between it and what is below it.
    private Piece? heading;
    private List<Piece> below = [];

    // The level of the heading with which the priority begins, where it was asked about; otherwise 0.
    private int headedFrom;
    private bool isPriorityByName;

    // Whether "Priority: fraud" stands over the actions of the document, and not within each.
    private bool isByLabel;

    // "Priority: fraud" stands over the actions below it, until the next.
    private void BeginByLabel(Piece piece, string names)
    {
        Flush();
        isByLabel = true;
        if (maker.PriorityNames(names).ToList() is not [var only])
        {
            priority = null;
            Begin(PlanField.Priority, piece);
            record.Take(PlanField.Priority, piece, names);
            return;
        }

        BeginPriority(
            piece,
            () =>
            {
                var meant = draft.Priorities.Meant(only, draft);
                draft.Mark(piece, $"Priority: {meant.Name}");
                PriorityCell.TakeNote(meant, piece);
                return meant;
            }
        );
    }

    private bool ReadsHeadings => draft.IsWithoutPriorities;

    private bool KeepHeading(Piece piece)
    {
        if (!ReadsHeadings || priority is not null && headedFrom == 0)
        {
            return false;
        }

        if (LeadsToPriorities().IsMatch(piece.Text) && IsOverList(piece))
        {
            LeaveHeading();
            return false;
        }

        if (MayHead(piece) && (headedFrom == 0 || Level(piece) <= headedFrom))
        {
            LeaveHeading();
            heading = piece;
            return true;
        }

        // A line that goes on with a small letter was broken there, and was no heading.
        if (heading is null || !piece.IsHeading && char.IsLower(piece.Text[0]))
        {
            LeaveHeading();
            return false;
        }

        below.Add(piece);
        return true;
    }

    // What is asked of a list, a label or a table below a heading.
    private void TakeHeading(Piece piece)
    {
        if (
            heading is not null
            && (
                piece.IsBullet ? draft.IsWithoutActions
                : PlanLabels.Of(piece.Text) is { } label ? IsOfPriority(label)
                : PlanLabels.Inline(piece.Text) is var (field, _) && IsOfPriority(field)
            )
        )
        {
            AskOfHeading(piece.IsBullet);
        }
    }

    private void TakeHeading(GridColumns? found)
    {
        if (heading is not null && found?.Has(PlanField.Priority) == false)
        {
            AskOfHeading(hasItems: false);
        }
        else
        {
            LeaveHeading();
        }
    }

    // Some keep a sheet for each priority. Its name is no piece of the document, so it is asked about and not marked.
    private void TakeSheet(string sheet, GridColumns? found)
    {
        if (sheet.Length == 0)
        {
            return;
        }

        // A priority that stands on one sheet does not hold on the next.
        EndPriority();
        if (
            ReadsHeadings
            && found?.Has(PlanField.Priority) == false
            && !UsualParts().IsMatch(sheet)
            && draft.Ask(
                "heading",
                sheet,
                $"Is “{PriorityCell.Shortened(sheet)}”, as the sheet is called, a priority?",
                [new(AsPriority, "Yes, a priority"), new(AsUnread, "No, only a name")],
                AsPriority
            ) == AsPriority
        )
        {
            (priority, headedFrom) = (draft.Priorities.Named(sheet), 1);
        }
    }

    private void AskOfHeading(bool hasItems)
    {
        var (asked, told) = (heading!, below);
        if (
            draft.Ask(
                "heading",
                asked.Text,
                hasItems
                    ? $"Is “{PriorityCell.Shortened(asked.Text)}” ({asked.Place}) a priority, with the list below it as its actions?"
                    : $"Is “{PriorityCell.Shortened(asked.Text)}” ({asked.Place}) a priority?",
                [new(AsPriority, "Yes, a priority"), new(AsUnread, "No, leave it out")],
                UsualParts().IsMatch(asked.Text) ? AsUnread : AsPriority
            ) != AsPriority
        )
        {
            LeaveHeading();
            return;
        }

        BeginPriority(asked);
        headedFrom = Level(asked);
        told.ForEach(TakeOther);
        isInActions = hasItems;
    }

    // A heading with nothing below it that is done: it ends the priority before it.
    private void LeaveHeading()
    {
        var (left, told) = (heading, below);
        (heading, below) = (null, []);
        if (left is null)
        {
            return;
        }

        if (headedFrom > 0)
        {
            EndPriority();
        }

        TakeOther(left);
        told.ForEach(TakeOther);
    }

    private void EndPriority() =>
        (priority, strand, isInActions, headedFrom) = (null, null, false, 0);

    // In a list of actions, a short line that is no item begins what comes next.
    private bool EndsList(Piece piece, PlanField current) =>
        ReadsHeadings
        && current is PlanField.Action or PlanField.Measure
        && MayHead(piece)
        && record.Of(current).Any(one => one.Piece.IsBullet);

    private bool MayHead(Piece piece) =>
        !piece.IsBullet
        && (piece.IsHeading || !draft.HasHeadings && IsShort(piece) && !IsBroken(piece))
        && piece.Text.Length <= 100
        && piece.Text.Any(char.IsLetter)
        && !draft.IsRead(piece)
        && PlanLabels.Of(piece.Text) is null
        && PlanLabels.Inline(piece.Text) is null;

    private static bool IsBroken(Piece piece) =>
        char.IsLower(piece.Text[0]) || piece.Text[^1] is ',' or ';' or '-';

    private static bool IsOfPriority(PlanField field) =>
        field
            is PlanField.Action
                or PlanField.Aim
                or PlanField.Evidence
                or PlanField.Responsible
                or PlanField.Measure
                or PlanField.LinkedStrategies;

    private static int Level(Piece piece) => piece.IsHeading ? piece.Level : Piece.LowestLevel;

    [GeneratedRegex(
        @"\b(plan|strategy|strategic|years?|appendix|annex|table|contents|introduction|foreword|welcome|background|governance|partners?|partnership|membership|members|glossary|vision|mission|values|principles|summary|review|achievements|data|conclusion|contacts?|consultation|progress|monitoring|performance|budget|resources|actions?|sheet ?[0-9]+|[0-9]{4})\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex UsualParts();
}
