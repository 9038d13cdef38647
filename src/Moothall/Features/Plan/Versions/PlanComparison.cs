using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;

namespace Moothall.Features.Plan.Versions;

/// <summary>What happened to a part of a plan between two versions.</summary>
public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>A run of words that is in both texts, only in the earlier, or only in the later one.</summary>
public sealed record Run(ChangeKind? Kind, string Text);

/// <summary>What changed in one thing that is said of a part.</summary>
public sealed record FieldChange(string Label, string Before, string After)
{
    /// <summary>The two texts in one, word by word.</summary>
    public IReadOnlyList<Run> Runs => PlanComparison.Words(Before, After);
}

/// <summary>What changed in a part of a plan.</summary>
public sealed record PartChange(ChangeKind Kind, string Heading, IReadOnlyList<FieldChange> Fields);

/// <summary>Compares two versions of a plan, as a list of changes and as one text.</summary>
public static class PlanComparison
{
    /// <summary>The changes, in the order in which the later version is read, what went at the end.</summary>
    public static IReadOnlyList<PartChange> Between(PlanCopy earlier, PlanCopy later)
    {
        var before = earlier.Parts.ToDictionary(part => part.Key);
        var after = later.Parts.ToDictionary(part => part.Key);
        List<PartChange> changes = [];
        // Versions that were kept before plans had layouts say nothing of theirs.
        var layout = earlier.Layout.Length > 0 ? later.Layout : "";
        var whole = Fields(
            [
                new("Title", earlier.Title),
                new("Period", earlier.Period),
                new("Layout", earlier.Layout),
            ],
            [new("Title", later.Title), new("Period", later.Period), new("Layout", layout)]
        );
        if (whole.Count > 0)
        {
            changes.Add(new(ChangeKind.Changed, "The plan", whole));
        }

        foreach (var part in later.Parts)
        {
            if (!before.TryGetValue(part.Key, out var old))
            {
                changes.Add(new(ChangeKind.Added, part.Heading, Fields([], part.Fields)));
                continue;
            }

            var fields = Fields(
                [new("Name", old.Heading), .. Under(earlier, old), .. old.Fields],
                [new("Name", part.Heading), .. Under(later, part), .. part.Fields]
            );
            if (fields.Count > 0)
            {
                changes.Add(new(ChangeKind.Changed, part.Heading, fields));
            }
        }

        changes.AddRange(
            earlier
                .Parts.Where(part => !after.ContainsKey(part.Key))
                .Select(part => new PartChange(
                    ChangeKind.Removed,
                    part.Heading,
                    Fields(part.Fields, [])
                ))
        );
        return changes;
    }

    /// <summary>Both versions in one text.</summary>
    public static IReadOnlyList<Run> Text(PlanCopy earlier, PlanCopy later) =>
        Words(Written(earlier), Written(later));

    /// <summary>A plan as one text.</summary>
    public static string Written(PlanCopy copy)
    {
        var text = new StringBuilder()
            .Append(copy.Title)
            .Append('\n')
            .Append(copy.Period)
            .Append('\n');
        foreach (var part in copy.Parts)
        {
            text.Append('\n').Append(part.Heading).Append('\n');
            foreach (var field in part.Fields)
            {
                text.Append(field.Label).Append(": ").Append(field.Text).Append('\n');
            }
        }

        return text.ToString();
    }

    internal static IReadOnlyList<Run> Words(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(
            before,
            after,
            ignoreWhiteSpace: false,
            ignoreCase: false,
            WordChunker.Instance
        );
        List<Run> runs = [];
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(runs, null, Slice(diff.PiecesNew, at, block.InsertStartB - at));
            Add(
                runs,
                ChangeKind.Removed,
                Slice(diff.PiecesOld, block.DeleteStartA, block.DeleteCountA)
            );
            Add(
                runs,
                ChangeKind.Added,
                Slice(diff.PiecesNew, block.InsertStartB, block.InsertCountB)
            );
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(runs, null, Slice(diff.PiecesNew, at, diff.PiecesNew.Count - at));
        return runs;
    }

    private static List<FieldChange> Fields(
        IReadOnlyList<CopiedField> before,
        IReadOnlyList<CopiedField> after
    ) =>
        [
            .. after
                .Concat(before)
                .Select(field => field.Label)
                .Distinct(StringComparer.Ordinal)
                .Select(label => new FieldChange(label, Said(before, label), Said(after, label)))
                .Where(change =>
                    !string.Equals(change.Before, change.After, StringComparison.Ordinal)
                ),
        ];

    private static IEnumerable<CopiedField> Under(PlanCopy copy, CopiedPart part) =>
        copy
            .Parts.Where(one => one.Key == part.Under)
            .Select(one => new CopiedField("Stands under", one.Heading));

    private static string Said(IReadOnlyList<CopiedField> fields, string label) =>
        fields.FirstOrDefault(field => field.Label == label)?.Text ?? "";

    private static string Slice(IReadOnlyList<string> pieces, int from, int count) =>
        string.Concat(pieces.Skip(from).Take(count));

    private static void Add(List<Run> runs, ChangeKind? kind, string text)
    {
        if (text.Length > 0)
        {
            runs.Add(new(kind, text));
        }
    }
}
