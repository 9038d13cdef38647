using System.Globalization;
using System.Text;

namespace Moothall.Platform.Spelling;

/// <summary>
/// Folds letters so that the same name written differently compares equal: case, accents, full-width forms and ligatures go;
/// letters of every script stay. Lone surrogates, which no screen can show, become the replacement character.
/// </summary>
public static class FoldedText
{
    /// <summary>The folded letters and digits of a text, everything between them left out: "O’Brien-Śmith" is "obriensmith".</summary>
    public static string Letters(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (
                Rune.IsLetterOrDigit(rune)
                || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpacingCombiningMark
            )
            {
                folded.Append(Plain(Rune.ToLowerInvariant(rune)));
            }
        }

        return folded.ToString();
    }

    /// <summary>The text with lone surrogates and the code points that are no characters replaced, so that it can be normalised and encoded.</summary>
    public static string WellFormed(string text)
    {
        var lone = false;
        foreach (var rune in text.EnumerateRunes())
        {
            lone |= rune == Rune.ReplacementChar || IsNoCharacter(rune);
        }

        return lone
            ? string.Concat(
                text.EnumerateRunes()
                    .Select(rune => (IsNoCharacter(rune) ? Rune.ReplacementChar : rune).ToString())
            )
            : text;
    }

    // The last two of each plane, and the 32 set aside in the Arabic block: normalising refuses them.
    private static bool IsNoCharacter(Rune rune) =>
        (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    public static bool IsApostrophe(char c) =>
        c is '\'' or '’' or '‘' or 'ʼ' or 'ʹ' or '′' or '`' or '´' or '＇';

    public static bool IsHyphen(char c) =>
        c is '-' or '‐' or '‑' or '‒' or '–' or '—' or '−' or '﹣' or '－';

    /// <summary>Letters that carry no separable accent, written as their usual English spelling.</summary>
    private static string Plain(Rune lower) =>
        lower.Value switch
        {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'đ' or 'ð' => "d",
            'ł' => "l",
            'þ' => "th",
            'ı' => "i",
            'ħ' => "h",
            'ς' => "σ",
            _ => lower.ToString(),
        };
}
