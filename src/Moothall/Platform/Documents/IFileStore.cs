namespace Moothall.Platform.Documents;

/// <summary>Where the bytes of documents lie. A true edge: a disk today, another kind of store where a deployment needs one.</summary>
public interface IFileStore
{
    /// <summary>Stores content and returns only when it would survive a power cut. Whatever fails, nothing half-written remains.</summary>
    /// <exception cref="StorageFullException">The disk or the quota is full.</exception>
    Task<StoredContent> SaveAsync(Stream content, CancellationToken cancellation);

    /// <summary>Opens content for reading once, from the beginning; every part is verified before it is handed out.</summary>
    /// <exception cref="StoredFileDamagedException">The file is missing or is not what was stored; also thrown while reading.</exception>
    Stream Open(StoredContent content);

    /// <summary>Removes content; content that is already gone is no error.</summary>
    void Delete(string name);
}

/// <summary>What must be remembered of stored content to read it again.</summary>
/// <param name="Name">Random name in the store.</param>
/// <param name="WrappedKey">Key of this file, wrapped by the partnership's key.</param>
/// <param name="Length">Bytes before encryption.</param>
/// <param name="Sha256">SHA-256 before encryption, lower-case hexadecimal.</param>
public sealed record StoredContent(string Name, byte[] WrappedKey, long Length, string Sha256);
