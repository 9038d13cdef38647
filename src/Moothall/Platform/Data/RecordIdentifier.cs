using System.Buffers.Binary;

namespace Moothall.Platform.Data;

/// <summary>
/// Identifiers that stand in the order in which they were made: a version 7 identifier (RFC 9562) whose twelve bits after the
/// time count on within a millisecond (section 6.2, method 1). Those of the framework are random there, and a list "in the
/// order it was written" would then differ from one day to the next when its rows were written together.
/// </summary>
public static class RecordIdentifier
{
    private const int CounterBits = 12;

    /// <summary>Milliseconds since 1970 and the count within them, as one number that only grows.</summary>
    private static long last;

    /// <summary>An identifier that comes after every one this process made before, whatever the clock does.</summary>
    public static Guid Next() =>
        Next(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), ref last, Guid.NewGuid());

    /// <summary>As <see cref="Next()"/>, for a time, what was made last, and where the random part comes from.</summary>
    public static Guid Next(long milliseconds, ref long last, Guid random)
    {
        long before;
        long next;
        do
        {
            before = Volatile.Read(ref last);
            next = Math.Max(milliseconds << CounterBits, before + 1);
        } while (Interlocked.CompareExchange(ref last, next, before) != before);

        Span<byte> bytes = stackalloc byte[16];
        random.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(
            bytes,
            (next >> CounterBits << 16) | 0x7000 | (next & 0xFFF)
        );
        // A random identifier has the variant of the standard in its ninth byte already.
        return new Guid(bytes, bigEndian: true);
    }
}
