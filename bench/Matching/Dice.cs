namespace Moothall.Bench.Matching;

/// <summary>Chance that falls the same way every time.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    public int Below(int sides) => (int)(Next() % (ulong)sides);

    public bool OneIn(int sides) => Below(sides) == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>
    /// One of several, the first ones more often, as names go (Zipf and Mandelbrot): of thousands, the first about one time in
    /// eighty, which is how common Smith is.
    /// </summary>
    public T Ranked<T>(IReadOnlyList<T> choices)
    {
        var flat = Math.Min(15.0, choices.Count / 4.0);
        var share = Next() / (double)ulong.MaxValue;
        var rank = flat * Math.Pow((choices.Count + flat) / flat, share) - flat;
        return choices[Math.Min((int)rank, choices.Count - 1)];
    }

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
