using System.Numerics;

namespace Moothall.Matching;

/// <summary>Compares two different values of one field.</summary>
internal static class Comparison
{
    private const double Resembling = 0.85;

    /// <summary>With fewer letters in common, as shares of either word, no two words are that similar.</summary>
    private const double LeastInCommon = 1.25;

    public static Agreement Compare(Value? left, Value? right, FieldKind kind)
    {
        if (left is null || right is null)
            return Agreement.Missing;
        if (ReferenceEquals(left, right) || left.Text == right.Text)
            return Agreement.Exact;
        var (a, b) = (left.Text, right.Text);
        return kind switch
        {
            FieldKind.Date => Dates(a, b),
            FieldKind.GivenName when left.HasForms && right.HasForms && Nicknames.Related(a, b) =>
                Agreement.Variant,
            FieldKind.GivenName or FieldKind.FamilyName => Names(left, right),
            FieldKind.Address when OtherNumber(a, b) && OtherNumber(b, a) => Agreement.Different,
            FieldKind.Address or FieldKind.Place => Words(left, right),
            FieldKind.Email when SameMailbox(a, b) => Agreement.Variant,
            FieldKind.Email => Words(left, right),
            FieldKind.Postcode when TextDistance.Edits(a, b, 1) > 1 && SameArea(a, b) =>
                Agreement.Similar,
            FieldKind.Region => Agreement.Different,
            FieldKind.HouseNumber => Numbers(a, b, longest: 1),
            _ => Numbers(a, b, longest: 2),
        };
    }

    private static Agreement Dates(string left, string right)
    {
        if (left.Length != 8 || right.Length != 8)
            return Numbers(left, right, longest: 1);
        var year = string.CompareOrdinal(left, 0, right, 0, 4) == 0;
        var month = string.CompareOrdinal(left, 4, right, 4, 2) == 0;
        var day = string.CompareOrdinal(left, 6, right, 6, 2) == 0;
        if (
            year
            && string.CompareOrdinal(left, 4, right, 6, 2) == 0
            && string.CompareOrdinal(left, 6, right, 4, 2) == 0
        )
            return Agreement.Exchanged;
        if (TextDistance.Edits(left, right, 1) == 1)
            return Agreement.Close;
        if ((year ? 1 : 0) + (month ? 1 : 0) + (day ? 1 : 0) == 2)
            return Agreement.Variant;
        return year ? Agreement.Similar : Agreement.Different;
    }

    private static Agreement Names(Value left, Value right)
    {
        if (IsInitial(left.Text, right.Text) || IsInitial(right.Text, left.Text))
            return Agreement.Similar;
        return ShareWord(left.Text, right.Text) || ShareWord(right.Text, left.Text)
            ? Agreement.Variant
            : Words(left, right);
    }

    private static Agreement Words(Value left, Value right)
    {
        var (a, b) = (left.Text, right.Text);
        // Letters that only the one has: most pairs are told apart by these alone.
        var onlyLeft = BitOperations.PopCount(left.Letters & ~right.Letters);
        var onlyRight = BitOperations.PopCount(right.Letters & ~left.Letters);
        var slips = Math.Max(a.Length, b.Length) >= 8 ? 2 : 1;
        if (
            onlyLeft + onlyRight <= 2 * slips
            && Math.Min(a.Length, b.Length) >= 3
            && TextDistance.Edits(a, b, slips) <= slips
        )
            return Agreement.Close;
        return
            MayResemble(a, b, Math.Min(a.Length - onlyLeft, b.Length - onlyRight))
            && MayResemble(a, b, TextDistance.LettersInCommon(a, b))
            && TextDistance.JaroWinkler(a, b) >= Resembling
            ? Agreement.Similar
            : Agreement.Different;
    }

    private static bool MayResemble(string left, string right, double inCommon) =>
        inCommon / left.Length + inCommon / right.Length >= LeastInCommon;

    private static Agreement Numbers(string left, string right, int longest)
    {
        if (Math.Max(left.Length, right.Length) < 2)
            return Agreement.Different;
        var most = Math.Max(left.Length, right.Length) >= 6 ? longest : 1;
        return TextDistance.Edits(left, right, most) switch
        {
            1 => Agreement.Close,
            2 when most == 2 => Agreement.Similar,
            _ => Agreement.Different,
        };
    }

    private static bool IsInitial(string initial, string name) =>
        initial.Length == 1 && name.StartsWith(initial, StringComparison.Ordinal);

    /// <summary>Whether a name of several words shares one with the other, as after a marriage.</summary>
    private static bool ShareWord(string several, string other)
    {
        if (!several.Contains(' ', StringComparison.Ordinal))
            return false;
        foreach (var part in several.AsSpan().Split(' '))
        {
            var word = several.AsSpan(part);
            if (word.Length < 3)
                continue;
            foreach (var otherPart in other.AsSpan().Split(' '))
                if (word.SequenceEqual(other.AsSpan(otherPart)))
                    return true;
        }

        return false;
    }

    /// <summary>Whether an address has a number that the other has not: a neighbour's is not nearly the same.</summary>
    private static bool OtherNumber(string left, string right)
    {
        foreach (var part in left.AsSpan().Split(' '))
        {
            var word = left.AsSpan(part);
            if (word.Length == 0 || !char.IsAsciiDigit(word[0]))
                continue;
            var found = false;
            foreach (var otherPart in right.AsSpan().Split(' '))
                found |= word.SequenceEqual(right.AsSpan(otherPart));
            if (!found)
                return true;
        }

        return false;
    }

    private static bool SameMailbox(string left, string right)
    {
        var at = left.IndexOf('@', StringComparison.Ordinal);
        return at >= 4
            && at < right.Length
            && left.AsSpan(0, at + 1).SequenceEqual(right.AsSpan(0, at + 1));
    }

    /// <summary>A postcode's last three characters say the street, what stands before them the area.</summary>
    private static bool SameArea(string left, string right) =>
        left.Length > 4
        && right.Length > 4
        && left.AsSpan()[..^3].SequenceEqual(right.AsSpan()[..^3]);
}
