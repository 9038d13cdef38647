using System.Text;

namespace Moothall.Matching;

/// <summary>What two records of one person are likely to share, by which they find each other.</summary>
internal static class Keys
{
    /// <summary>Keys by which a field alone finds others; a small change of the value leaves at least one of them.</summary>
    public static IEnumerable<ulong> Fine(Value value, Field field, int index)
    {
        // A name is looked for in both places, since forename and surname get exchanged.
        var place = field.IsName ? 100 : index;
        yield return Hash(value.Text, place);
        switch (field.Kind)
        {
            case FieldKind.GivenName or FieldKind.FamilyName:
                yield return Hash(Sound(value.Text), place + 100);
                break;
            case FieldKind.Date or FieldKind.Identifier or FieldKind.Phone:
                // The same digits in any order: transposed, or day and month exchanged.
                yield return Hash(Sorted(value.Text), place + 200);
                break;
            case FieldKind.Email:
                yield return Hash(value.Text.Split('@')[0], place + 300);
                break;
        }
    }

    /// <summary>A key that tells the people of a large group roughly apart.</summary>
    public static ulong Coarse(Value value, Field field, int index) =>
        field.Kind switch
        {
            FieldKind.GivenName or FieldKind.FamilyName => Hash(Sound(value.Text), index + 400),
            FieldKind.Date when value.Text.Length >= 4 => Hash(value.Text[..4], index + 500),
            _ => Hash(value.Text, index),
        };

    /// <summary>How a name begins and sounds: its first letter and its next three consonants by kind.</summary>
    public static string Sound(string name)
    {
        var sound = new StringBuilder(4);
        sound.Append(name[0]);
        var last = Class(name[0]);
        foreach (var letter in name.AsSpan(1))
        {
            var kind = Class(letter);
            if (kind != ' ' && kind != last)
                sound.Append(kind);
            last = kind;
            if (sound.Length == 4)
                break;
        }

        return sound.ToString();
    }

    private static char Class(char letter) =>
        letter switch
        {
            'b' or 'f' or 'p' or 'v' or 'w' => 'p',
            'c' or 'g' or 'j' or 'k' or 'q' or 's' or 'x' or 'z' => 's',
            'd' or 't' => 't',
            'm' or 'n' => 'n',
            'l' => 'l',
            'r' => 'r',
            'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' or ' ' => ' ',
            _ => letter,
        };

    public static string Sorted(string text)
    {
        var digits = text.ToCharArray();
        Array.Sort(digits);
        return new(digits);
    }

    public static ulong Hash(string text, int place)
    {
        var hash = 14695981039346656037UL ^ (ulong)place;
        foreach (var letter in text)
            hash = (hash ^ letter) * 1099511628211UL;
        return hash ^ (hash >> 29);
    }
}
