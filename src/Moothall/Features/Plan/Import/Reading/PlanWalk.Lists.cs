using Moothall.Platform.Documents.Outlines;

namespace Moothall.Features.Plan.Import.Reading;

internal sealed partial class PlanWalk
{
    // The priority of the last number in a list of priorities: what stands below a number belongs to it.
    private ReadPriority? numbered;

    // Whether items of the list have "Lead: police" below each.
    private bool hasOwnLeads;

    // Whether that number was there before: the list has gone over into the parts of the plan.
    private bool isAgain;

    // After "our priorities are:" come their names, each with what it means, with its actions below it, or alone.
    private bool TakeListed(Piece piece)
    {
        var isNumbered = !piece.IsBullet && Number().IsMatch(piece.Text);
        if (piece.IsBullet && numbered is not null)
        {
            priority = numbered;
            TakeOther(piece);
            return true;
        }

        var colon = piece.Text.IndexOf(": ", StringComparison.Ordinal);
        var isNamed = colon is > 3 and < 80 && PlanLabels.Of(piece.Text[..colon]) is null;
        var isLabel = !piece.IsBullet && PlanLabels.Of(piece.Text) is not null;
        if (isLabel || !piece.IsBullet && !isNamed && !isNumbered)
        {
            var section = isAgain && isLabel ? numbered : null;
            EndList();
            priority = section ?? priority;
            return false;
        }

        (strand, isInActions) = (null, false);
        isAgain = listed!.Find(piece.Text) is not null;
        var one = listed.Named(isNamed ? piece.Text[..colon] : piece.Text);
        numbered = isNumbered && listed == draft.Priorities ? one : null;
        one.Definition = isNamed ? piece.Text[(colon + 2)..].Trim() : one.Definition;
        PriorityCell.TakeNote(one, piece);
        draft.Mark(
            piece,
            listed == draft.Priorities
                ? $"Priority: {one.Name}"
                : $"Commissioner’s priority: {one.Name}"
        );
        return true;
    }

    private void EndList()
    {
        if (numbered is not null && priority == numbered)
        {
            EndPriority();
        }

        (listed, numbered) = (null, null);
    }

    // Below "Lead: police" on one line comes the next action, where actions have no label of their own.
    private bool IsNextAction(Piece piece) =>
        record.Current
            is PlanField.Responsible
                or PlanField.Additional
                or PlanField.StartDate
                or PlanField.TargetDate
                or PlanField.Rating
        && record.Of(record.Current.Value) is [.., var (above, said)]
        && said != above.Text
        && record.Of(PlanField.Action) is [var (first, text), ..]
        && text == first.Text
        && piece.IsBullet == first.IsBullet
        && char.IsUpper(piece.Text[0])
        && piece.Text.Contains(' ', StringComparison.Ordinal);

    // An item of a list with "Lead: police" below it is one action with its own; those above it have none.
    private void EndAction()
    {
        var done = record;
        var items = done.Of(PlanField.Action);
        if (items is [.., var (piece, text)] && piece.IsBullet)
        {
            done.MarkLabels(draft);
            foreach (var (other, _) in items.SkipLast(1))
            {
                maker.Make(Item(other), priority, strand);
            }

            done.Drop(PlanField.Action);
            done.Take(PlanField.Action, Item(piece), text);
            maker.Make(done, priority, strand);
            record = new();
            return;
        }

        Flush();
    }

    // "1.2 Visit farms" is an item, in whatever way its number was written.
    private Piece Numbered(Piece piece) =>
        (priority is not null || heading is not null)
        && listed is null
        && !piece.IsHeading
        && PlanLabels.Of(piece.Text) is null
        && (
            ActionMaker.NumberOf(piece.Text).Length > 0
            || priority is not null
                && headedFrom == 0
                && Number().IsMatch(piece.Text)
                && draft.Priorities.Find(piece.Text) is null
        )
            ? Item(piece)
            : piece;
}
