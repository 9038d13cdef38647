using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Agendas.Research;

/// <summary>
/// One name to research: before signing no more than the name, date of birth and unprotected address (settled 9).
/// A matter without people is one subject with its places.
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="PersonId">The person; nothing where the matter itself is researched.</param>
/// <param name="Reference">The case's reference, as the agenda prints it.</param>
/// <param name="Name">Full name, or the place.</param>
/// <param name="Born">Date of birth, estimated age, or that neither is known; empty for a place.</param>
/// <param name="Address">The address unless it is protected or not given.</param>
public sealed record ResearchSubject(
    Guid CaseId,
    Guid? PersonId,
    string Reference,
    string Name,
    string Born,
    string Address
)
{
    /// <summary>Names the subject's place on the page.</summary>
    public Guid Key => PersonId ?? CaseId;
}

/// <summary>The names of a meeting.</summary>
public static class ResearchSubjects
{
    /// <summary>The subjects of the items that this viewer may see, in the agenda's order.</summary>
    /// <param name="db">The database.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="member">Only what is open to this member too, where the team records for them.</param>
    public static async Task<IReadOnlyList<ResearchSubject>> ForAsync(
        MoothallDb db,
        HubMeeting meeting,
        HubViewer viewer,
        HubMembership? member = null
    )
    {
        var items = db.Set<AgendaItem>()
            .VisibleTo(viewer, db)
            .Where(item => item.MeetingId == meeting.Id && item.CaseId != null);
        var listed = items.Select(item => item.CaseId);
        var cases = (
            await db.Set<HubCase>()
                .AsNoTracking()
                .AsSplitQuery()
                .VisibleTo(viewer, db)
                .Where(one => listed.Contains(one.Id))
                .Include(one => one.People)
                .Include(one => one.Places)
                .Include(one => one.Shares)
                .ToListAsync()
        ).ToDictionary(one => one.Id);
        var order = await items
            .OrderBy(item => item.Order)
            .Select(item => item.CaseId!.Value)
            .ToListAsync();
        var people = cases.Values.SelectMany(one => one.People).Select(one => one.Id).ToList();
        var hidden = (
            await db.Set<ProtectedValue>()
                .Where(value =>
                    value.Kind == ProtectedKind.Address && people.Contains(value.PersonId)
                )
                .Select(value => value.PersonId)
                .ToListAsync()
        ).ToHashSet();
        return
        [
            .. order
                .Where(id => cases.TryGetValue(id, out var one) && IsFor(one, member, viewer))
                .SelectMany(id => Of(cases[id], hidden)),
        ];
    }

    /// <summary>
    /// Whether a case is open to a member at all, by the case's visibility (settled 7); also to a person named on it who
    /// answers for this member.
    /// </summary>
    public static bool IsFor(HubCase one, HubMembership? member, HubViewer? viewer = null) =>
        member is null
        || (
            viewer is not null
            && viewer.CaseMembershipIds.Contains(member.Id)
            && one.Shares.Exists(share => share.UserId == viewer.UserId)
        )
        || one.Visibility switch
        {
            CaseVisibility.Hub => true,
            CaseVisibility.NamedAgencies => one.Shares.Exists(share =>
                share.OrganisationId is not null && share.OrganisationId == member.OrganisationId
            ),
            _ => false,
        };

    /// <summary>
    /// How many names wait for this viewer's answer, over the memberships they answer for: what the page of the meeting lists
    /// as unanswered. It only counts, so no look is noted.
    /// </summary>
    public static async Task<int> UnansweredAsync(
        MoothallDb db,
        Guid meetingId,
        HubViewer viewer,
        CancellationToken cancel
    )
    {
        using var unnoted = ReadNotes.Pause(db.Reads);
        var meeting = await db.Set<HubMeeting>()
            .AsNoTracking()
            .SingleAsync(one => one.Id == meetingId, cancel);
        var members = await db.Set<HubMembership>()
            .AsNoTracking()
            .Where(one => viewer.CaseMembershipIds.Contains(one.Id) && one.BodyId == meeting.BodyId)
            .ToListAsync(cancel);
        var count = 0;
        foreach (var member in members)
        {
            var answered = await db.Set<ResearchReturn>()
                .VisibleTo(viewer, db)
                .Where(one => one.MeetingId == meetingId && one.MembershipId == member.Id)
                .Select(one => one.PersonId ?? one.CaseId)
                .ToListAsync(cancel);
            var subjects = await ForAsync(db, meeting, viewer, member);
            count += subjects.Count(subject => !answered.Contains(subject.Key));
        }

        return count;
    }

    private static IEnumerable<ResearchSubject> Of(HubCase one, HashSet<Guid> hidden)
    {
        if (one.People.Count == 0)
        {
            var places = one.Places.Select(place => With(place.Description, place.Postcode));
            var name = string.Join("; ", places);
            return [new(one.Id, null, one.Reference, name.Length > 0 ? name : one.Title, "", "")];
        }

        return one
            .People.OrderBy(person => person.FamilyName, StringComparer.Ordinal)
            .ThenBy(person => person.GivenNames, StringComparer.Ordinal)
            .Select(person => new ResearchSubject(
                one.Id,
                person.Id,
                one.Reference,
                person.FullName,
                Born(person),
                // Whatever else was typed, an address that is kept from someone is not shown here.
                hidden.Contains(person.Id)
                    ? ""
                    : With(person.Address, person.Postcode)
            ));
    }

    private static string Born(CasePerson person) =>
        person switch
        {
            { DateOfBirth: { } born } => $"Born {UkTime.Date(born)}",
            { EstimatedAge: { } age } => $"About {age} years old",
            _ => "Date of birth not known",
        };

    private static string With(string text, string postcode) =>
        string.Join(", ", new[] { text, postcode }.Where(part => part.Length > 0));
}
