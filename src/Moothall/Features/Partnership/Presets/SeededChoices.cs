using System.Buffers.Binary;

namespace Moothall.Features.Partnership.Presets;

/// <summary>
/// Choices that come out the same for the same number, so that a demonstration can be made again. SplitMix64: fit for
/// inventing a week, never for a secret.
/// </summary>
internal sealed class SeededChoices(int seed)
{
    private ulong state = unchecked(((ulong)(uint)seed + 1) * 0x9E3779B97F4A7C15UL);
    private ushort made;

    /// <summary>A number from 0 to <paramref name="below"/> − 1.</summary>
    public int Next(int below) => (int)(((UInt128)Draw() * (uint)below) >> 64);

    /// <summary>A number from one to another, both included.</summary>
    public int Between(int least, int most) => least + Next(most - least + 1);

    /// <summary>Yes in so many of a hundred cases.</summary>
    public bool Chance(int percent) => Next(100) < percent;

    /// <summary>One of the list.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];

    /// <summary>The list in another order.</summary>
    public List<T> Shuffled<T>(IEnumerable<T> from)
    {
        var list = from.ToList();
        for (var last = list.Count - 1; last > 0; last--)
        {
            var other = Next(last + 1);
            (list[last], list[other]) = (list[other], list[last]);
        }

        return list;
    }

    /// <summary>An identifier in the order of making: what sorts by identifier comes out the same too.</summary>
    public Guid Id(DateTime at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(
            bytes,
            new DateTimeOffset(at).ToUnixTimeMilliseconds() << 16
        );
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (made & 0xFFF)));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (Draw() >> 2) | (1UL << 63));
        made++;
        return new(bytes, bigEndian: true);
    }

    private ulong Draw()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
