using Moothall.Platform.Documents;
using Moothall.Platform.Email;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>A copy as a file: what is attached, the row that keeps it, and the password that locks it.</summary>
public sealed record CopyFile(StoredFile Kept, MailAttachment Attachment, Guid? PasswordId);

/// <summary>Makes the file of one copy and keeps it as it goes. Names are neutral, inside the archive too (settled 13).</summary>
public sealed class CopyFiles(IFileStore store, FilePasswords passwords, TimeProvider clock)
{
    /// <summary>Name of the document of minutes, alone or inside the locked file.</summary>
    public const string DocumentName = "minutes.docx";

    /// <summary>Name of the locked file.</summary>
    public const string LockedName = "papers.zip";

    /// <summary>Writes what the recipient may have under their mark, locks it where the route asks for it, and stores the result.</summary>
    /// <exception cref="StorageFullException">There is no room to keep it, so it is not sent.</exception>
    public async Task<CopyFile> MakeAsync(
        CirculationRoute route,
        CopyContent copy,
        CancellationToken cancel
    )
    {
        var document = WordWriter.ToBytes(copy.Paper);
        var (name, type, bytes, passwordId) =
            route == CirculationRoute.LockedFile
                ? await LockAsync(copy, document, cancel)
                : (copy.FileName, WordWriter.Type, document, (Guid?)null);
        using var content = new MemoryStream(bytes, writable: false);
        var stored = await store.SaveAsync(content, cancel);
        // The job stores it, so no account stands behind it.
        var kept = StoredFile.Of(
            stored,
            type,
            name,
            clock.GetUtcNow().UtcDateTime,
            createdBy: Guid.Empty
        );
        return new(kept, new(name, type, bytes), passwordId);
    }

    /// <summary>Takes back a file that was never sent.</summary>
    public void Forget(CopyFile file) => store.Delete(file.Kept.StoreName);

    /// <summary>Opens what was sent, as it was sent.</summary>
    public Stream Open(StoredFile file) => store.Open(file.ToContent());

    private async Task<(string, string, byte[], Guid?)> LockAsync(
        CopyContent copy,
        byte[] document,
        CancellationToken cancel
    )
    {
        var password = await passwords.ThisMonthsAsync(cancel);
        using var locked = new MemoryStream();
        LockedFile.Write(locked, copy.FileName, copy.DatedOn, document, passwords.Open(password));
        return (LockedName, "application/zip", locked.ToArray(), password.Id);
    }
}
