using Moothall.Matching;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Outlines;
using Moothall.Platform.Spelling;

namespace Moothall.Features.Plan.Import.Reading;

internal sealed partial class PlanWalk
{
    private void TakeDoubtfulItem(Piece piece, ReadPriority of)
    {
        List<QuestionChoice> choices =
        [
            new(AsActions, "Yes, they are its actions"),
            new(AsUnread, "No, leave them out"),
        ];
        if (
            draft.Ask(
                "items",
                of.Name,
                $"Are the list items under “{of.Name}” actions?",
                choices,
                AsActions
            ) == AsActions
        )
        {
            maker.Make(piece, of, strand);
        }
    }

    // What stands between a priority and its first action speaks of the priority more often than of that action alone.
    private void TakeAhead(ActionRecord said)
    {
        if (priority is not { } of || draft.Actions.Exists(one => one.Priorities.Contains(of)))
        {
            return;
        }

        foreach (
            var field in new[] { PlanField.Aim, PlanField.Evidence }.Where(field =>
                said.IsAbove(field, PlanField.Action)
                && said.Of(field).Count > 0
                && IsOfPriority(of, said, field)
            )
        )
        {
            var ahead = new ActionRecord();
            foreach (var (piece, text) in said.Of(field))
            {
                ahead.Take(field, piece, text);
            }

            TakeAbout(of, ahead);
            said.Drop(field);
        }

        // What was done before the first action is no progress of it.
        if (said.IsAbove(PlanField.Progress, PlanField.Action))
        {
            said.Drop(PlanField.Progress);
        }
    }

    private bool IsOfPriority(ReadPriority of, ActionRecord said, PlanField field) =>
        draft.Ask(
            "ahead",
            said.Of(field)[0].Text,
            $"“{PriorityCell.Shortened(said.Of(field)[0].Text)}” stands above the first action of “{of.Name}”. What does it speak of?",
            [
                new(AsPriority, $"The priority “{of.Name}”"),
                new(
                    AsAction,
                    $"The action “{PriorityCell.Shortened(said.Of(PlanField.Action)[0].Text)}” alone"
                ),
            ],
            AsPriority
        ) == AsPriority;

    // An item that begins with the name of a strand of this plan could be its heading.
    private string? LooksLikeStrand(Piece piece) =>
        draft.StrandNames.FirstOrDefault(name =>
            piece.Text.StartsWith(name, StringComparison.OrdinalIgnoreCase)
            && (piece.Text.Length == name.Length || !char.IsLetterOrDigit(piece.Text[name.Length]))
        );

    private bool IsActionAllTheSame(Piece piece, string name) =>
        draft.Ask(
            "strand",
            piece.Text,
            $"“{PriorityCell.Shortened(piece.Text)}” begins like the strand “{name}”. What is it?",
            [new(AsAction, "An action"), new("strand", "The heading of a strand")],
            AsAction
        ) == AsAction;

    // Text that was taken out of a page at times puts the end of one column below another.
    private void TakeDoubtful(Piece piece, ReadPriority of)
    {
        var last = draft.Actions.LastOrDefault();
        var isKnown =
            of.Strategies.Count > 0 && draft.Objectives.Any(one => IsSame(one, piece.Text));
        List<QuestionChoice> choices = [new(AsAction, "An action")];
        if (last is not null)
        {
            choices.Add(new(AsMore, "More of the action before it"));
        }

        if (of.Strategies.Count > 0)
        {
            choices.Add(new(AsObjective, $"An objective of {of.Strategies[^1].Title}"));
        }

        choices.Add(new(AsUnread, "Leave it out"));
        var suggestion =
            isKnown ? AsObjective
            : last is not null && char.IsLower(piece.Text[0]) ? AsMore
            : strand is not null || of.Strands.Count == 0 ? AsAction
            : AsUnread;
        switch (
            draft.Ask(
                "line",
                piece.Text,
                $"What is “{PriorityCell.Shortened(piece.Text)}” ({piece.Place})?",
                choices,
                suggestion
            )
        )
        {
            case AsObjective:
                priorities.TakeObjective(of, piece);
                break;
            case AsMore:
                last!.Text = $"{last.Text} {piece.Text}";
                draft.Mark(piece, $"Action {draft.Actions.Count}");
                break;
            case AsAction:
                maker.Make(piece, of, strand);
                break;
        }
    }

    private static bool IsSame(string one, string other) =>
        TextDistance.JaroWinkler(FoldedText.Letters(one), FoldedText.Letters(other))
        >= SameObjective;
}
