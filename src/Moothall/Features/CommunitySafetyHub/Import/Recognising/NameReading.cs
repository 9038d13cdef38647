using System.Globalization;
using System.Text.RegularExpressions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Documents.Doubts;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>A person's name, taken apart.</summary>
public sealed record ReadName(string GivenNames, string FamilyName)
{
    /// <summary>As one reads it.</summary>
    public string Full => $"{GivenNames} {FamilyName}".Trim();
}

/// <summary>Reads names as lists write them: "SURNAME, First", "SURNAME First", "Mr First Middle Surname", two people in a cell.</summary>
public static partial class NameReading
{
    private static readonly string[] Particles =
    [
        "de",
        "la",
        "van",
        "von",
        "der",
        "den",
        "del",
        "di",
        "da",
        "du",
        "le",
        "al",
        "el",
        "bin",
        "ibn",
        "st",
        "mac",
        "o",
    ];

    private static readonly string[] Titles =
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "rev",
        "master",
        "sir",
        "prof",
        "professor",
        "reverend",
        "dame",
        "lord",
        "lady",
        "cllr",
        "councillor",
        "ald",
        "alderman",
        "pc",
        "pcso",
        "constable",
        "sgt",
        "sergeant",
        "ps",
        "insp",
        "inspector",
        "ch",
        "chief",
        "ci",
        "supt",
        "superintendent",
        "dc",
        "ds",
        "det",
        "detective",
        "watch",
        "crew",
        "manager",
        "wm",
        "cm",
    ];

    // Words of what is no person: "Residents of High Street", "Youths at park".
    private static readonly string[] NobodyWords =
    [
        "residents",
        "resident",
        "youths",
        "group",
        "various",
        "unknown",
        "several",
        "young people",
        "gang",
        "family",
        "tenants",
        "neighbours",
        "multiple",
        "community",
        "youth",
        "males",
        "females",
        "persons",
        "children",
        "public",
        "street",
        "estate",
        "park",
        "centre",
        "shop",
        "store",
    ];

    /// <summary>A name as it is compared with others: folded, without "Sgt", "Cllr" and the like before it.</summary>
    public static string Plain(string name) => NormalisedName.Of(One(name).Full);

    /// <summary>Names without a title before them.</summary>
    public static string Untitled(string names) => string.Join(' ', Words(names));

    /// <summary>The people a cell names; none where it names no person.</summary>
    public static IReadOnlyList<ReadName> People(string written)
    {
        var cell = Collar().Replace(written, "");
        if (Nothing.Is(cell) || cell.Any(char.IsAsciiDigit) || IsNobody(cell))
        {
            return [];
        }

        var parts = Between()
            .Split(cell)
            .Select(part => part.Trim())
            .Where(part => part.Length > 0)
            .ToList();
        // "Ann & Bob Smith" is two people of one name; it is left whole for a person to see rather than guessed at.
        return
            parts.Count > 1
            && parts.TrueForAll(part =>
                part.Contains(' ', StringComparison.Ordinal)
                || part.Contains(',', StringComparison.Ordinal)
            )
            ? [.. parts.Select(One)]
            :
            [
                One(
                    string.Join(
                        ' ',
                        cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    )
                ),
            ];
    }

    /// <summary>One person's name.</summary>
    public static ReadName One(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0)
        {
            var given = string.Join(' ', Words(text[(comma + 1)..]));
            return new(Calm(given), Calm(string.Join(' ', Words(text[..comma]))));
        }

        var words = Words(text);
        if (words.Count < 2)
        {
            return new("", Calm(words.Count == 0 ? text.Trim() : words[0]));
        }

        // "SMITH John": the family name stands first where it alone is in capitals.
        if (IsCapital(words[0]) && words.Skip(1).All(word => !IsCapital(word)))
        {
            return new(string.Join(' ', words.Skip(1)), Calm(words[0]));
        }

        var from = words.Count - 1;
        while (from > 1 && Particles.Contains(words[from - 1].ToLowerInvariant()))
        {
            from--;
        }

        return new(
            Calm(string.Join(' ', words.Take(from))),
            Calm(string.Join(' ', words.Skip(from)))
        );
    }

    /// <summary>Names that are all in capitals as people write them: "O'BRIEN-SMITH" is "O'Brien-Smith". Others stay as typed.</summary>
    public static string Calm(string name)
    {
        if (!name.Any(char.IsLetter) || name.Any(char.IsLower) || name.Count(char.IsLetter) < 2)
        {
            return name.Trim();
        }

        var lower = name.Trim().ToLowerInvariant().ToCharArray();
        for (var at = 0; at < lower.Length; at++)
        {
            if (at == 0 || !char.IsLetter(lower[at - 1]))
            {
                lower[at] = char.ToUpper(lower[at], CultureInfo.InvariantCulture);
            }
        }

        return new(lower);
    }

    private static bool IsNobody(string cell)
    {
        var words = cell.ToLowerInvariant()
            .Split((char[])[' ', ',', '/', '&'], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(NobodyWords.Contains);
    }

    /// <summary>Whether a text names somebody by a title: "Mr Jones", "Sgt Example".</summary>
    public static bool HasTitled(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words
            .Zip(words.Skip(1))
            .Any(pair =>
                IsTitle(pair.First.TrimStart('(', '"', '\'', '“', '‘'))
                && char.IsUpper(pair.Second[0])
            );
    }

    private static bool IsTitle(string word) =>
        Titles.Contains(word.TrimEnd('.').ToLowerInvariant());

    private static List<string> Words(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && IsTitle(words[0]))
        {
            words.RemoveAt(0);
        }

        return words;
    }

    private static bool IsCapital(string word) =>
        word.Count(char.IsLetter) > 1 && !word.Any(char.IsLower);

    // The number on a police officer's collar: "PC 1234 Smith".
    [GeneratedRegex(
        @"(?<=^\s*(pc|pcso|sgt|ps|dc|ds|insp)\.?\s+)[0-9]{1,6}\s+",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Collar();

    [GeneratedRegex(
        @"\s*(?:\n|;|/|&|\band\b)\s*",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Between();
}
