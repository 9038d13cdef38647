using System.Text;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>Keeps the whole words of a message as a text file, so that nothing is lost where a field is shorter. The caller saves.</summary>
public sealed class MessageTexts(
    MoothallDb db,
    IFileStore store,
    CurrentUser user,
    TimeProvider clock
)
{
    /// <summary>Stores it and gives its file.</summary>
    public async Task<Guid> KeepAsync(OpenMessage open, CancellationToken cancel)
    {
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(Text(open)));
        var stored = StoredFile.Of(
            await store.SaveAsync(text, cancel),
            "text/plain",
            "Message as received.txt",
            clock.GetUtcNow().UtcDateTime,
            user.Id
        );
        db.IfTakenBack(() => store.Delete(stored.StoreName));
        db.Add(stored);
        return stored.Id;
    }

    /// <summary>The message as a text file that says what it was.</summary>
    private static string Text(OpenMessage open)
    {
        var content = open.Content;
        var lines = new List<string>
        {
            $"Says it is from: {(content.FromAddress.Length == 0 ? "nobody" : $"{content.FromName} {content.FromAddress}".Trim())}",
            $"Subject: {content.Subject}",
            $"Received: {UkTime.Long(open.Message.ReceivedAt)}",
        };
        lines.AddRange(content.Remarks.Select(remark => $"Note: {remark}"));
        lines.Add("");
        lines.Add(content.AllText);
        return string.Join("\r\n", lines.Select(line => line.ReplaceLineEndings("\r\n")));
    }
}
