using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Moothall.Tests.Platform.Documents.Mail;

/// <summary>Where a message is broken: the same places every time for the same number, so that a failure can be met again.</summary>
internal sealed class Breakage(int seed)
{
    private readonly byte[] input = new byte[8];
    private int made;

    /// <summary>A number from 0 to below − 1.</summary>
    public int Next(int below)
    {
        BinaryPrimitives.WriteInt32LittleEndian(input, seed);
        BinaryPrimitives.WriteInt32LittleEndian(input.AsSpan(4), made++);
        return (int)(BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(input)) % (uint)below);
    }
}
