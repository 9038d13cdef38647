using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>Reads the live meeting for one person: everything goes through the rules of who sees what.</summary>
public sealed class LiveBoards(
    MoothallDb db,
    ActionUseCases actions,
    MeetingUndo undo,
    TimeProvider clock
)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The part of the agenda the meeting is in.</summary>
    public Task<bool> IsInPartBAsync(HubMeeting meeting) =>
        db.Set<AgendaItem>()
            .AnyAsync(item => item.Id == meeting.CurrentItemId && item.Part == AgendaPart.B);

    /// <summary>Reads what this person sees now. The door was found open before.</summary>
    public async Task<LiveBoard> ReadAsync(Attending person)
    {
        var meeting = person.Meeting;
        var lines = await VisibleItems(person)
            .OrderBy(item => item.Order)
            .Select(item => new LiveLine(
                item.Id,
                item.Order,
                item.Part,
                item.Title,
                item.Minutes,
                item.Outcome,
                item.Id == meeting.CurrentItemId
            ))
            .ToListAsync();
        // What is written up from paper is no longer under discussion: the case leaves the screens.
        var seesCurrent = lines.Any(line => line.IsCurrent) && !meeting.IsOnPaper;
        var current = seesCurrent ? await CurrentAsync(person) : null;
        return new(
            meeting.Pulse,
            MeetingClock.Of(meeting, Now),
            lines,
            current,
            seesCurrent || meeting.IsOnPaper ? null : await CurrentOrderAsync(meeting),
            current is null ? [] : await ActionsAsync(person, current.Item),
            person.Runs ? await OwnersAsync(meeting) : [],
            person.Runs ? (await actions.DueAfterAsync(meeting)).Reason : "",
            meeting.Register.Count(entry => entry.IsHere),
            await LiveStories.ChairTakenAsync(db, meeting),
            await UndoAsync(person)
        )
        {
            Next = await NextRoomAsync(person, lines),
        };
    }

    private async Task<LiveUndo?> UndoAsync(Attending person) =>
        person.Meeting.IsOnScreen && await undo.LastAsync(person) is { } last
            ? new(last.Id, last.Words)
            : null;

    private Task<int?> CurrentOrderAsync(HubMeeting meeting) =>
        db.Set<AgendaItem>()
            .Where(item => item.Id == meeting.CurrentItemId)
            .Select(item => (int?)item.Order)
            .SingleOrDefaultAsync();

    /// <summary>The items of this meeting that the person sees: nothing of part B for who has no access to cases (settled 3).</summary>
    public IQueryable<AgendaItem> VisibleItems(Attending person)
    {
        var (id, partB) = (person.Meeting.Id, person.Comer.HearsPartB);
        return db.Set<AgendaItem>()
            .VisibleTo(person.Viewer, db)
            .Where(item => item.MeetingId == id && (partB || item.Part == AgendaPart.A));
    }

    private async Task<LiveItem> CurrentAsync(Attending person)
    {
        var meeting = person.Meeting;
        var item = await VisibleItems(person)
            .AsNoTracking()
            .Include(one => one.Shared)
            .SingleAsync(one => one.Id == meeting.CurrentItemId);
        if (item.CaseId is not { } caseId || !await IsCaseOpenAsync(person, item))
        {
            return new(
                item,
                MeetingClock.Of(item, Now),
                [],
                [],
                [],
                await RoomAsync(person, item.Id),
                null
            );
        }

        var people = await db.Set<CasePerson>()
            .AsNoTracking()
            .Where(one => one.CaseId == caseId)
            .OrderBy(one => one.Role)
            .ThenBy(one => one.FamilyName)
            .ToListAsync();
        var places = await db.Set<CasePlace>()
            .Where(place => place.CaseId == caseId)
            .Select(place => (place.Description + " " + place.Postcode).Trim())
            .ToListAsync();
        return new(
            item,
            MeetingClock.Of(item, Now),
            [
                .. people.Select(one => new LivePerson(
                    one.FullName,
                    one.Role,
                    Born(one),
                    $"{one.Address} {one.Postcode}".Trim()
                )),
            ],
            places,
            await ResearchAsync(meeting, caseId, people),
            await RoomAsync(person, item.Id),
            await LiveStories.OfAsync(db, person, item)
        );
    }

    // An invitee hears the item they are here for; everyone else follows the rule of the case.
    private async Task<bool> IsCaseOpenAsync(Attending person, AgendaItem item) =>
        person.Entries.Any(entry => entry.Items.Any(invited => invited.ItemId == item.Id))
        || await db.Set<HubCase>().OpenTo(person.Viewer, db).AnyAsync(one => one.Id == item.CaseId);

    private async Task<IReadOnlyList<LiveResearch>> ResearchAsync(
        HubMeeting meeting,
        Guid caseId,
        List<CasePerson> people
    )
    {
        var members = await MembersAsync(meeting);
        var names = people.ToDictionary(one => one.Id, one => one.FullName);
        var returns = await db.Set<ResearchReturn>()
            .AsNoTracking()
            .Where(one => one.MeetingId == meeting.Id && one.CaseId == caseId)
            .ToListAsync();
        return
        [
            .. returns
                .OrderByDescending(one => one.Answer)
                .Select(one => new LiveResearch(
                    members.GetValueOrDefault(one.MembershipId)?.Name ?? "",
                    one.PersonId is { } who ? names.GetValueOrDefault(who, "") : "",
                    one.Answer,
                    one.Summary
                ))
                .OrderBy(one => one.Agency, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private async Task<RoomList?> RoomAsync(Attending person, Guid itemId)
    {
        if (!person.Runs)
        {
            return null;
        }

        // Only who may hear the item is sorted here; nothing of its case is shown.
        using var unnoted = ReadNotes.Pause(db.Reads);
        var withCase = await db.Set<AgendaItem>()
            .AsNoTracking()
            .Include(one => one.Case!.Shares)
            .Include(one => one.Case!.Exclusions)
            .AsSplitQuery()
            .SingleAsync(one => one.Id == itemId);
        return RoomList.Of(person.Meeting, await MembersAsync(person.Meeting), withCase);
    }

    // A restricted item that comes next, so that people are asked to step out before it begins.
    private async Task<NextRoom?> NextRoomAsync(Attending person, IReadOnlyList<LiveLine> lines)
    {
        var now = lines.FirstOrDefault(line => line.IsCurrent);
        var next = lines.FirstOrDefault(line =>
            line.Outcome is null && !line.IsCurrent && line.Order > (now?.Order ?? 0)
        );
        return
            person.Meeting.IsOnScreen
            && next is not null
            && await RoomAsync(person, next.Id) is { IsRestricted: true } room
            ? new(next.Order, next.Title, room)
            : null;
    }

    private async Task<IReadOnlyList<LiveAction>> ActionsAsync(Attending person, AgendaItem item)
    {
        var meeting = person.Meeting;
        var of = db.Set<HubAction>()
            .AsNoTracking()
            .Include(action => action.Updates)
            .AsSplitQuery()
            .VisibleTo(person.Viewer, db)
            .Where(action =>
                action.BodyId == meeting.BodyId
                && (action.Status == ActionStatus.Open || action.ClosedAtMeetingId == meeting.Id)
            );
        of =
            item.CaseId is { } caseId ? of.Where(action => action.CaseId == caseId)
            : item.Kind == AgendaItemKind.Actions ? of
            : of.Where(action => action.ItemId == item.Id);
        var listed = await of.ToListAsync();
        var references = item.CaseId is null
            ? await LiveStories.ReferencesAsync(db, person, listed)
            : [];
        var ordered = LiveActions.Order(
            listed,
            meeting,
            await db.Set<HubMeeting>()
                .Where(m =>
                    m.BodyId == meeting.BodyId
                    && m.Status == MeetingStatus.Ended
                    && m.StartsAt < meeting.StartsAt
                )
                .MaxAsync(m => (DateTime?)m.StartsAt)
        );
        return
        [
            .. ordered.Select(one =>
                one with
                {
                    Reference = references.GetValueOrDefault(one.Id, ""),
                }
            ),
        ];
    }

    private async Task<IReadOnlyList<LiveOwner>> OwnersAsync(HubMeeting meeting)
    {
        var today = UkTime.Today(clock);
        var members = (await MembersAsync(meeting)).Values.Where(m => m.ShutBecause(today) is null);
        var names = await db.Set<User>()
            .Where(user => user.LeftAt == null && user.OrganisationId != null)
            .ToDictionaryAsync(user => user.Id, user => user.Name);
        return
        [
            .. members
                .OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase)
                .Select(member => new LiveOwner(
                    member.Id,
                    member.Name,
                    [
                        .. member
                            .Representatives.Where(one => one.Until is null || one.Until >= today)
                            .Where(one => names.ContainsKey(one.UserId))
                            .Select(one => (one.UserId, names[one.UserId])),
                    ]
                )),
        ];
    }

    private Dictionary<Guid, HubMembership>? found;

    private async Task<Dictionary<Guid, HubMembership>> MembersAsync(HubMeeting meeting) =>
        found ??= await db.Set<HubMembership>()
            .AsNoTracking()
            .Include(member => member.Representatives)
            .Where(member => member.BodyId == meeting.BodyId)
            .ToDictionaryAsync(member => member.Id);

    private string Born(CasePerson person) =>
        person switch
        {
            { DateOfBirth: { } date } => $"born {UkTime.Date(date)}",
            { EstimatedAge: { } age } => $"about {age}, estimated",
            _ => "age not known",
        };
}
