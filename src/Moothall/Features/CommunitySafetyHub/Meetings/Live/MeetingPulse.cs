using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>The number that tells screens that something happened (settled 24).</summary>
public static class MeetingPulse
{
    /// <summary>
    /// Saves, then moves the number in the same transaction, so that no screen hears of what is not yet there. It is counted
    /// in the database and outside the meeting's version: two people who share something at once are no lost update.
    /// </summary>
    public static async Task BeatAsync(this MoothallDb db, Guid meetingId)
    {
        await db.SaveChangesAsync();
        await db.InTurnAsync(() =>
            db.Set<HubMeeting>()
                .Where(meeting => meeting.Id == meetingId)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(meeting => meeting.Pulse, meeting => meeting.Pulse + 1)
                )
        );
    }
}
