using Moothall.Platform.Data;

namespace Moothall.Platform.Documents;

/// <summary>
/// The row that says what a stored file is and how to open it. The content lies encrypted in the file store;
/// without this row nobody can read it, so deleting the row is what disposes of the file.
/// </summary>
public sealed class StoredFile : Record
{
    /// <summary>The random name under which the content lies in the file store.</summary>
    public string StoreName { get; private set; } = "";

    /// <summary>The key of this one file, wrapped by the partnership's key.</summary>
    public byte[] WrappedKey { get; private set; } = [];

    /// <summary>Length of the content in bytes, before encryption.</summary>
    public long Length { get; private set; }

    /// <summary>SHA-256 of the content before encryption, in lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The type found by looking at the content, never the one the browser claimed.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>The name the person gave, cleaned.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>When it was stored (UTC).</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>The account that stored it.</summary>
    public Guid CreatedBy { get; private set; }

    private StoredFile() { }

    /// <summary>Makes the row for content that is already safe in the store.</summary>
    public static StoredFile Of(
        StoredContent content,
        string contentType,
        string fileName,
        DateTime createdAtUtc,
        Guid createdBy
    ) =>
        new()
        {
            StoreName = content.Name,
            WrappedKey = content.WrappedKey,
            Length = content.Length,
            Sha256 = content.Sha256,
            ContentType = contentType,
            FileName = FileNames.Clean(fileName),
            CreatedAt = createdAtUtc,
            CreatedBy = createdBy,
        };

    /// <summary>What the store needs to open it.</summary>
    public StoredContent ToContent() => new(StoreName, WrappedKey, Length, Sha256);
}
