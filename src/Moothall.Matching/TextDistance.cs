namespace Moothall.Matching;

/// <summary>How far two words are apart.</summary>
public static class TextDistance
{
    private const int Longest = 128;

    /// <summary>
    /// The number of letters to insert, delete, replace or exchange with their neighbour, or one more than
    /// <paramref name="limit"/> if it is greater than that.
    /// </summary>
    public static int Edits(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
            return limit + 1;
        var start = left.CommonPrefixLength(right);
        left = left[start..];
        right = right[start..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }

        if (left.Length == 0 || right.Length == 0)
            return Math.Min(left.Length + right.Length, limit + 1);
        // With the same beginning and end taken away, a single edit leaves nothing but itself.
        if (limit == 1)
            return IsOneEdit(left, right) ? 1 : 2;
        if (right.Length >= Longest)
            return limit + 1;

        Span<int> rows = stackalloc int[3 * (right.Length + 1)];
        var width = right.Length + 1;
        var before = rows[..width];
        var above = rows[width..(2 * width)];
        var current = rows[(2 * width)..];
        for (var column = 0; column < width; column++)
            above[column] = column;
        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            var least = row;
            for (var column = 1; column < width; column++)
            {
                var same = left[row - 1] == right[column - 1];
                var edits = Math.Min(
                    Math.Min(above[column], current[column - 1]) + 1,
                    above[column - 1] + (same ? 0 : 1)
                );
                if (
                    row > 1
                    && column > 1
                    && left[row - 1] == right[column - 2]
                    && left[row - 2] == right[column - 1]
                )
                    edits = Math.Min(edits, before[column - 2] + 1);
                current[column] = edits;
                least = Math.Min(least, edits);
            }

            if (least > limit)
                return limit + 1;
            var spare = before;
            before = above;
            above = current;
            current = spare;
        }

        return Math.Min(above[right.Length], limit + 1);
    }

    private static bool IsOneEdit(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Length == right.Length
        && (left.Length == 1 || (left.Length == 2 && left[0] == right[1] && left[1] == right[0]));

    /// <summary>How many letters of the one find a partner in the other, wherever it stands.</summary>
    internal static int LettersInCommon(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<short> counts = stackalloc short[64];
        counts.Clear();
        foreach (var letter in left)
            counts[letter & 63]++;
        var common = 0;
        foreach (var letter in right)
            if (counts[letter & 63]-- > 0)
                common++;
        return common;
    }

    /// <summary>The similarity of Jaro and Winkler, 0 to 1: letters in common, in order, the first ones above all.</summary>
    public static double JaroWinkler(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (
            left.Length == 0
            || right.Length == 0
            || left.Length > Longest
            || right.Length > Longest
        )
            return 0;
        var window = Math.Max(Math.Max(left.Length, right.Length) / 2 - 1, 0);
        Span<bool> leftUsed = stackalloc bool[left.Length];
        Span<bool> rightUsed = stackalloc bool[right.Length];
        var common = 0;
        for (var index = 0; index < left.Length; index++)
        {
            var last = Math.Min(index + window, right.Length - 1);
            for (var other = Math.Max(index - window, 0); other <= last; other++)
            {
                if (rightUsed[other] || left[index] != right[other])
                    continue;
                leftUsed[index] = rightUsed[other] = true;
                common++;
                break;
            }
        }

        if (common == 0)
            return 0;
        var outOfOrder = 0;
        var next = 0;
        for (var index = 0; index < left.Length; index++)
        {
            if (!leftUsed[index])
                continue;
            while (!rightUsed[next])
                next++;
            if (left[index] != right[next++])
                outOfOrder++;
        }

        double count = common;
        var jaro =
            (count / left.Length + count / right.Length + (count - outOfOrder / 2) / count) / 3;
        var prefix = Math.Min(left.CommonPrefixLength(right), 4);
        return jaro + prefix * 0.1 * (1 - jaro);
    }
}
