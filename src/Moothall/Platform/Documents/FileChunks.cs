using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Moothall.Platform.Documents;

/// <summary>
/// The form of an encrypted file: four marker bytes, then chunks of 64 KiB, each with its 16-byte tag.
/// The nonce is the chunk's number, which is safe because no key is ever used for a second file. Each chunk is
/// bound to the file's name, its number and whether it is the last, so that chunks cannot be dropped, moved or exchanged.
/// </summary>
internal static class FileChunks
{
    public const int KeyBytes = 32;
    public const int TagBytes = 16;
    public const int ChunkBytes = 64 * 1024;
    private const int NonceBytes = 12;

    public static ReadOnlySpan<byte> Marker => "MHF1"u8;

    /// <summary>Length on disk of content of this many bytes; empty content still has one (empty, last) chunk.</summary>
    public static long LengthOnDisk(long length) =>
        Marker.Length + length + CountOf(length) * TagBytes;

    /// <summary>Length of the content of something of this length on disk; nothing where no content could have it.</summary>
    public static long? LengthOfContent(long onDisk)
    {
        const long Whole = ChunkBytes + TagBytes;
        var chunks = (onDisk - Marker.Length + Whole - 1) / Whole;
        var length = onDisk - Marker.Length - chunks * TagBytes;
        return length >= 0 && LengthOnDisk(length) == onDisk ? length : null;
    }

    public static long CountOf(long length) => Math.Max(1, (length + ChunkBytes - 1) / ChunkBytes);

    public static async Task<(long Length, string Sha256)> EncryptAsync(
        Stream source,
        Stream target,
        byte[] key,
        string name,
        CancellationToken cancellation
    )
    {
        using var cipher = new AesGcm(key, TagBytes);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] current = new byte[ChunkBytes],
            next = new byte[ChunkBytes],
            output = new byte[ChunkBytes + TagBytes];
        await target.WriteAsync(Marker.ToArray(), cancellation);
        var length = 0L;
        var filled = await source.ReadAtLeastAsync(
            current,
            ChunkBytes,
            throwOnEndOfStream: false,
            cancellation
        );
        for (var index = 0L; ; index++)
        {
            // One chunk is read ahead, because the last one must know that it is the last.
            var following =
                filled < ChunkBytes
                    ? 0
                    : await source.ReadAtLeastAsync(
                        next,
                        ChunkBytes,
                        throwOnEndOfStream: false,
                        cancellation
                    );
            hash.AppendData(current.AsSpan(0, filled));
            cipher.Encrypt(
                Nonce(index),
                current.AsSpan(0, filled),
                output.AsSpan(0, filled),
                output.AsSpan(filled, TagBytes),
                BoundTo(name, index, last: following == 0)
            );
            await target.WriteAsync(output.AsMemory(0, filled + TagBytes), cancellation);
            length += filled;
            if (following == 0)
            {
                break;
            }

            (current, next, filled) = (next, current, following);
        }

        CryptographicOperations.ZeroMemory(current);
        CryptographicOperations.ZeroMemory(next);
        return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Decrypts one chunk with its tag behind it.</summary>
    public static void Decrypt(
        AesGcm cipher,
        ReadOnlySpan<byte> chunk,
        Span<byte> plain,
        string name,
        long index,
        bool last
    ) =>
        cipher.Decrypt(
            Nonce(index),
            chunk[..^TagBytes],
            chunk[^TagBytes..],
            plain,
            BoundTo(name, index, last)
        );

    private static byte[] Nonce(long index)
    {
        var nonce = new byte[NonceBytes];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(NonceBytes - sizeof(long)), index);
        return nonce;
    }

    private static byte[] BoundTo(string name, long index, bool last)
    {
        var bound = new byte[name.Length + sizeof(long) + 1];
        Encoding.ASCII.GetBytes(name, bound);
        BinaryPrimitives.WriteInt64BigEndian(bound.AsSpan(name.Length), index);
        bound[^1] = last ? (byte)1 : (byte)0;
        return bound;
    }
}
