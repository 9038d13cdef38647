using Microsoft.Extensions.Options;
using Moothall.Platform.Data;

namespace Moothall.Platform.Documents;

/// <summary>Takes in a file that someone uploads: its content is looked at, and only then kept, encrypted.</summary>
public sealed class UploadKeeper(
    MoothallDb db,
    IFileStore store,
    IOptions<DocumentsOptions> options,
    TimeProvider clock
)
{
    /// <summary>Largest file accepted, in bytes.</summary>
    public long Largest => options.Value.LargestUpload;

    /// <summary>Keeps the file.</summary>
    /// <param name="upload">What was uploaded.</param>
    /// <param name="userId">The account that uploaded it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The row, which the caller adds; or why the file is not kept, in words for its field.</returns>
    public async Task<(StoredFile? File, string Problem)> KeepAsync(
        IFormFile upload,
        Guid userId,
        CancellationToken cancel
    )
    {
        await using var content = upload.OpenReadStream();
        var verdict = UploadInspector.Inspect(content, upload.FileName, Largest);
        if (!verdict.Accepted)
        {
            return (null, verdict.Reason);
        }

        try
        {
            var stored = await store.SaveAsync(content, cancel);
            db.IfTakenBack(() => store.Delete(stored.Name));
            var now = clock.GetUtcNow().UtcDateTime;
            return (StoredFile.Of(stored, verdict.ContentType, verdict.FileName, now, userId), "");
        }
        catch (StorageFullException full)
        {
            return (null, full.Message);
        }
    }
}
