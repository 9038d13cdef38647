using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Who reads which minutes, and which parts of them (settled 10). Every page, file and copy goes through both methods.</summary>
public static class MinutesAccess
{
    /// <summary>
    /// Before release, only the Community Safety Team and the reserve approvers. Once released: whoever runs the hub,
    /// representatives of its current members, and invitees who were there for items of their own; not whose copy was withdrawn.
    /// </summary>
    public static IQueryable<Minutes> VisibleTo(
        this IQueryable<Minutes> minutes,
        HubViewer viewer,
        MoothallDb db
    )
    {
        var (userId, signs, runsHub) = (viewer.UserId, viewer.SignsMinutes, viewer.RunsHub);
        var bodies = viewer.MemberBodyIds;
        var without = AttendeeRights.WithoutPapers;
        var meetings = db.Set<HubMeeting>()
            .Where(meeting =>
                runsHub
                || bodies.Contains(meeting.BodyId)
                || meeting.Register.Any(entry =>
                    entry.UserId == userId
                    && entry.MembershipId == null
                    && entry.State == AttendanceState.Present
                    && entry.Items.Count > 0
                    && !without.Contains(entry.Kind)
                )
            )
            .Select(meeting => meeting.Id);
        var withdrawn = db.Set<CirculationCopy>()
            .Where(copy => copy.UserId == userId && copy.Status == CopyStatus.Withdrawn)
            .Select(copy => copy.MinutesId);
        return minutes.Where(one =>
            signs
            || (
                one.Status == MinutesStatus.Released
                && meetings.Any(id => id == one.MeetingId)
                && !withdrawn.Any(id => id == one.Id)
            )
        );
    }

    /// <summary>The hub whose meeting the minutes are of.</summary>
    public static Task<Guid> HubOfAsync(
        this MoothallDb db,
        Minutes minutes,
        CancellationToken cancel = default
    ) =>
        db.Set<HubMeeting>()
            .Where(meeting => meeting.Id == minutes.MeetingId)
            .Select(meeting => meeting.BodyId)
            .SingleAsync(cancel);

    /// <summary>The minutes of a meeting with sections and signatures, where this viewer may read any of them.</summary>
    public static Task<Minutes?> FindMinutesAsync(
        this MoothallDb db,
        Guid meetingId,
        HubViewer viewer,
        CancellationToken cancel = default
    ) =>
        db.Set<Minutes>()
            .VisibleTo(viewer, db)
            .Include(minutes => minutes.Sections)
            .Include(minutes => minutes.Signatures)
            .AsSplitQuery()
            .SingleOrDefaultAsync(minutes => minutes.MeetingId == meetingId, cancel);

    /// <summary>The sections of visible minutes that this viewer gets, in order.</summary>
    public static async Task<IReadOnlyList<MinutesSection>> SectionsForAsync(
        this MoothallDb db,
        Minutes minutes,
        HubViewer viewer,
        CancellationToken cancel = default
    )
    {
        var userId = viewer.UserId;
        var cases = minutes.Sections.Select(s => s.CaseId).OfType<Guid>().Distinct().ToList();
        var among = db.Set<HubCase>().Where(c => cases.Contains(c.Id));
        var shutOut = await db.Set<CaseExclusion>()
            .Where(e => e.UserId == userId && cases.Contains(e.CaseId))
            .Select(e => e.CaseId)
            .ToListAsync(cancel);
        // Reserve approvers belong to the team: they read what they sign, named people's cases and conflicts apart.
        var open = viewer.SignsMinutes
            ? among.Where(c =>
                c.Visibility != CaseVisibility.NamedPeople
                || c.Shares.Any(share => share.UserId == userId)
            )
            : among.VisibleTo(viewer, db);
        var openCases = await open.Select(c => c.Id).ToListAsync(cancel);
        var invited = await MinutesRecipients
            .Invitees(db, minutes.MeetingId)
            .Where(entry => entry.UserId == userId)
            .SelectMany(entry => entry.Items.Select(item => item.ItemId))
            .ToListAsync(cancel);
        // Whether the viewer belongs to this hub at all, and to the part of it that hears named cases (settled 3).
        var hub = await db.HubOfAsync(minutes, cancel);
        var runs = viewer.RunsHub || viewer.SignsMinutes;
        var (whole, partB) = (
            runs || viewer.MemberBodyIds.Contains(hub),
            runs || viewer.BodyIds.Contains(hub)
        );
        return
        [
            .. minutes
                .Sections.Where(section =>
                    section.CaseId is not { } caseId
                        ? section.ItemId is { } item && invited.Contains(item)
                            || (whole ? partB || !section.InPartB : IsForInvitees(section))
                        : !shutOut.Contains(caseId)
                            && (
                                section.ItemId is { } own && invited.Contains(own)
                                || (whole && partB && openCases.Contains(caseId))
                            )
                )
                .OrderBy(section => section.Order),
        ];
    }

    /// <summary>The sections an invitee gets who has no account: those of their items and what belongs to every copy.</summary>
    public static async Task<IReadOnlyList<MinutesSection>> SectionsForInviteeAsync(
        this MoothallDb db,
        Minutes minutes,
        Guid entryId,
        CancellationToken cancel = default
    )
    {
        var items = await MinutesRecipients
            .Invitees(db, minutes.MeetingId)
            .Where(entry => entry.Id == entryId)
            .SelectMany(entry => entry.Items.Select(item => item.ItemId))
            .ToListAsync(cancel);
        return
        [
            .. minutes
                .Sections.Where(section =>
                    IsForInvitees(section) || (section.ItemId is { } id && items.Contains(id))
                )
                .OrderBy(section => section.Order),
        ];
    }

    private static bool IsForInvitees(MinutesSection section) =>
        section.Kind
            is MinutesSectionKind.Meeting
                or MinutesSectionKind.Confidentiality
                or MinutesSectionKind.Responsibility;
}
