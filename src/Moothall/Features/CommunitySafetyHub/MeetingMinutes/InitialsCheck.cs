using Moothall.Platform.Spelling;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>A stretch of the minutes, with a key that stays the same while its text is corrected.</summary>
public sealed record TextBlock(string Key, string Text);

/// <summary>A person named in the cases of the meeting, or in another case of the hub.</summary>
/// <param name="Forenames">All forenames, separated by spaces.</param>
/// <param name="Surname">Surname, of one or more parts.</param>
/// <param name="KnownAs">Other names in use, separated by commas or spaces; may be empty.</param>
/// <param name="OnlyInFull">Nobody of this meeting: a forename or surname alone means somebody else.</param>
public sealed record KnownName(
    string Forenames,
    string Surname,
    string KnownAs = "",
    bool OnlyInFull = false
);

/// <summary>A name found in the minutes.</summary>
/// <param name="BlockKey">The block it stands in.</param>
/// <param name="Start">Index of its first character in the block's text.</param>
/// <param name="Words">The words as written.</param>
/// <param name="Name">The person it may mean; where two share the name, the first given.</param>
/// <param name="Initials">What to write instead.</param>
/// <param name="OrdinaryWord">The name is also an ordinary word ("May", "Will"): a person should look.</param>
public sealed record NameOccurrence(
    string BlockKey,
    int Start,
    string Words,
    KnownName Name,
    string Initials,
    bool OrdinaryWord
)
{
    /// <summary>What the screen says about it.</summary>
    public string Reason =>
        OrdinaryWord
            ? $"“{Words}” may be a name. Write “{Initials}”, or keep it and say why."
            : $"“{Words}” is a name. Minutes carry initials only: write “{Initials}”, or keep it and say why.";
}

/// <summary>A name that stays in the text because a person decided so: in one block, or throughout where no block is named.</summary>
public sealed record AcceptedName(string? BlockKey, string Words, string Reason);

/// <summary>
/// Finds names in the body of minutes, which carries initials only (settled question 12). It matches whole words in any script,
/// whatever their case, accents, apostrophes and hyphens. It errs on the side of asking: each part of a double surname counts, and
/// a name that is an ordinary word is asked about where it begins with a capital.
/// </summary>
public static class InitialsCheck
{
    /// <summary>Every name found, in the order of the text. Adjoining words of one person ("Sean O'Brien") are one occurrence.</summary>
    public static IReadOnlyList<NameOccurrence> Find(
        IEnumerable<TextBlock> blocks,
        IReadOnlyList<KnownName> names
    )
    {
        var index = new NameIndex(names);
        return [.. blocks.SelectMany(block => FindIn(block, index))];
    }

    /// <summary>Those that still stop the minutes from being signed: not accepted with a reason.</summary>
    public static IReadOnlyList<NameOccurrence> Unresolved(
        IEnumerable<NameOccurrence> found,
        IEnumerable<AcceptedName> accepted
    )
    {
        var kept = accepted
            .Where(a => !string.IsNullOrWhiteSpace(a.Reason))
            .Select(a => (Block: a.BlockKey, Words: FoldedText.Letters(a.Words)))
            .ToHashSet();
        return
        [
            .. found.Where(o =>
            {
                var words = FoldedText.Letters(o.Words);
                return !kept.Contains((o.BlockKey, words)) && !kept.Contains((null, words));
            }),
        ];
    }

    /// <summary>The text of a block with the given occurrences replaced by initials; those of other blocks are passed over.</summary>
    public static TextBlock Replace(TextBlock block, IEnumerable<NameOccurrence> occurrences)
    {
        var text = block.Text;
        foreach (
            var o in occurrences
                .Where(o => string.Equals(o.BlockKey, block.Key, StringComparison.Ordinal))
                .OrderByDescending(o => o.Start)
        )
        {
            var stands =
                o.Start >= 0
                && o.Start + o.Words.Length <= text.Length
                && text.AsSpan(o.Start, o.Words.Length).SequenceEqual(o.Words);
            if (!stands)
            {
                throw new InvalidOperationException(
                    "The text has changed since it was checked for names."
                );
            }

            text = string.Concat(
                text.AsSpan(0, o.Start),
                o.Initials,
                text.AsSpan(o.Start + o.Words.Length)
            );
        }

        return block with
        {
            Text = text,
        };
    }

    private static List<NameOccurrence> FindIn(TextBlock block, NameIndex index)
    {
        var atoms = Atom.Of(block.Text);
        var found = new List<Finding>();
        for (var i = 0; i < atoms.Count; )
        {
            var (length, meant) = index.LongestAt(block.Text, atoms, i);
            if (length == 0)
            {
                i++;
                continue;
            }

            var next = new Finding(
                atoms[i].Start,
                atoms[i + length - 1].End,
                meant,
                meant[0].OrdinaryWord
            );
            i += length;
            if (found.Count > 0 && found[^1].Joined(next, block.Text) is { } joined)
            {
                found[^1] = joined;
            }
            else
            {
                found.Add(next);
            }
        }

        return
        [
            .. found
                .Where(f => !f.OrdinaryWord || char.IsUpper(block.Text[f.Start]))
                .Where(f => f.InFull || f.Meant.Any(m => !m.Name.OnlyInFull))
                .Select(f => new NameOccurrence(
                    block.Key,
                    f.Start,
                    block.Text[f.Start..f.End],
                    f.Meant[0].Name,
                    f.Meant[0].Initials,
                    f.OrdinaryWord
                )),
        ];
    }

    /// <summary>Words that name someone, with everyone they may mean.</summary>
    private sealed record Finding(
        int Start,
        int End,
        IReadOnlyList<NameElement> Meant,
        bool OrdinaryWord,
        bool InFull = false
    )
    {
        /// <summary>"Sean O'Brien", "O'Brien, Sean": side by side they mean whoever has both names. Null when nobody has.</summary>
        public Finding? Joined(Finding next, string text)
        {
            var between = text[End..next.Start];
            if (between.Length > 2 || between.Trim() is not ("" or ","))
            {
                return null;
            }

            var both = Meant
                .Where(m => next.Meant.Any(n => ReferenceEquals(n.Name, m.Name)))
                .ToList();
            return both.Count == 0
                ? null
                : new Finding(Start, next.End, both, OrdinaryWord: false, InFull: true);
        }
    }
}
