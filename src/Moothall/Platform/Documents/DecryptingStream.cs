using System.Security.Cryptography;

namespace Moothall.Platform.Documents;

/// <summary>Reads an encrypted file from where it stands; no byte leaves before the chunk it stands in is verified, and the last chunk leaves only if the whole matches the hash in the row, where there is one.</summary>
internal sealed class DecryptingStream : Stream
{
    private readonly FileStream file;
    private readonly AesGcm cipher;
    private readonly string name;
    private readonly long length;
    private readonly string? sha256;
    private readonly long chunks;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] encrypted = new byte[FileChunks.ChunkBytes + FileChunks.TagBytes];
    private readonly byte[] plain = new byte[FileChunks.ChunkBytes];
    private long nextChunk;
    private int filled;
    private int given;

    public DecryptingStream(FileStream file, byte[] key, string name, long length, string? sha256)
    {
        (this.file, this.name, this.length, this.sha256) = (file, name, length, sha256);
        chunks = FileChunks.CountOf(length);
        cipher = new AesGcm(key, FileChunks.TagBytes);
        try
        {
            var marker = new byte[FileChunks.Marker.Length];
            if (
                length < 0
                || file.Length - file.Position != FileChunks.LengthOnDisk(length)
                || file.ReadAtLeast(marker, marker.Length, throwOnEndOfStream: false)
                    != marker.Length
                || !FileChunks.Marker.SequenceEqual(marker)
            )
            {
                throw new StoredFileDamagedException("has been cut short or changed");
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (given == filled && nextChunk < chunks)
        {
            var next = NextLength();
            Verify(
                file.ReadAtLeast(encrypted.AsSpan(0, next), next, throwOnEndOfStream: false),
                next
            );
        }

        return Give(buffer);
    }

    public override Task<int> ReadAsync(
        byte[] buffer,
        int offset,
        int count,
        CancellationToken cancellationToken
    ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        if (given == filled && nextChunk < chunks)
        {
            var next = NextLength();
            var read = await file.ReadAtLeastAsync(
                encrypted.AsMemory(0, next),
                next,
                throwOnEndOfStream: false,
                cancellationToken
            );
            Verify(read, next);
        }

        return Give(buffer.Span);
    }

    private int NextLength() =>
        (int)Math.Min(FileChunks.ChunkBytes, length - nextChunk * FileChunks.ChunkBytes)
        + FileChunks.TagBytes;

    private void Verify(int read, int expected)
    {
        given = filled = 0;
        var inside = expected - FileChunks.TagBytes;
        var last = nextChunk == chunks - 1;
        try
        {
            if (read != expected)
            {
                throw new StoredFileDamagedException("has been cut short");
            }

            FileChunks.Decrypt(
                cipher,
                encrypted.AsSpan(0, expected),
                plain.AsSpan(0, inside),
                name,
                nextChunk,
                last
            );
        }
        catch (CryptographicException error)
        {
            throw new StoredFileDamagedException("has been changed", error);
        }

        hash.AppendData(plain.AsSpan(0, inside));
        if (
            last
            && sha256 is not null
            && Convert.ToHexStringLower(hash.GetHashAndReset()) != sha256
        )
        {
            throw new StoredFileDamagedException(
                "no longer matches its record and may have been changed"
            );
        }

        nextChunk++;
        filled = inside;
    }

    private int Give(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, filled - given);
        plain.AsSpan(given, count).CopyTo(buffer);
        given += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
            cipher.Dispose();
            hash.Dispose();
            CryptographicOperations.ZeroMemory(plain);
        }

        base.Dispose(disposing);
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();
}
