using System.Security.Cryptography;

namespace Moothall.Platform.Documents;

/// <summary>
/// Files on disk under random names, each encrypted with a key of its own, which the partnership's key wraps.
/// A stolen disk, a copy of the database, or both together show nothing without the key file.
/// </summary>
public sealed class EncryptedFileStore : IFileStore
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private readonly string root;
    private readonly PartnershipKey partnershipKey;
    private readonly TimeProvider time;

    /// <summary>Opens the store, making its folder on first use and clearing what a crash left half-written a day ago or more.</summary>
    public EncryptedFileStore(string root, PartnershipKey partnershipKey, TimeProvider time)
    {
        this.root = Path.GetFullPath(root);
        this.partnershipKey = partnershipKey;
        this.time = time;
        PrivateFiles.CreateFolder(this.root);
        var before = time.GetUtcNow().UtcDateTime - Abandoned;
        foreach (var leftover in Directory.EnumerateFiles(this.root, "*" + PrivateFiles.Unfinished))
        {
            if (File.GetLastWriteTimeUtc(leftover) < before)
            {
                File.Delete(leftover);
            }
        }
    }

    /// <summary>Whether the folder already holds stored files, which a newly made key could not open.</summary>
    public static bool HoldsFiles(string root) =>
        Directory.Exists(root)
        && Directory
            .EnumerateDirectories(root)
            .Any(folder => Directory.EnumerateFiles(folder).Any());

    /// <inheritdoc/>
    public async Task<StoredContent> SaveAsync(Stream content, CancellationToken cancellation)
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var temporary = Path.Combine(root, name + PrivateFiles.Unfinished);
        var key = RandomNumberGenerator.GetBytes(FileChunks.KeyBytes);
        try
        {
            long length;
            string hash;
            await using (var target = PrivateFiles.Create(temporary))
            {
                (length, hash) = await FileChunks.EncryptAsync(
                    content,
                    target,
                    key,
                    name,
                    cancellation
                );
                target.Flush(flushToDisk: true);
            }

            var final = PathOf(name);
            var folder = Path.GetDirectoryName(final)!;
            PrivateFiles.CreateFolder(folder);
            File.Move(temporary, final, overwrite: false);
            PrivateFiles.SyncFolder(folder);
            PrivateFiles.SyncFolder(root);
            return new StoredContent(name, partnershipKey.Seal("file", name, key), length, hash);
        }
        catch (Exception error)
        {
            File.Delete(temporary);
            Delete(name);
            if (error is IOException full && StorageFullException.IsMeantBy(full))
            {
                throw new StorageFullException(full);
            }

            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <inheritdoc/>
    public Stream Open(StoredContent content)
    {
        byte[] key;
        try
        {
            key = partnershipKey.Open("file", content.Name, content.WrappedKey);
        }
        catch (CryptographicException error)
        {
            throw new StoredFileDamagedException("or its key has been changed", error);
        }

        try
        {
            var options = new FileStreamOptions
            {
                BufferSize = 0,
                Options = FileOptions.Asynchronous,
            };
            return new DecryptingStream(
                new FileStream(PathOf(content.Name), options),
                key,
                content.Name,
                content.Length,
                content.Sha256
            );
        }
        catch (IOException error)
            when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StoredFileDamagedException("has gone missing", error);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <inheritdoc/>
    public void Delete(string name)
    {
        var path = PathOf(name);
        if (File.Exists(path))
        {
            File.Delete(path);
            PrivateFiles.SyncFolder(Path.GetDirectoryName(path)!);
        }
    }

    /// <summary>Begins to hold files for a copy of them.</summary>
    internal HeldFiles Hold() => new(new WorkFolder(root, time), PathOf);

    /// <summary>Puts a file back as it lay in a store with the same key.</summary>
    /// <returns>Where it lies.</returns>
    internal async Task<string> PutBackAsync(
        string name,
        Stream encrypted,
        CancellationToken cancellation
    )
    {
        var path = PathOf(name);
        PrivateFiles.CreateFolder(Path.GetDirectoryName(path)!);
        try
        {
            await using var target = PrivateFiles.Create(path);
            await encrypted.CopyToAsync(target, cancellation);
            target.Flush(flushToDisk: true);
            return path;
        }
        catch
        {
            Delete(name);
            throw;
        }
    }

    private string PathOf(string name) =>
        name.Length == 32 && name.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(root, name[..2], name)
            : throw new ArgumentException("This is not a name of the file store.", nameof(name));
}
