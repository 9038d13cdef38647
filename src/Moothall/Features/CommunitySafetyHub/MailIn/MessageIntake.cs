using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Documents.Mail;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>Keeps a message that was read, with its files, once. The caller saves.</summary>
public sealed class MessageIntake(
    MoothallDb db,
    IFileStore store,
    MessageSeal seal,
    IOptions<DocumentsOptions> documents,
    TimeProvider clock
)
{
    /// <summary>Largest file kept, in bytes: the same as for uploads.</summary>
    public long LargestFile => documents.Value.LargestUpload;

    /// <summary>The message with the same bytes, where it was taken in before and is still kept.</summary>
    public Task<IncomingMessage?> EarlierAsync(byte[] bytes, CancellationToken cancel)
    {
        var mark = MessageSeal.Mark(bytes);
        return db.Set<IncomingMessage>()
            .SingleOrDefaultAsync(one => one.Fingerprint == mark, cancel);
    }

    /// <summary>Keeps it.</summary>
    /// <param name="bytes">As it came.</param>
    /// <param name="taken">As it was read.</param>
    /// <param name="addedBy">Who dropped it, or nobody.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="StorageFullException">There is no room for its files.</exception>
    public async Task<IncomingMessage> KeepAsync(
        byte[] bytes,
        TakenMessage taken,
        HubViewer? addedBy,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var name = MessageSeal.Mark(taken.Message.MessageId);
        var content = MessageContent.Of(taken);
        if (name.Length > 0 && await AlikeAsync(name, cancel) is { } alike)
        {
            content = content with { Remarks = [.. content.Remarks, alike] };
        }

        var message = new IncomingMessage
        {
            ReceivedAt = now,
            Fingerprint = MessageSeal.Mark(bytes),
            NameMark = name,
            AddedByName = addedBy?.Name ?? "",
            Content = seal.Seal(content),
        };
        foreach (var file in taken.Files)
        {
            using var stream = new MemoryStream(file.Content, writable: false);
            var stored = StoredFile.Of(
                await store.SaveAsync(stream, cancel),
                file.ContentType,
                file.Name,
                now,
                addedBy?.UserId ?? Guid.Empty
            );
            db.IfTakenBack(() => store.Delete(stored.StoreName));
            db.Add(stored);
            var incoming = new IncomingFile { MessageId = message.Id, FileId = stored.Id };
            message.Files.Add(incoming);
            db.Add(incoming);
        }

        db.Add(message);
        return message;
    }

    // Not refused: whoever knows the name of a message to come could otherwise keep it out.
    private async Task<string?> AlikeAsync(string name, CancellationToken cancel)
    {
        var earlier = await db.Set<IncomingMessage>()
            .Where(one => one.NameMark == name)
            .OrderByDescending(one => one.ReceivedAt)
            .Select(one => (DateTime?)one.ReceivedAt)
            .FirstOrDefaultAsync(cancel);
        return earlier is { } at
            ? $"This looks like the message taken in on {UkTime.Long(at)}. Compare the two before you confirm it."
            : null;
    }
}
