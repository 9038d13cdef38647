using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Agendas;

/// <summary>Who sees which meetings and items.</summary>
public static class AgendaAccess
{
    /// <summary>
    /// Whoever runs the hub sees every meeting. A draft agenda is nobody else's: members see the meetings whose agenda is
    /// published, invitees those of them they are invited to.
    /// </summary>
    public static IQueryable<HubMeeting> VisibleTo(
        this IQueryable<HubMeeting> meetings,
        HubViewer viewer,
        MoothallDb db
    )
    {
        var (userId, runsHub, members) = (viewer.UserId, viewer.RunsHub, viewer.MembershipIds);
        var bodies = db.Set<HubMembership>()
            .Where(m => members.Contains(m.Id))
            .Select(m => m.BodyId);
        return meetings.Where(meeting =>
            runsHub
            || (
                meeting.PublishedAt != null
                && (
                    bodies.Contains(meeting.BodyId)
                    || meeting.Register.Any(entry =>
                        entry.UserId == userId
                        && (
                            entry.Kind == AttendeeKind.Invitee
                            || entry.Kind == AttendeeKind.GuestSpeaker
                            || entry.Kind == AttendeeKind.Observer
                            || entry.Kind == AttendeeKind.Interpreter
                        )
                    )
                )
            )
        );
    }

    /// <summary>
    /// Part A is for every member; part B for members who see cases, and of it an item with a case for those who may see that
    /// case; an invitee sees the items they are here for and no others, and none they are shut out of (settled 3, 10).
    /// </summary>
    public static IQueryable<AgendaItem> VisibleTo(
        this IQueryable<AgendaItem> items,
        HubViewer viewer,
        MoothallDb db
    )
    {
        var (userId, runsHub) = (viewer.UserId, viewer.RunsHub);
        var (ours, hearing) = (
            MeetingsOf(viewer.MembershipIds, db),
            MeetingsOf(viewer.CaseMembershipIds, db)
        );
        var shutOut = db.Set<CaseExclusion>().Where(e => e.UserId == userId).Select(e => e.CaseId);
        var meetings = db.Set<HubMeeting>().VisibleTo(viewer, db).Select(meeting => meeting.Id);
        var cases = db.Set<HubCase>().VisibleTo(viewer, db).Select(c => c.Id);
        var without = AttendeeRights.WithoutPapers;
        var invited = db.Set<AttendanceEntry>()
            .Where(entry => entry.UserId == userId && !without.Contains(entry.Kind))
            .SelectMany(entry => entry.Items)
            .Select(i => i.ItemId);
        return items.Where(item =>
            meetings.Contains(item.MeetingId)
            && (runsHub || !item.IsDraft)
            && (
                (
                    (runsHub || ours.Contains(item.MeetingId))
                    && (item.Part == AgendaPart.A || runsHub || hearing.Contains(item.MeetingId))
                    && (item.CaseId == null || cases.Contains(item.CaseId.Value))
                )
                || (
                    invited.Contains(item.Id)
                    && (item.CaseId == null || !shutOut.Contains(item.CaseId.Value))
                )
            )
        );
    }

    /// <summary>What was published, by the rule of the items themselves: it may name a case that left the agenda since.</summary>
    public static IQueryable<PublishedItem> VisibleTo(
        this IQueryable<PublishedItem> items,
        HubViewer viewer,
        MoothallDb db
    )
    {
        var (userId, runsHub) = (viewer.UserId, viewer.RunsHub);
        var ours = Published(MeetingsOf(viewer.MembershipIds, db), db);
        var hearing = Published(MeetingsOf(viewer.CaseMembershipIds, db), db);
        var cases = db.Set<HubCase>().VisibleTo(viewer, db).Select(c => c.Id);
        var shutOut = db.Set<CaseExclusion>().Where(e => e.UserId == userId).Select(e => e.CaseId);
        var without = AttendeeRights.WithoutPapers;
        var invited = db.Set<AttendanceEntry>()
            .Where(entry => entry.UserId == userId && !without.Contains(entry.Kind))
            .SelectMany(entry => entry.Items)
            .Select(i => i.ItemId);
        return items.Where(item =>
            (
                (runsHub || ours.Contains(item.PublicationId))
                && (item.Part == AgendaPart.A || runsHub || hearing.Contains(item.PublicationId))
                && (item.CaseId == null || cases.Contains(item.CaseId.Value))
            )
            || (
                invited.Contains(item.ItemId)
                && (item.CaseId == null || !shutOut.Contains(item.CaseId.Value))
            )
        );
    }

    // A member of one hub is nobody at another's meeting, also where they are invited to it.
    private static IQueryable<Guid> MeetingsOf(IReadOnlyList<Guid> memberships, MoothallDb db)
    {
        var bodies = db.Set<HubMembership>()
            .Where(member => memberships.Contains(member.Id))
            .Select(member => member.BodyId);
        return db.Set<HubMeeting>()
            .Where(meeting => bodies.Contains(meeting.BodyId))
            .Select(meeting => meeting.Id);
    }

    private static IQueryable<Guid> Published(IQueryable<Guid> meetings, MoothallDb db) =>
        db.Set<AgendaPublication>()
            .Where(publication => meetings.Contains(publication.MeetingId))
            .Select(publication => publication.Id);

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
