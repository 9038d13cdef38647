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

/// <summary>One sheet of one agency for the next hub, with what is known of its copies and answers.</summary>
/// <param name="Kind">Which sheet.</param>
/// <param name="Count">Actions or names on it, as far as the viewer may see them.</param>
/// <param name="Answered">How many of them were answered since the last hub.</param>
/// <param name="Lines">Its recipients by route.</param>
/// <param name="Copies">The copies there are, latest first.</param>
public sealed record SheetPart(
    SheetKind Kind,
    int Count,
    int Answered,
    IReadOnlyList<RecipientLine> Lines,
    IReadOnlyList<CirculationCopy> Copies
)
{
    /// <summary>Recipients who get it and have no copy yet.</summary>
    public IReadOnlyList<RecipientLine> ToSend =>
        Count == 0
            ? []
            :
            [
                .. Lines.Where(line =>
                    line.Gets && !Copies.Any(copy => copy.UserId == line.UserId)
                ),
            ];
}

/// <summary>An agency on the desk.</summary>
/// <param name="Member">The agency.</param>
/// <param name="Decision">The decision that it does not sign in; nothing without one.</param>
/// <param name="NobodySignsIn">Whether none of the people who act for it can sign in.</param>
/// <param name="ShutBecause">Why nothing goes to it; nothing while its protocol is current.</param>
/// <param name="Parts">Its sheets.</param>
public sealed record SheetRow(
    HubMembership Member,
    OnPaper? Decision,
    bool NobodySignsIn,
    string? ShutBecause,
    IReadOnlyList<SheetPart> Parts
)
{
    /// <summary>Why it gets sheets, or that it does not.</summary>
    public string Why =>
        this switch
        {
            { Decision: { } made } =>
                $"Does not sign in: {made.Because} ({made.DecidedByName}, {UkTime.Date(UkTime.DateOf(made.DecidedAt))})",
            { NobodySignsIn: true } => "Nobody who acts for it can sign in.",
            _ => "Signs in; a sheet goes on demand.",
        };

    /// <summary>Whether there is anything to send it, to hear from it or to see of it.</summary>
    public bool HasWork =>
        Decision is not null || Parts.Any(part => part.Count > 0 || part.Copies.Count > 0);

    /// <summary>Whether it gets its sheets without being asked for.</summary>
    public bool GetsSheets => Decision is not null || NobodySignsIn;
}

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
        var members = await db.Set<HubMembership>()
            .AsNoTracking()
            .Include(member => member.Representatives)
            .Where(member => member.BodyId == meeting.BodyId && (only == null || member.Id == only))
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
        var people = members.SelectMany(member => SheetRecipients.Acting(member, today)).ToList();
        var able = await AbleToSignIn.AmongAsync(db, people, cancel);
        var rows = new List<SheetRow>();
        foreach (var member in members)
        {
            var acting = SheetRecipients.Acting(member, today);
            var row = new SheetRow(
                member,
                decisions[member.Id].LastOrDefault(),
                acting.Count == 0 || !acting.Any(able.Contains),
                member.ShutBecause(today),
                []
            );
            rows.Add(
                row.GetsSheets || only is not null
                    ? row with
                    {
                        Parts =
                        [
                            await PartAsync(member, SheetKind.Actions, meeting, viewer, cancel),
                            await PartAsync(member, SheetKind.Research, meeting, viewer, cancel),
                        ],
                    }
                    : row
            );
        }

        return rows;
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
