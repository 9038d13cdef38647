using System.Text.RegularExpressions;
using Moothall.Platform.Documents.Outlines;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>Goes through a plan and keeps in mind under which priority, strand and label it stands.</summary>
internal sealed partial class PlanWalk(PlanDraft draft)
{
    private const string AsActions = "actions";
    private const string AsAction = "action";
    private const string AsObjective = "objective";
    private const string AsMore = "more";
    private const string AsUnread = "unread";
    private const int LongestHeading = 12;

    private readonly ActionMaker maker = new(draft);
    private readonly AgencyWords agencies = new(draft);
    private readonly PriorityCell priorities = new(draft);
    private readonly GridReading grids = new(draft);

    private ActionRecord record = new();
    private ReadPriority? priority;
    private ReadStrand? strand;
    private PriorityBook? listed;
    private GridColumns? columns;
    private bool isInActions;

    /// <summary>Takes the next paragraph.</summary>
    public void Take(Piece piece)
    {
        if (piece.IsRule)
        {
            Flush();
            EndList();
            return;
        }

        if (PageNumber().IsMatch(piece.Text))
        {
            draft.Mark(piece, "The number of a page");
            return;
        }

        piece = Numbered(piece);
        if (listed is not null && TakeListed(piece))
        {
            return;
        }

        TakeHeading(piece);

        if (
            !piece.IsBullet
            && PlanLabels.Of(piece.Text) is { } label
            && !(PlanLabels.IsLeadIn(piece.Text) && record.Current == label)
            && !IsAmongAgencies(piece, label)
        )
        {
            Begin(label, piece);
        }
        // Within an action "Priority 1: fraud" says what the action serves; elsewhere it begins a priority.
        else if (
            IsPriorityHeading(piece)
            && !(record.Current == PlanField.Priority && record.Has(PlanField.Action))
        )
        {
            BeginPriority(piece);
        }
        else if (IsObjectiveWithin(piece))
        {
            Flush();
            BeginStrand(piece, piece.Text.TrimEnd(':'), "");
        }
        else if (
            !piece.IsBullet
            && PlanLabels.Inline(piece.Text) is (PlanField.Priority, var names)
            && (isByLabel || !record.Has(PlanField.Action))
        )
        {
            BeginByLabel(piece, names);
        }
        else if (!piece.IsBullet && PlanLabels.Inline(piece.Text) is var (field, value))
        {
            Begin(field, piece);
            record.Take(field, piece, value);
        }
        else if (IsNextAction(piece))
        {
            EndAction();
            hasOwnLeads = true;
            record.Take(PlanField.Action, piece, piece.Text);
        }
        else if (
            record.Current is { } current
            && !(record.Of(current).Count > 0 && (piece.IsHeading || EndsList(piece, current)))
        )
        {
            record.Take(current, piece, piece.Text);
        }
        else
        {
            Flush();
            if (!KeepHeading(piece))
            {
                TakeOther(piece);
            }
        }
    }

    // "Partners" below the names of agencies is one more of them, although elsewhere it is the word above them.
    private bool IsAmongAgencies(Piece piece, PlanField label) =>
        label is PlanField.Responsible or PlanField.Additional
        && record.Current == label
        && record.Of(label).Count > 0
        && !piece.Text.TrimEnd().EndsWith(':');

    /// <summary>Ends the document.</summary>
    public void End()
    {
        Flush();
        LeaveHeading();
    }

    // Text that was taken out of a page has its number between two lines of the plan.
    [GeneratedRegex(
        @"^(page|tudalen)\s+[0-9]{1,3}(\s+(of|o)\s+[0-9]{1,3})?\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex PageNumber();
}
