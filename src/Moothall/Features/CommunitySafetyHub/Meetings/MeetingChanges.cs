using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>Moves and cancels meetings with all that hangs on them; referrers are told why (C4).</summary>
public static class MeetingChanges
{
    /// <summary>Moves the meeting and tells the referrers. Whether a referral was late was fixed before and stays (settled 6).</summary>
    /// <returns>What is wrong, in words, or nothing.</returns>
    public static async Task<string?> MoveAsync(
        MoothallDb db,
        HubMeeting meeting,
        DateTime start,
        DateTime cutOff,
        string because,
        DateTime now
    )
    {
        if (
            await db.Set<HubMeeting>()
                .AnyAsync(other =>
                    other.BodyId == meeting.BodyId
                    && other.StartsAt == start
                    && other.Id != meeting.Id
                )
        )
        {
            return $"Another meeting is planned for {UkTime.Long(start)}.";
        }

        var from = meeting.StartsAt;
        if (meeting.MoveTo(start, cutOff, because, now) is { } problem)
        {
            return problem;
        }

        foreach (var referral in await WaitingForAsync(db, meeting.Id))
        {
            referral.MeetingWhy =
                $"The meeting of {UkTime.Day(UkTime.DateOf(from))} was moved to {UkTime.Long(start)}: {because}";
        }

        return null;
    }

    /// <summary>Cancels the meeting; its referrals go to the next one that is planned, and the referrers are told why.</summary>
    /// <returns>What is wrong, in words, or nothing.</returns>
    public static async Task<string?> CancelAsync(MoothallDb db, HubMeeting meeting, string because)
    {
        if (meeting.Cancel(because) is { } problem)
        {
            return problem;
        }

        var next = await db.Set<HubMeeting>()
            .AsNoTracking()
            .Where(other =>
                other.BodyId == meeting.BodyId
                && other.Status == MeetingStatus.Planned
                && other.Id != meeting.Id
                && other.StartsAt > meeting.StartsAt
            )
            .OrderBy(other => other.StartsAt)
            .FirstOrDefaultAsync();
        foreach (var referral in await WaitingForAsync(db, meeting.Id))
        {
            referral.MeetingId = next?.Id;
            referral.MeetingWhy =
                $"The meeting of {UkTime.Day(UkTime.DateOf(meeting.StartsAt))} was cancelled: {because} "
                + (
                    next is null
                        ? "The referral goes to the next meeting that is planned."
                        : $"The referral goes to the meeting of {UkTime.Long(next.StartsAt)}."
                );
        }

        return null;
    }

    private static Task<List<Referral>> WaitingForAsync(MoothallDb db, Guid meetingId) =>
        db.Set<Referral>()
            .Where(referral =>
                referral.MeetingId == meetingId
                && referral.Status != ReferralStatus.Declined
                && referral.Status != ReferralStatus.Redirected
            )
            .ToListAsync();
}
