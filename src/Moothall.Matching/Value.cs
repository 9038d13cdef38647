using System.Globalization;
using System.Text;

namespace Moothall.Matching;

/// <summary>A distinct value of a field, ready to be compared. Equal values of a column are one object.</summary>
internal sealed class Value
{
    private Value(string text, bool isName)
    {
        Text = text;
        HasForms = isName && Nicknames.Knows(text);
        foreach (var letter in text)
            Letters |= 1UL << (letter < 128 ? letter & 63 : 63);
    }

    /// <summary>The value in small letters without accents and punctuation; a date as eight digits.</summary>
    public string Text { get; }

    /// <summary>Which letters occur, a bit each: two values with few in common need no closer look.</summary>
    public ulong Letters { get; }

    /// <summary>Whether there are short or full forms of it.</summary>
    public bool HasForms { get; }

    /// <summary>How many people have it.</summary>
    public int Count { get; set; }

    /// <summary>
    /// How much more, in bits, it says that two people share this value than that they share an average one: rare
    /// names say much, the commonest ones less than nothing.
    /// </summary>
    public float Rarity { get; set; } = float.MaxValue;

    /// <summary>
    /// What the rarity says where only a part of a name is shared: no more than the part would say, and nothing for a rare
    /// whole, of which the other has but a part.
    /// </summary>
    public float RarityOfPart { get; set; } = float.MaxValue;

    /// <summary>Of a surname: how much less, in bits, a forename says among those who bear it.</summary>
    public float Tie { get; set; }

    /// <summary>The value as it is compared, or nothing if there is none.</summary>
    public static Value? Read(string? raw, FieldKind kind)
    {
        var text = Normalise(raw, kind);
        return text.Length == 0
            ? null
            : new Value(text, kind is FieldKind.GivenName or FieldKind.FamilyName);
    }

    public static string Normalise(string? raw, FieldKind kind)
    {
        if (string.IsNullOrWhiteSpace(raw))
            return "";
        return kind switch
        {
            FieldKind.Date => Date(raw.Trim()),
            FieldKind.Email => raw.Trim().ToLowerInvariant(),
            FieldKind.Phone => Phone(raw),
            FieldKind.Postcode or FieldKind.Identifier => Plain(raw, spaced: false),
            _ => Plain(raw, spaced: true),
        };
    }

    private static string Plain(string raw, bool spaced)
    {
        var result = new StringBuilder(raw.Length);
        foreach (var letter in Ascii.IsValid(raw) ? raw : WithoutAccents(raw))
        {
            if (char.IsLetterOrDigit(letter))
                result.Append(char.ToLowerInvariant(letter));
            // O'Neill and ONeill are one name; Lloyd-George and Lloyd George are too.
            else if (
                spaced
                && result.Length > 0
                && result[^1] != ' '
                && letter is not ('\'' or '’' or '.')
                && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark
            )
                result.Append(' ');
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>Letters apart from their accents; what is no character at all is left out.</summary>
    private static string WithoutAccents(string raw) =>
        string.Concat(
                raw.EnumerateRunes()
                    .Where(rune =>
                        Rune.GetUnicodeCategory(rune) != UnicodeCategory.OtherNotAssigned
                    )
            )
            .Normalize(NormalizationForm.FormD);

    /// <summary>Year, month and day as written: an impossible date still resembles the right one.</summary>
    private static string Date(string raw)
    {
        var parts = raw.Split(['-', '/', '.', ' ', 'T'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length >= 3 && parts.Take(3).All(part => part.All(char.IsAsciiDigit)))
        {
            if (parts[0].Length == 4)
                return parts[0] + parts[1].PadLeft(2, '0') + parts[2].PadLeft(2, '0');
            if (parts[2].Length == 4)
                return parts[2] + parts[1].PadLeft(2, '0') + parts[0].PadLeft(2, '0');
        }

        return string.Concat(raw.Where(char.IsAsciiDigit));
    }

    private static string Phone(string raw)
    {
        var digits = string.Concat(raw.Where(char.IsAsciiDigit)).TrimStart('0');
        return digits.StartsWith("44", StringComparison.Ordinal)
            ? digits[2..].TrimStart('0')
            : digits;
    }
}
