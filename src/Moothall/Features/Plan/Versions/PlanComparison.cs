using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

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
        (earlier, later) = (earlier.FilledFrom(later), later.FilledFrom(earlier));
        var before = earlier.Parts.ToDictionary(part => part.Key);
        var after = later.Parts.ToDictionary(part => part.Key);
        List<PartChange> changes = [];
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

    /// <summary>
    /// Both versions in one text. Words are compared only within the same field of the same part: two actions that share words are
    /// still two actions.
    /// </summary>
    public static IReadOnlyList<Run> Text(PlanCopy earlier, PlanCopy later)
    {
        (earlier, later) = (earlier.FilledFrom(later), later.FilledFrom(earlier));
        List<Run> runs = [];
        foreach (
            var (old, part) in Aligned([.. earlier.Parts], [.. later.Parts], one => $"{one.Key}")
        )
        {
            if (old is null || part is null)
            {
                var kind = part is null ? ChangeKind.Removed : ChangeKind.Added;
                Add(runs, kind, Written((part ?? old)!));
                continue;
            }

            AddWords(runs, "", old.Heading, part.Heading);
            foreach (var (said, says) in Aligned(old.Fields, part.Fields, one => one.Label))
            {
                if (said is not null && says is not null)
                {
                    AddWords(runs, $"{says.Label}: ", said.Text, says.Text);
                }
                else
                {
                    Add(
                        runs,
                        says is null ? ChangeKind.Removed : ChangeKind.Added,
                        Written((says ?? said)!)
                    );
                }
            }

            Add(runs, null, "\n");
        }

        return runs;
    }

    /// <summary>A plan as one text.</summary>
    public static string Written(PlanCopy copy) => string.Concat(copy.Parts.Select(Written));

    private static string Written(CopiedPart part) =>
        $"{part.Heading}\n{string.Concat(part.Fields.Select(Written))}\n";

    private static string Written(CopiedField field) => $"{field.Label}: {field.Text}\n";

    // Both lists in one, in order: what is in both beside each other, what is in one alone beside nothing.
    private static IEnumerable<(T? Before, T? After)> Aligned<T>(
        IReadOnlyList<T> before,
        IReadOnlyList<T> after,
        Func<T, string> key
    )
        where T : class
    {
        if (before.Count == 0 || after.Count == 0)
        {
            foreach (var one in before)
            {
                yield return (one, null);
            }

            foreach (var one in after)
            {
                yield return (null, one);
            }

            yield break;
        }

        var diff = Differ.Instance.CreateDiffs(
            string.Join('\n', before.Select(key)),
            string.Join('\n', after.Select(key)),
            ignoreWhiteSpace: false,
            ignoreCase: false,
            LineChunker.Instance
        );
        var (at, old) = (0, 0);
        foreach (var block in diff.DiffBlocks)
        {
            while (at < block.InsertStartB)
            {
                yield return (before[old++], after[at++]);
            }

            for (var gone = 0; gone < block.DeleteCountA; gone++)
            {
                yield return (before[old++], null);
            }

            for (var come = 0; come < block.InsertCountB; come++)
            {
                yield return (null, after[at++]);
            }
        }

        while (at < after.Count)
        {
            yield return (before[old++], after[at++]);
        }
    }

    private static void AddWords(List<Run> runs, string label, string before, string after)
    {
        Add(runs, null, label);
        foreach (var run in Words(before, after))
        {
            Add(runs, run.Kind, run.Text);
        }

        Add(runs, null, "\n");
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
        foreach (var (old, gone, start, come) in Joined(diff))
        {
            Add(runs, null, Slice(diff.PiecesNew, at, start - at));
            Add(runs, ChangeKind.Removed, Slice(diff.PiecesOld, old, gone));
            Add(runs, ChangeKind.Added, Slice(diff.PiecesNew, start, come));
            at = start + come;
        }

        Add(runs, null, Slice(diff.PiecesNew, at, diff.PiecesNew.Count - at));
        return runs;
    }

    // Changes with nothing but a space or a sign between them are one: word by word, old beside new, nobody can read them.
    private static List<(int Old, int Gone, int Start, int Come)> Joined(DiffResult diff)
    {
        List<(int Old, int Gone, int Start, int Come)> joined = [];
        foreach (var block in diff.DiffBlocks)
        {
            if (
                joined is [.., var last]
                && Slice(
                    diff.PiecesNew,
                    last.Start + last.Come,
                    block.InsertStartB - last.Start - last.Come
                )
                    is var between
                && !between.Any(sign => char.IsLetterOrDigit(sign) || sign == '\n')
            )
            {
                joined[^1] = (
                    last.Old,
                    block.DeleteStartA + block.DeleteCountA - last.Old,
                    last.Start,
                    block.InsertStartB + block.InsertCountB - last.Start
                );
                continue;
            }

            joined.Add(
                (block.DeleteStartA, block.DeleteCountA, block.InsertStartB, block.InsertCountB)
            );
        }

        return joined;
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
        if (text.Length == 0)
        {
            return;
        }

        if (runs is [.., { } last] && last.Kind == kind)
        {
            runs[^1] = last with { Text = last.Text + text };
        }
        else
        {
            runs.Add(new(kind, text));
        }
    }
}
