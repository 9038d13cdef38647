using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Agendas;

/// <summary>Who sees which meetings and items.</summary>
public static class AgendaAccess
{
    /// <summary>Whoever runs the hub sees every meeting; members those whose agenda is published; invitees those they are on the register of.</summary>
    public static IQueryable<HubMeeting> VisibleTo(
        this IQueryable<HubMeeting> meetings,
        HubViewer viewer,
        MoothallDb db
    )
    {
        var (userId, runsHub, members) = (viewer.UserId, viewer.RunsHub, viewer.MembershipIds);
        var bodies = db.Set<Partnership.Members.HubMembership>()
            .Where(m => members.Contains(m.Id))
            .Select(m => m.BodyId);
        return meetings.Where(meeting =>
            runsHub
            || (meeting.PublishedAt != null && bodies.Contains(meeting.BodyId))
            || meeting.Register.Any(entry => entry.UserId == userId)
        );
    }

    /// <summary>
    /// Part A is for everyone at the meeting; an item with a case for those who may see the case; an invitee sees the items
    /// they are here for and no others (settled 3, 10).
    /// </summary>
    public static IQueryable<AgendaItem> VisibleTo(
        this IQueryable<AgendaItem> items,
        HubViewer viewer,
        MoothallDb db
    )
    {
        var userId = viewer.UserId;
        var belongs = viewer.RunsHub || viewer.MembershipIds.Count > 0;
        var meetings = db.Set<HubMeeting>().VisibleTo(viewer, db).Select(meeting => meeting.Id);
        var cases = db.Set<HubCase>().VisibleTo(viewer, db).Select(c => c.Id);
        var invited = db.Set<AttendanceEntry>()
            .Where(entry => entry.UserId == userId)
            .SelectMany(entry => entry.Items)
            .Select(i => i.ItemId);
        return items.Where(item =>
            meetings.Contains(item.MeetingId)
            && (
                (belongs && (item.CaseId == null || cases.Contains(item.CaseId.Value)))
                || invited.Contains(item.Id)
            )
        );
    }

    /// <summary>Whether the person has signed this meeting's confidentiality agreement, so that its content opens (S1-7.2f).</summary>
    public static Task<bool> HasSignedAsync(
        this MoothallDb db,
        Guid meetingId,
        Guid userId,
        CancellationToken cancel = default
    ) =>
        db.Set<ConfidentialitySignature>()
            .AnyAsync(s => s.MeetingId == meetingId && s.UserId == userId, cancel);
}
