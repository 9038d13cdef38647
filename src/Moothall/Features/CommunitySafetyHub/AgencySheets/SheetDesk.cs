using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Agendas.Research;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.AgencySheets;

/// <summary>
/// What the team does for agencies that do not sign in: which need a sheet for the next hub, what went, what came back. It shows
/// counts, never what stands in a sheet.
/// </summary>
public sealed class SheetDesk(
    MoothallDb db,
    SheetContents contents,
    SheetRecipients recipients,
    TimeProvider clock
)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The next sitting of each hub that the viewer sees.</summary>
    public async Task<IReadOnlyList<HubMeeting>> MeetingsAsync(
        HubViewer viewer,
        CancellationToken cancel = default
    )
    {
        var from = Now.AddHours(-3);
        var ahead = await db.Set<HubMeeting>()
            .AsNoTracking()
            .VisibleTo(viewer, db)
            .Where(meeting => meeting.StartsAt > from)
            .Where(meeting =>
                meeting.Status == MeetingStatus.Planned || meeting.Status == MeetingStatus.Live
            )
            .OrderBy(meeting => meeting.StartsAt)
            .ToListAsync(cancel);
        return [.. ahead.DistinctBy(meeting => meeting.BodyId)];
    }

    /// <summary>The next sitting of this hub, where the viewer sees one.</summary>
    public async Task<HubMeeting?> MeetingAsync(
        Guid? bodyId,
        HubViewer viewer,
        CancellationToken cancel = default
    ) => (await MeetingsAsync(viewer, cancel)).FirstOrDefault(one => one.BodyId == bodyId);

    /// <summary>The members of a hub with their sheets. Those that sign in are listed without their recipients, unless asked for one.</summary>
    /// <param name="meeting">The next sitting of the hub.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="only">Just this member, with its recipients whether it signs in or not.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyList<SheetRow>> RowsAsync(
        HubMeeting meeting,
        HubViewer viewer,
        Guid? only = null,
        CancellationToken cancel = default
    )
    {
        using var unnoted = ReadNotes.Pause(db.Reads);
        var today = UkTime.DateOf(Now);
        var rows = await WhyAsync(
            db,
            db.Set<HubMembership>()
                .Where(member => member.BodyId == meeting.BodyId)
                .Where(member => only == null || member.Id == only),
            today,
            cancel
        );
        for (var index = 0; index < rows.Count; index++)
        {
            if (rows[index].GetsSheets || only is not null)
            {
                var member = rows[index].Member;
                rows[index] = rows[index] with
                {
                    Parts =
                    [
                        await PartAsync(member, SheetKind.Actions, meeting, viewer, cancel),
                        await PartAsync(member, SheetKind.Research, meeting, viewer, cancel),
                    ],
                };
            }
        }

        return rows;
    }

    /// <summary>
    /// How many agencies with open actions are still to be sent their action sheet, and how many were sent it and have left an
    /// action unanswered. A few queries whatever there is.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="next">The next sitting of each hub.</param>
    /// <param name="last">When a hub last met; what was said since is an answer.</param>
    /// <param name="today">The day that counts.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<(int ToSend, int Silent)> CountAsync(
        MoothallDb db,
        HubViewer viewer,
        IReadOnlyCollection<(Guid BodyId, Guid MeetingId)> next,
        DateTime last,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var bodies = next.Select(one => one.BodyId).ToList();
        var meetings = next.Select(one => one.MeetingId).ToList();
        var actions = await db.Set<HubAction>()
            .VisibleTo(viewer, db)
            .Where(action => action.Status == ActionStatus.Open && bodies.Contains(action.BodyId))
            .Select(action => new
            {
                action.OwnerMembershipId,
                Answered = action.Updates.Any(update => update.At > last),
            })
            .Distinct()
            .ToListAsync(cancel);
        var owners = actions.Select(action => action.OwnerMembershipId).Distinct().ToList();
        var members = db.Set<HubMembership>().Where(member => owners.Contains(member.Id));
        var getting = (await WhyAsync(db, members, today, cancel))
            .Where(row => row.GetsSheets && row.ShutBecause is null)
            .Select(row => row.Member.Id)
            .ToHashSet();
        var copies = db.Set<CirculationCopy>()
            .Where(copy => copy.SheetId != null && copy.Status != CopyStatus.Withdrawn)
            .Select(copy => copy.SheetId!.Value);
        var sent = await db.Set<AgencySheet>()
            .Where(sheet => sheet.Kind == SheetKind.Actions && meetings.Contains(sheet.MeetingId))
            .Where(sheet => copies.Contains(sheet.Id))
            .Select(sheet => sheet.MembershipId)
            .ToHashSetAsync(cancel);
        var silent = actions
            .Where(action => !action.Answered)
            .Select(action => action.OwnerMembershipId)
            .ToHashSet();
        return (
            getting.Count(member => !sent.Contains(member)),
            getting.Count(member => sent.Contains(member) && silent.Contains(member))
        );
    }

    // Who gets sheets and why, without what is on them.
    private static async Task<List<SheetRow>> WhyAsync(
        MoothallDb db,
        IQueryable<HubMembership> found,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var members = await found
            .AsNoTracking()
            .Include(member => member.Representatives)
            .Where(member => member.LeftOn == null || member.LeftOn >= today)
            .OrderBy(member => member.Order)
            .ToListAsync(cancel);
        var decisions = (
            await db.Set<OnPaper>()
                .AsNoTracking()
                .Where(one => one.EndedAt == null)
                .OrderBy(one => one.DecidedAt)
                .ToListAsync(cancel)
        ).ToLookup(one => one.MembershipId);
        var listed = await SheetRecipients.OnlyListedAsync(db, cancel);
        var acting = members.ToDictionary(
            member => member.Id,
            member => SheetRecipients.Acting(member, today, listed)
        );
        var people = acting.Values.SelectMany(ids => ids).ToList();
        var able = await AbleToSignIn.AmongAsync(db, people, cancel);
        return
        [
            .. members.Select(member => new SheetRow(
                member,
                decisions[member.Id].LastOrDefault(),
                !acting[member.Id].Any(able.Contains),
                member.ShutBecause(today),
                []
            )),
        ];
    }

    private async Task<SheetPart> PartAsync(
        HubMembership member,
        SheetKind kind,
        HubMeeting meeting,
        HubViewer viewer,
        CancellationToken cancel
    )
    {
        var (count, answered) =
            kind == SheetKind.Actions
                ? await ActionsAsync(member, meeting, viewer, cancel)
                : await NamesAsync(member, meeting, viewer, cancel);
        var sheets = db.Set<AgencySheet>()
            .Where(sheet =>
                sheet.MembershipId == member.Id
                && sheet.MeetingId == meeting.Id
                && sheet.Kind == kind
            )
            .Select(sheet => (Guid?)sheet.Id);
        return new(
            kind,
            count,
            answered,
            count == 0 ? [] : await recipients.ForAsync(member, kind, meeting, cancel),
            await db.Set<CirculationCopy>()
                .AsNoTracking()
                .Where(copy => copy.SheetId != null && sheets.Contains(copy.SheetId))
                .OrderByDescending(copy => copy.StatusAt)
                .ToListAsync(cancel)
        );
    }

    private async Task<(int Count, int Answered)> ActionsAsync(
        HubMembership member,
        HubMeeting meeting,
        HubViewer viewer,
        CancellationToken cancel
    )
    {
        var last = await AgendaSources.LastMeetingAsync(db, meeting) ?? DateTime.UnixEpoch;
        var answered = await db.Set<HubAction>()
            .VisibleTo(viewer, db)
            .Where(action => action.OwnerMembershipId == member.Id)
            .Where(action => action.Status == ActionStatus.Open)
            .Select(action => action.Updates.Any(update => update.At > last))
            .ToListAsync(cancel);
        return (answered.Count, answered.Count(one => one));
    }

    private async Task<(int Count, int Answered)> NamesAsync(
        HubMembership member,
        HubMeeting meeting,
        HubViewer viewer,
        CancellationToken cancel
    )
    {
        var names = await contents.NamesAsync(member, meeting, viewer);
        var answered = await db.Set<ResearchReturn>()
            .VisibleTo(viewer, db)
            .Where(one => one.MeetingId == meeting.Id && one.MembershipId == member.Id)
            .Select(one => one.PersonId ?? one.CaseId)
            .ToListAsync(cancel);
        return (names.Count, names.Count(name => answered.Contains(name.Key)));
    }
}
