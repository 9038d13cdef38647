using System.Text.RegularExpressions;
using Moothall.Platform.Documents.Outlines;
using Moothall.Platform.Spelling;

namespace Moothall.Features.Plan.Import.Reading;

internal sealed partial class PlanWalk
{
    private const double SameObjective = 0.9;

    private void Begin(PlanField field, Piece label)
    {
        // A label that comes again begins the next action; so does one that says which action.
        if (record.Has(field) && (record.Current != field || field == PlanField.Action))
        {
            Flush();
        }

        isInActions = false;
        record.Begin(field, label);
    }

    private void Flush()
    {
        if (hasOwnLeads)
        {
            hasOwnLeads = false;
            EndAction();
        }

        var done = record;
        record = new();
        if (done.IsEmpty)
        {
            return;
        }

        var actions = done.Of(PlanField.Action);
        if (IsList(done, actions))
        {
            if (priority is not null)
            {
                TakeAbout(priority, done);
            }

            done.MarkLabels(draft);
            TakeActions([.. actions.Select(Said)], priority is null ? done : new());
        }
        else if (actions.Count > 0)
        {
            TakeAhead(done);
            TakeStrandCell(done);
            maker.Make(done, priority, strand);
        }
        else if (priority is not null)
        {
            TakeAbout(priority, done);
        }
        else if (done.Of(PlanField.Priority) is { Count: > 1 } names)
        {
            done.MarkLabels(draft);
            foreach (var (piece, _) in names)
            {
                priorities.Begin(piece);
            }
        }
    }

    // Several items below the word "Actions" are as many actions, unless a date says that they are one.
    private bool IsList(ActionRecord done, IReadOnlyList<(Piece Piece, string Text)> actions) =>
        actions.Count > 0
        && !done.Has(PlanField.TargetDate)
        && (
            actions.Any(one => Item(one.Piece).IsBullet)
            || priority is not null
                && done.Fields.All(field => field == PlanField.Action || IsOfPriority(field))
                && !done.Has(PlanField.Responsible)
        )
        && (actions.Count > 1 || priority is not null);

    // What stands behind "Action:" is one, however it reads.
    private static Piece Said((Piece Piece, string Text) one) =>
        one.Text == one.Piece.Text
            ? Item(one.Piece)
            : one.Piece with
            {
                Text = one.Text,
                IsBullet = true,
            };

    private static Piece Item(Piece piece) =>
        ActionMaker.NumberOf(piece.Text).Length > 0 ? piece with { IsBullet = true }
        : Number().Match(piece.Text) is { Success: true } number
            ? piece with
            {
                IsBullet = true,
                Text = piece.Text[number.Length..],
            }
        : piece;

    // Labels under the heading of a priority that say something of the priority itself.
    private void TakeAbout(ReadPriority about, ActionRecord said)
    {
        foreach (var (piece, text) in said.Of(PlanField.Aim))
        {
            priorities.TakeAim(about, piece, text);
            said.MarkLabels(draft);
        }

        if (said.Of(PlanField.Responsible) is { Count: > 0 } leads)
        {
            about.Leads.AddRange(agencies.Read(leads, $"Lead agency of {about.Name}"));
            said.MarkLabels(draft);
        }

        foreach (var (piece, text) in said.Of(PlanField.LinkedStrategies))
        {
            said.MarkLabels(draft);
            if (!priorities.TakeStrategy(about, piece))
            {
                about.Strategies.Add(new() { Title = text });
                draft.Mark(piece, $"Linked strategy of {about.Name}");
            }
        }

        foreach (var (piece, text) in said.Of(PlanField.Measure))
        {
            said.MarkLabels(draft);
            about.Measures.Add(text);
            draft.Mark(piece, $"Measure of {about.Name}");
        }

        foreach (var (piece, text) in said.Of(PlanField.Evidence))
        {
            said.MarkLabels(draft);
            about.Definition = about.Definition.Length == 0 ? text : $"{about.Definition}\n{text}";
            draft.Mark(piece, $"Definition of {about.Name}");
        }
    }

    private bool IsPriorityHeading(Piece piece) =>
        !piece.IsBullet
        && (
            NumberedPriority().IsMatch(piece.Text) && piece.Text.Length <= 150
            || (piece.IsHeading || Number().IsMatch(piece.Text))
                && draft.Priorities.Find(piece.Text) is not null
        )
        && !IsObjectiveWithin(piece);

    // "Objective 2" under "Priority 1" is a part of it; where there are no priorities, objectives are what the plan has instead.
    private bool IsObjectiveWithin(Piece piece) =>
        priority is not null
        && isPriorityByName
        && !piece.IsBullet
        && LesserName().IsMatch(piece.Text)
        && NumberedPriority().IsMatch(piece.Text)
        && piece.Text.Length <= 150;

    private void BeginPriority(Piece piece) => BeginPriority(piece, () => priorities.Begin(piece));

    private void BeginPriority(Piece piece, Func<ReadPriority> begin)
    {
        Flush();
        (strand, isInActions, across, isPastTable, wasAsked) = (null, false, null, false, false);
        (heading, below, headedFrom) = (null, [], 0);
        isPriorityByName = ByName().IsMatch(piece.Text);
        priority = begin();
    }

    private static bool IsOverList(Piece piece) => piece.Text.EndsWith(':') || piece.IsHeading;

    private void TakeOther(Piece piece)
    {
        if (LeadsToPriorities().IsMatch(piece.Text) && IsOverList(piece))
        {
            listed = OfCommissioner().IsMatch(piece.Text) ? draft.Commissioners : draft.Priorities;
            draft.Mark(piece, "Leads to a list of priorities");
        }
        else if (priority is not null && isInActions)
        {
            TakeMore(piece);
        }
        else if (priority is not null && piece.IsBullet)
        {
            TakeDoubtfulItem(piece, priority);
        }
        // What follows a table speaks of the table; what a priority is for stands above its actions.
        else if (
            priority is { Aim.Length: 0 }
            && !isPastTable
            && !piece.IsHeading
            && piece.Text.Length > 20
        )
        {
            priorities.TakeAim(priority, piece, piece.Text);
        }
        else if (priority is not null && priorities.TakeStrategy(priority, piece))
        {
            return;
        }
        else if (priority is not null && StrandReading.Read(piece) is var (name, sentence))
        {
            BeginStrand(piece, name, sentence);
        }
    }

    // Within the actions of a priority: an item, the heading of a strand, or something that is neither.
    private void TakeMore(Piece piece, ActionRecord? shared = null)
    {
        isInActions = true;
        if (piece.IsBullet && priority is not null)
        {
            if (LooksLikeStrand(piece) is { } name && !IsActionAllTheSame(piece, name))
            {
                BeginStrand(piece, name, "");
                return;
            }

            maker.Make(piece, priority, strand, priority.Leads.Count > 0 ? null : shared);
        }
        else if (priority is null)
        {
            maker.Make(piece, null, null, shared);
        }
        else if (StrandReading.Read(piece) is var (name, sentence))
        {
            BeginStrand(piece, name, sentence);
        }
        else
        {
            TakeDoubtful(piece, priority);
        }
    }

    private void BeginStrand(Piece piece, string name, string sentence)
    {
        isInActions = true;
        strand = Strand(priority!, name, sentence);
        draft.Mark(piece, $"Strand of {priority!.Name}: {name}");
    }

    private static ReadStrand Strand(ReadPriority of, string name, string sentence)
    {
        var known = of.Strands.Find(one =>
            FoldedText.Letters(one.Name) == FoldedText.Letters(name)
        );
        if (known is null)
        {
            known = new()
            {
                Priority = of,
                Name = name,
                Sentence = sentence,
            };
            of.Strands.Add(known);
        }

        return known;
    }

    [GeneratedRegex(
        $@"^{PriorityBook.Kind}\s*(?:{PriorityBook.Number}\s*[-–—:.)]?|{PriorityBook.Letter}\s*[-–—:.)])\s*\S",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NumberedPriority();

    [GeneratedRegex(@"^[0-9]{1,2}[.)]\s+(?=\S)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^((csp|strategic|key)\s+)?(priority|blaenoriaeth)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ByName();

    [GeneratedRegex(
        @"^((strategic|key)\s+)?(theme|objective)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex LesserName();

    [GeneratedRegex(@"\b(?:priorities|blaenoriaethau)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LeadsToPriorities();

    [GeneratedRegex(
        @"\b(commissioner|police and crime plan|pcc|pfcc|mayor)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OfCommissioner();
}
