using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
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
        if (viewer.RunsHub)
        {
            return meetings;
        }

        var (userId, bodies) = (viewer.UserId, viewer.MemberBodyIds);
        return meetings.Where(meeting =>
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
            MeetingsOf(viewer.MemberBodyIds, db),
            MeetingsOf(viewer.BodyIds, db)
        );
        var shutOut = db.Set<CaseExclusion>().Where(e => e.UserId == userId);
        var meetings = db.Set<HubMeeting>().VisibleTo(viewer, db).Select(meeting => meeting.Id);
        var cases = db.Set<HubCase>().VisibleTo(viewer, db).Select(c => c.Id);
        var invited = InvitedTo(viewer, db);
        return items.Where(item =>
            (runsHub || meetings.Any(id => id == item.MeetingId))
            && (runsHub || !item.IsDraft)
            && (
                (
                    (runsHub || ours.Any(id => id == item.MeetingId))
                    && (
                        item.Part == AgendaPart.A
                        || runsHub
                        || hearing.Any(id => id == item.MeetingId)
                    )
                    && (item.CaseId == null || cases.Any(id => id == item.CaseId))
                )
                || (
                    invited.Any(id => id == item.Id)
                    && (item.CaseId == null || !shutOut.Any(e => e.CaseId == item.CaseId))
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
        var ours = Published(MeetingsOf(viewer.MemberBodyIds, db), db);
        var hearing = Published(MeetingsOf(viewer.BodyIds, db), db);
        var cases = db.Set<HubCase>().VisibleTo(viewer, db).Select(c => c.Id);
        var shutOut = db.Set<CaseExclusion>().Where(e => e.UserId == userId);
        var invited = InvitedTo(viewer, db);
        return items.Where(item =>
            (
                (runsHub || ours.Any(id => id == item.PublicationId))
                && (
                    item.Part == AgendaPart.A
                    || runsHub
                    || hearing.Any(id => id == item.PublicationId)
                )
                && (item.CaseId == null || cases.Any(id => id == item.CaseId))
            )
            || (
                invited.Any(id => id == item.ItemId)
                && (item.CaseId == null || !shutOut.Any(e => e.CaseId == item.CaseId))
            )
        );
    }

    // A member of one hub is nobody at another's meeting, also where they are invited to it.
    private static IQueryable<Guid> MeetingsOf(IReadOnlyList<Guid> bodies, MoothallDb db) =>
        db.Set<HubMeeting>()
            .Where(meeting => bodies.Contains(meeting.BodyId))
            .Select(meeting => meeting.Id);

    private static IQueryable<Guid> InvitedTo(HubViewer viewer, MoothallDb db)
    {
        var (userId, without) = (viewer.UserId, AttendeeRights.WithoutPapers);
        return db.Set<AttendanceEntry>()
            .Where(entry => entry.UserId == userId && !without.Contains(entry.Kind))
            .SelectMany(entry => entry.Items)
            .Select(item => item.ItemId);
    }

    private static IQueryable<Guid> Published(IQueryable<Guid> meetings, MoothallDb db) =>
        db.Set<AgendaPublication>()
            .Where(publication => meetings.Any(id => id == publication.MeetingId))
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
