using System.Globalization;
using System.Text;
using Moothall.Platform.Spelling;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>
/// The smallest piece of text that can be a name: a run of letters with their marks, or one character of a script written without
/// spaces. "O’Brien-Smith" is three atoms.
/// </summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index after its last.</param>
/// <param name="Folded">Its folded letters.</param>
internal sealed record Atom(int Start, int End, string Folded)
{
    public static List<Atom> Of(string text)
    {
        var atoms = new List<Atom>();
        var start = -1;
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate is one char wide although it reads as the replacement character.
            var width = rune.Utf16SequenceLength;
            if (WritesWithoutSpaces(rune))
            {
                Close(position);
                atoms.Add(new Atom(position, position + width, text.Substring(position, width)));
            }
            else if (Rune.IsLetter(rune) || (start >= 0 && StaysInside(rune)))
            {
                start = start < 0 ? position : start;
            }
            else
            {
                Close(position);
            }

            position += width;
        }

        Close(position);
        return atoms;

        void Close(int end)
        {
            if (start >= 0)
            {
                var folded = FoldedText.Letters(text[start..end]);
                atoms.Add(new Atom(start, end, folded));
                start = -1;
            }
        }
    }

    /// <summary>Accents, and invisible characters that would otherwise hide a name (soft hyphen, zero-width space).</summary>
    private static bool StaysInside(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format;

    private static bool WritesWithoutSpaces(Rune rune) =>
        rune.Value
            is (>= 0x2E80 and <= 0x30FF)
                or (>= 0x3400 and <= 0x9FFF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0x20000 and <= 0x3FFFF)
        && Rune.IsLetter(rune);
}
