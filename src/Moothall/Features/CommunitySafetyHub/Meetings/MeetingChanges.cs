using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>Moves and cancels meetings with all that hangs on them; referrers are told why (C4).</summary>
public static class MeetingChanges
{
    /// <summary>Moves the meeting with the actions due at it, and tells the referrers. Whether a referral was late was fixed before and stays (settled 6).</summary>
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

        await MoveActionsAsync(db, meeting.BodyId, UkTime.DateOf(from), UkTime.DateOf(start));
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

    // An action is due on the day of the hub that looks at it (S1-5.5): when that hub moves, its due day does too.
    private static async Task MoveActionsAsync(
        MoothallDb db,
        Guid bodyId,
        DateOnly from,
        DateOnly to
    )
    {
        if (from == to)
        {
            return;
        }

        // Nobody is shown these.
        using var pause = ReadNotes.Pause(db.Reads);
        var due = await db.Set<HubAction>()
            .Where(action =>
                action.BodyId == bodyId && action.Status == ActionStatus.Open && action.Due == from
            )
            .ToListAsync();
        foreach (var action in due.Where(action => UkTime.DateOf(action.AgreedAt) <= to))
        {
            action.Due = to;
        }
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
