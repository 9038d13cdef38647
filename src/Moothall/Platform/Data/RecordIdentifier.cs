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
    public static Guid Next() => Next(Guid.CreateVersion7(), ref last);

    /// <summary>As <see cref="Next()"/>, of an identifier that the framework made: its time and its random part stay.</summary>
    public static Guid Next(Guid made, ref long last)
    {
        Span<byte> bytes = stackalloc byte[16];
        made.TryWriteBytes(bytes, bigEndian: true, out _);
        var time = BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16 << CounterBits;
        long before;
        long next;
        do
        {
            before = Volatile.Read(ref last);
            next = Math.Max(time, before + 1);
        } while (Interlocked.CompareExchange(ref last, next, before) != before);

        BinaryPrimitives.WriteInt64BigEndian(
            bytes,
            (next >> CounterBits << 16) | 0x7000 | (next & 0xFFF)
        );
        return new Guid(bytes, bigEndian: true);
    }
}
