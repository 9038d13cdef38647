using Microsoft.AspNetCore.Mvc;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Makes the files a reader takes away: marked with whose copy it is, under a neutral name, the taking noted in the audit.</summary>
public sealed class MinutesFiles(
    MoothallDb db,
    HubViewers viewers,
    ReadNotes reads,
    TimeProvider clock
)
{
    /// <summary>The reader's paper; nothing where there are no minutes for them or the text is not what was signed.</summary>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="kind">How the audit names the file, for example "MinutesWord".</param>
    public async Task<Paper?> PaperAsync(Guid meetingId, string kind)
    {
        var reader = await viewers.CurrentAsync();
        if (
            await db.FindMinutesAsync(meetingId, reader) is not { } minutes
            || !MinutesSeal.Check(minutes).Allowed
        )
        {
            return null;
        }

        reads.Note(kind, minutes.Id);
        var copy = await MinutesCopy.ForAsync(db, minutes, reader);
        return MinutesPaper.For(
            copy with
            {
                Mark = $"{copy.Mark}, taken {UkTime.Long(clock.GetUtcNow().UtcDateTime)}",
            }
        );
    }

    /// <summary>The file as an attachment. Its name tells nothing but that it is a paper.</summary>
    public static FileContentResult Attachment(byte[] content, string type, string ending) =>
        new(content, type) { FileDownloadName = $"minutes.{ending}" };
}
