using System.Text.RegularExpressions;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Outlines;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>What stands under each label of an action, or in the columns of its row, until it is known what it comes to.</summary>
internal sealed class ActionRecord
{
    private readonly List<(PlanField Field, Piece Label)> labels = [];
    private readonly Dictionary<PlanField, List<(Piece Piece, string Text)>> values = [];

    /// <summary>The label under which pieces are taken now; nothing before the first.</summary>
    public PlanField? Current { get; private set; }

    public bool IsEmpty => labels.Count == 0 && values.Count == 0;

    public bool Has(PlanField field) =>
        values.ContainsKey(field) || labels.Exists(one => one.Field == field);

    public IReadOnlyList<(Piece Piece, string Text)> Of(PlanField field) =>
        values.GetValueOrDefault(field) ?? [];

    public IEnumerable<PlanField> Fields => values.Keys;

    /// <summary>Begins a label.</summary>
    public void Begin(PlanField field, Piece label)
    {
        Current = field;
        labels.Add((field, label));
    }

    /// <summary>Takes a piece, or a part of one, for a field.</summary>
    public void Take(PlanField field, Piece piece, string text)
    {
        Current = field;
        if (!values.TryGetValue(field, out var list))
        {
            values[field] = list = [];
        }

        if (text.Length > 0)
        {
            list.Add((piece, text));
        }
    }

    /// <summary>Whether the label of one field stands above that of another.</summary>
    public bool IsAbove(PlanField field, PlanField other) =>
        labels.FindIndex(one => one.Field == field) is >= 0 and var first
        && labels.FindIndex(one => one.Field == other) > first;

    /// <summary>Lets go of what stands under a label.</summary>
    public void Drop(PlanField field) => values.Remove(field);

    /// <summary>Marks its labels as what they are, once it has come to something.</summary>
    public void MarkLabels(PlanDraft draft)
    {
        foreach (var (_, label) in labels)
        {
            draft.Mark(label, "A label");
        }
    }
}

/// <summary>Turns what stands under labels or in a row into an action.</summary>
internal sealed partial class ActionMaker
{
    private static readonly PlanField[] Plain =
    [
        PlanField.Reference,
        PlanField.Aim,
        PlanField.StartDate,
        PlanField.Measure,
        PlanField.Baseline,
        PlanField.Milestones,
        PlanField.Resources,
        PlanField.Progress,
        PlanField.Rating,
        PlanField.Evidence,
    ];

    private readonly PlanDraft draft;
    private readonly AgencyWords agencies;
    private readonly TargetWords targets;
    private readonly ActionRating ratings;
    private readonly TextHints hints;

    public ActionMaker(PlanDraft draft)
    {
        this.draft = draft;
        agencies = new(draft);
        targets = new(draft);
        ratings = new(draft);
        hints = new(draft, agencies, targets);
    }

    /// <summary>Makes one action of a record; more paragraphs than the first are its rationale.</summary>
    public void Make(ActionRecord record, ReadPriority? around, ReadStrand? strand)
    {
        var text = record.Of(PlanField.Action);
        if (text.Count == 0)
        {
            return;
        }

        record.MarkLabels(draft);
        var action = Begin(text[0].Piece, text[0].Text, strand, record);
        foreach (var (piece, more) in text.Skip(1))
        {
            action.Rationale = action.Rationale.Length == 0 ? more : $"{action.Rationale}\n{more}";
            draft.Mark(piece, $"Rationale of action {draft.Actions.Count}");
        }

        Fill(action, record, around);
        hints.Take(action, text[0].Piece, record);
    }

    /// <summary>Makes an action of a piece alone, as in a list of actions, with what is said of all of them.</summary>
    public ReadAction Make(
        Piece piece,
        ReadPriority? around,
        ReadStrand? strand,
        ActionRecord? shared = null
    )
    {
        var record = shared ?? new();
        var action = Begin(piece, piece.Text, strand, record);
        Fill(action, record, around);
        hints.Take(action, piece, record);
        return action;
    }

    /// <summary>The number of its own with which the text of an action begins, "1.2"; empty where it has none.</summary>
    public static string NumberOf(string text) => OwnNumber().Match(text).Groups["number"].Value;

    // A number in the text stays there where the plan numbers its actions otherwise.
    private ReadAction Begin(Piece piece, string text, ReadStrand? strand, ActionRecord record)
    {
        var own = record.Has(PlanField.Reference) ? Match.Empty : OwnNumber().Match(text);
        var action = draft.Add(
            new()
            {
                Place = piece.Place,
                Text = text[own.Length..],
                Strand = strand,
            },
            piece
        );
        if (own.Success)
        {
            action.More[PlanField.Reference] = own.Groups["number"].Value;
            draft.Mark(
                piece,
                $"{Ui(PlanField.Reference)} of action {draft.Actions.Count}: {own.Groups["number"].Value}"
            );
        }

        return action;
    }

    private void Fill(ReadAction action, ActionRecord record, ReadPriority? around)
    {
        var number = draft.Actions.Count;
        action.Responsible.AddRange(
            agencies.Read(
                record.Of(PlanField.Responsible),
                $"Responsible agency of action {number}"
            )
        );
        action.Additional.AddRange(
            agencies.Read(record.Of(PlanField.Additional), $"Additional agency of action {number}")
        );
        TakePriorities(action, record, around, number);
        foreach (var field in Plain.Where(field => record.Of(field).Count > 0))
        {
            action.More[field] = string.Join('\n', record.Of(field).Select(one => one.Text));
            foreach (var (piece, _) in record.Of(field).Where(_ => !IsRated(field)))
            {
                draft.Mark(piece, $"{Ui(field)} of action {number}");
            }
        }

        ratings.Take(action, record, number);
        targets.Take(action, record.Of(PlanField.TargetDate), number);
    }

    private void TakePriorities(
        ReadAction action,
        ActionRecord record,
        ReadPriority? around,
        int number
    )
    {
        foreach (var (piece, text) in record.Of(PlanField.Priority))
        {
            if (PlanLabels.IsLeadIn(text))
            {
                draft.Mark(piece, "A label");
                continue;
            }

            List<string> named = [];
            foreach (var name in PriorityNames(text).Where(name => !Nothing.Is(name)))
            {
                var priority = draft.Priorities.Meant(name, draft);
                named.Add(priority.Name);
                if (!action.Priorities.Contains(priority))
                {
                    action.Priorities.Add(priority);
                }

                PriorityCell.TakeNote(priority, piece);
            }

            draft.Mark(
                piece,
                $"Priority of action {number}: {string.Join("; ", named.DefaultIfEmpty("none"))}"
            );
        }

        if (action.Priorities.Count == 0 && around is not null)
        {
            action.Priorities.Add(around);
        }
    }

    /// <summary>
    /// The names in a cell of priorities. A name with a comma in it is a name where it is known as such; otherwise the comma
    /// stands between names that are.
    /// </summary>
    public IEnumerable<string> PriorityNames(string text)
    {
        if (draft.Priorities.Find(text) is not null)
        {
            return [text];
        }

        var parts = text.Split(
            [',', ';', '/'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        return
            text.Contains(';', StringComparison.Ordinal)
            || parts.Length > 1
                && parts.Count(part => draft.Priorities.Find(part) is not null) * 2 >= parts.Length
            ? parts
            : [text];
    }

    // What these become is said by the reading of the rating.
    private static bool IsRated(PlanField field) => field is PlanField.Rating or PlanField.Progress;

    private static string Ui(PlanField field) => Moothall.Platform.Ui.DisplayNames.Of(field);

    // "1.2 Visit farms", not "1.5 million".
    [GeneratedRegex(
        @"^(?<number>[0-9]{1,2}(\.[0-9]{1,2}){1,2})[.):]?\s+(?=\p{Lu})",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OwnNumber();
}
