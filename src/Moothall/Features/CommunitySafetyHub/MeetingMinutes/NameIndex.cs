using Moothall.Platform.Spelling;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>One way of naming a person: a forename, a surname or part of it, a name they are known as.</summary>
internal sealed record NameElement(
    KnownName Name,
    string Initials,
    bool SeveralWords,
    bool OrdinaryWord
);

/// <summary>The names to look for, by their folded letters.</summary>
internal sealed class NameIndex
{
    private const int LongestRun = 8;

    /// <summary>Parts of surnames that are not names by themselves.</summary>
    private static readonly HashSet<string> Particles = new(
        "al an ap bin bint da de del della den der di dos du el ibn la le lo mac mc o san st ter van von y".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private readonly Dictionary<string, List<NameElement>> elements = new(StringComparer.Ordinal);
    private readonly HashSet<string> initials = new(StringComparer.Ordinal);

    public NameIndex(IReadOnlyList<KnownName> names)
    {
        var shared = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names.Distinct())
        {
            var letters = InitialsOf(name);
            var others = shared.GetValueOrDefault(letters);
            // Two people with the same initials are told apart by a number: more letters would give more of the name away. How many
            // of the whole hub share them is told to nobody.
            var shown =
                others == 0 ? letters
                : name.OnlyInFull ? $"{letters} (somebody else)"
                : $"{letters}{others + 1}";
            shared[letters] = name.OnlyInFull ? others : others + 1;
            initials.Add(letters);
            foreach (
                var word in Words(name.Forenames)
                    .Concat(Words(name.KnownAs))
                    .Append(name.Surname.Trim())
            )
            {
                AddWithParts(name, shown, word);
            }
        }
    }

    /// <summary>First letters of the first forename and of the surname, as minutes write them.</summary>
    public static string InitialsOf(KnownName name)
    {
        var first = Words(name.Forenames).Concat(Words(name.KnownAs)).FirstOrDefault() ?? "";
        var letters = string.Concat(
            new[] { first, name.Surname }
                .Select(w => FoldedText.Letters(w).EnumerateRunes().Take(1))
                .SelectMany(r => r)
        );
        return letters.Length == 0 ? "?" : letters.ToUpperInvariant();
    }

    /// <summary>The longest name that begins at an atom: how many atoms it takes, and everyone it may mean.</summary>
    public (int Length, IReadOnlyList<NameElement> Meant) LongestAt(
        string text,
        List<Atom> atoms,
        int at
    )
    {
        (int Length, IReadOnlyList<NameElement> Meant) best = (0, []);
        var joined = "";
        var crossesSpace = false;
        for (var n = 1; n <= LongestRun && at + n <= atoms.Count; n++)
        {
            if (n > 1)
            {
                var between = text[atoms[at + n - 2].End..atoms[at + n - 1].Start];
                if (between.Length > 1)
                {
                    break;
                }

                crossesSpace |= between.Length == 1 && char.IsWhiteSpace(between[0]);
                if (between.Length == 1 && !char.IsWhiteSpace(between[0]) && !Joins(between[0]))
                {
                    break;
                }
            }

            joined += atoms[at + n - 1].Folded;
            if (
                elements.TryGetValue(joined, out var meant)
                && (!crossesSpace || meant.Exists(e => e.SeveralWords))
                && !IsContraction(text, atoms[at + n - 1])
                && !initials.Contains(text[atoms[at].Start..atoms[at + n - 1].End])
            )
            {
                best = (n, meant);
            }
        }

        return best;
    }

    private static bool Joins(char c) =>
        FoldedText.IsApostrophe(c) || FoldedText.IsHyphen(c) || c == '.';

    /// <summary>"Don't" is not Don.</summary>
    private static bool IsContraction(string text, Atom last) =>
        last.Folded.EndsWith('n')
        && last.End + 1 < text.Length
        && FoldedText.IsApostrophe(text[last.End])
        && text[last.End + 1] is 't' or 'T'
        && (last.End + 2 == text.Length || !char.IsLetter(text[last.End + 2]));

    private static string[] Words(string names) =>
        names.Split(
            [' ', ',', '\u00A0', '\t'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );

    private void AddWithParts(KnownName name, string shown, string word)
    {
        var parts = Atom.Of(word).ConvertAll(a => a.Folded);
        Add(name, shown, string.Concat(parts), parts.Count > 1);
        if (parts.Count > 1)
        {
            foreach (var part in parts.Where(p => p.Length > 2 && !Particles.Contains(p)))
            {
                Add(name, shown, part, severalWords: false);
            }
        }
    }

    private void Add(KnownName name, string shown, string key, bool severalWords)
    {
        // One Latin letter is an initial already; one Chinese character may be a whole surname, but alone it is an ordinary word.
        if (key.Length > 1)
        {
            if (!elements.TryGetValue(key, out var meant))
            {
                elements[key] = meant = [];
            }

            if (!meant.Exists(e => ReferenceEquals(e.Name, name)))
            {
                meant.Add(new NameElement(name, shown, severalWords, OrdinaryWords.Contains(key)));
            }
        }
    }
}
