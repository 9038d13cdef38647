using System.IO.Pipelines;
using System.Security.Cryptography;
using Moothall.Platform.Documents;

namespace Moothall.Platform.Backups;

/// <summary>
/// The form of a backup: four marker bytes, the mark of the recovery code, a salt of its own, and then one stream in the chunks of
/// an encrypted file. Each chunk is bound to what stands before it, so neither end can be cut and nothing exchanged.
/// </summary>
public static class BackupFile
{
    private const int MarkBytes = 8;
    private const int SaltBytes = 16;

    private static ReadOnlySpan<byte> Marker => "MHB1"u8;

    private static int HeaderBytes => Marker.Length + MarkBytes + SaltBytes;

    /// <summary>Writes a backup under its name whole or not at all.</summary>
    public static async Task WriteAsync(
        string path,
        RecoveryCode code,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancel
    )
    {
        var temporary = PrivateFiles.UnfinishedName(path);
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        byte[] header = [.. Marker, .. code.Mark(MarkBytes), .. salt];
        try
        {
            await using (var target = PrivateFiles.Create(temporary))
            {
                await target.WriteAsync(header, cancel);
                await EncryptAsync(target, code.KeyFor(salt), NameOf(header), write, cancel);
                target.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: false);
            PrivateFiles.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Opens a backup; every part is verified before it is handed out.</summary>
    /// <exception cref="BackupException">It is no backup, or another code's.</exception>
    public static Stream Open(string path, RecoveryCode code)
    {
        var file = new FileStream(path, new FileStreamOptions { BufferSize = 0 });
        try
        {
            var header = new byte[HeaderBytes];
            if (
                file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length
                || !header.AsSpan().StartsWith(Marker)
            )
            {
                throw new BackupException($"{path} is not a backup of Moothall.");
            }

            var mark = header.AsSpan(Marker.Length, MarkBytes);
            if (!mark.SequenceEqual(code.Mark(MarkBytes)))
            {
                throw new BackupException(
                    "This backup was made with another recovery code. Nothing was restored."
                );
            }

            var length =
                FileChunks.LengthOfContent(file.Length - header.Length)
                ?? throw new StoredFileDamagedException("has been cut short or changed");
            var key = code.KeyFor(header[^SaltBytes..]);
            return new DecryptingStream(file, key, NameOf(header), length, sha256: null);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static string NameOf(byte[] header) => Convert.ToHexStringLower(header);

    private static async Task EncryptAsync(
        Stream target,
        byte[] key,
        string name,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancel
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var pipe = new Pipe();
        var writing = FillAsync(pipe.Writer, write, stop.Token);
        try
        {
            await FileChunks.EncryptAsync(pipe.Reader.AsStream(), target, key, name, cancel);
        }
        finally
        {
            // What could not be written, on a full disk say, need not be read to the end.
            await stop.CancelAsync();
            await pipe.Reader.CompleteAsync();
            await writing;
            CryptographicOperations.ZeroMemory(key);
        }
    }

    // A fault travels through the pipe to whoever reads it.
    private static async Task FillAsync(
        PipeWriter pipe,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancel
    )
    {
        try
        {
            await write(pipe.AsStream(leaveOpen: true), cancel);
            await pipe.CompleteAsync();
        }
        catch (Exception fault)
        {
            await pipe.CompleteAsync(fault);
        }
    }
}
