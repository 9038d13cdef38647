using System.Text;
using System.Xml;

namespace Moothall.Platform.Documents;

/// <summary>Makes text that people typed or pasted fit for a document, without changing what can be read.</summary>
public static class PlainText
{
    private static readonly string[] LineEnds = ["\r\n", "\r", "\n", "\u2028", "\u2029", "\u0085"];

    /// <summary>
    /// Leaves out what XML, and with it Word, cannot hold (control characters, halves of surrogate pairs, U+FFFE and U+FFFF)
    /// and the controls U+007F to U+009F, which HTML would show as other characters. A vertical tab or form feed becomes a line break.
    /// </summary>
    public static string ForXml(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (index + 1 < text.Length && char.IsSurrogatePair(letter, text[index + 1]))
            {
                kept.Append(letter).Append(text[++index]);
            }
            else if (letter is '\v' or '\f')
            {
                kept.Append('\n');
            }
            else if (
                XmlConvert.IsXmlChar(letter)
                && (letter == '\u0085' || letter is < '\u007F' or > '\u009F')
            )
            {
                kept.Append(letter);
            }
        }

        return kept.ToString();
    }

    /// <summary>The lines of a text, fit for XML.</summary>
    public static string[] Lines(string text) =>
        ForXml(text).Split(LineEnds, StringSplitOptions.None);

    /// <summary>Whether the first letter that has a direction runs from right to left, as in Arabic, Hebrew or Urdu.</summary>
    public static bool RunsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsRightToLeft(rune.Value))
            {
                return true;
            }

            if (Rune.IsLetter(rune))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsRightToLeft(int value) =>
        value
            is (>= 0x0590 and <= 0x08FF and not (>= 0x0660 and <= 0x0669))
                or (>= 0xFB1D and <= 0xFDFF)
                or (>= 0xFE70 and <= 0xFEFC)
                or (>= 0x10800 and <= 0x10FFF)
                or (>= 0x1E800 and <= 0x1EFFF);
}
