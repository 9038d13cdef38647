namespace Moothall.Matching;

/// <summary>Which pairs are in question: any two people of one list, or one of each of two lists.</summary>
/// <param name="Count">The number of people; those of the second list stand after those of the first.</param>
/// <param name="First">The number of people in the first of two lists, or nothing for one list.</param>
internal sealed record Pairing(int Count, int? First = null)
{
    /// <summary>How many pairs there are.</summary>
    public double Pairs =>
        First is { } first
            ? (double)first * (Count - first)
            : Math.Max(Count * (Count - 1.0) / 2, 0);

    public bool Asks(int left, int right) =>
        First is not { } first || (left < first) != (right < first);

    /// <summary>All pairs.</summary>
    public IEnumerable<(int Left, int Right)> All()
    {
        for (var left = 0; left < (First ?? Count); left++)
        for (var right = First ?? left + 1; right < Count; right++)
            yield return (left, right);
    }

    /// <summary>Pairs drawn at random, the same ones every time.</summary>
    public IEnumerable<(int Left, int Right)> Sample(int size)
    {
        if (Pairs < 1)
            yield break;
        var state = 0x9E3779B97F4A7C15UL;
        for (var drawn = 0; drawn < size; )
        {
            var left = Next(ref state, First ?? Count);
            var right = First is { } first
                ? first + Next(ref state, Count - first)
                : Next(ref state, Count);
            if (left == right)
                continue;
            drawn++;
            yield return (left, right);
        }
    }

    /// <summary>SplitMix64: short, well mixed, and the same on every machine.</summary>
    private static int Next(ref ulong state, int below)
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)below);
    }
}
