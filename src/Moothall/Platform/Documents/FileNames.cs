using System.Globalization;
using System.Text;

namespace Moothall.Platform.Documents;

/// <summary>Makes a file name that came from outside fit to show and to give back: no folders, nothing invisible, nothing that a computer reads as a command.</summary>
public static class FileNames
{
    /// <summary>Longest name kept, in UTF-16 units, with its ending.</summary>
    public const int LongestName = 120;
    private const int LongestEnding = 10;

    private static readonly string[] ReservedOnWindows =
    [
        "CON",
        "PRN",
        "AUX",
        "NUL",
        .. Enumerable.Range(1, 9).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" }),
    ];

    /// <summary>Cleans a name; letters of every script are kept. What is left of nothing is called "file".</summary>
    public static string Clean(string given)
    {
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            // EnumerateRunes turns a lone half of a surrogate pair into U+FFFD, which goes too.
            if (rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*')
            {
                kept.Append('-');
            }
            else if (!IsInvisible(rune) && rune != Rune.ReplacementChar)
            {
                kept.Append(rune);
            }
        }

        var name = kept.ToString()
            .Normalize(NormalizationForm.FormC)
            .Trim(' ', '.', '\u00A0', '\u3000');
        name = Shorten(name);
        var stem = Path.GetFileNameWithoutExtension(name);
        return name.Length == 0 ? "file"
            : ReservedOnWindows.Contains(stem, StringComparer.OrdinalIgnoreCase) ? "_" + name
            : name;
    }

    /// <summary>The ending in lower case with its dot, or nothing.</summary>
    public static string EndingOf(string name) => Path.GetExtension(name).ToLowerInvariant();

    // Direction marks make "exe.pdf" look like "fdp.exe" and the other way round. Joiners (U+200C, U+200D) belong to Persian, Hindi and emoji.
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
        || (rune.Value & 0xFFFE) == 0xFFFE // no characters: U+FFFE, U+FFFF and the like in every plane
        || rune.Value is >= 0xFDD0 and <= 0xFDEF
        || (
            Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
            && rune.Value is not (0x200C or 0x200D)
        );

    private static string Shorten(string name)
    {
        if (name.Length <= LongestName)
        {
            return name;
        }

        var ending = Path.GetExtension(name);
        if (ending.Length > LongestEnding)
        {
            ending = "";
        }

        // Cut between whole characters as a reader sees them, so that no half of one is left.
        var room = LongestName - ending.Length;
        var starts = StringInfo.ParseCombiningCharacters(name);
        var cut = starts.LastOrDefault(start => start <= room);
        return name[..cut].TrimEnd(' ', '.') + ending;
    }

    /// <summary>How large a file is, as people say it: "24 KB", "1.5 MB".</summary>
    public static string Size(long bytes) =>
        bytes < 1_000_000
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (bytes + 500) / 1000)} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.#} MB");
}
