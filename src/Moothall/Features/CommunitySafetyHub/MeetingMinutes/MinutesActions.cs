using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>The actions that were on the list at a meeting, as it left them: every open one is reported on (S1-3.3).</summary>
public static class MinutesActions
{
    /// <summary>Agreed at or before the meeting and not taken off the list by an earlier one; the unchanged are listed too.</summary>
    public static async Task<IReadOnlyList<SourceAction>> LoadAsync(
        MoothallDb db,
        HubMeeting meeting,
        IReadOnlyList<HubMembership> members,
        CancellationToken cancel
    )
    {
        var (start, end) = (meeting.StartsAt, meeting.EndedAt ?? meeting.StartsAt);
        var before = await db.Set<HubMeeting>()
            .Where(m => m.BodyId == meeting.BodyId && m.StartsAt < start)
            .Where(m => m.Status == MeetingStatus.Ended)
            .OrderByDescending(m => m.StartsAt)
            .Select(m => m.EndedAt)
            .FirstOrDefaultAsync(cancel);
        var earlier = db.Set<HubMeeting>()
            .Where(m => m.BodyId == meeting.BodyId && m.StartsAt < start)
            .Select(m => m.Id);
        var actions = await db.Set<HubAction>()
            .AsNoTracking()
            .Include(action => action.Updates)
            .Where(action => action.BodyId == meeting.BodyId)
            .Where(action => action.MeetingId == meeting.Id || action.AgreedAt <= end)
            .Where(action =>
                action.Status == ActionStatus.Open
                || (
                    action.ClosedAtMeetingId != null
                    && !earlier.Contains(action.ClosedAtMeetingId.Value)
                )
            )
            .ToListAsync(cancel);
        var names = members.ToDictionary(member => member.Id, member => member.Name);
        return
        [
            .. actions
                .OrderBy(action => action.AgreedAt)
                .ThenBy(action => action.Id.ToString(), StringComparer.Ordinal)
                .Select(action => new SourceAction(
                    action,
                    names.GetValueOrDefault(action.OwnerMembershipId, action.OwnerName),
                    action.MeetingId == meeting.Id,
                    action.ClosedAtMeetingId == meeting.Id,
                    action
                        .Updates.Where(update => update.At <= end && !(update.At <= before))
                        .MaxBy(update => update.At)
                )),
        ];
    }
}
