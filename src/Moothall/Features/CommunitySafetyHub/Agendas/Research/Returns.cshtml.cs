using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Agendas.Research;

/// <summary>What every agency answered, for whoever runs the hub: by agency, and by name.</summary>
[Access(Permission.ManageAgenda)]
public sealed class ReturnsModel(MoothallDb db, HubViewers viewers, TimeProvider clock) : PageModel
{
    /// <summary>A member's progress.</summary>
    public sealed record MemberRow(
        HubMembership Member,
        int Answered,
        int Of,
        int Known,
        bool Shut
    );

    /// <summary>What is held on a name, and how many have not answered.</summary>
    public sealed record NameRow(
        ResearchSubject Subject,
        IReadOnlyList<(string Member, ResearchReturn Return)> Known,
        int NotKnown,
        int Waiting
    );

    public HubMeeting Meeting { get; private set; } = null!;
    public IReadOnlyList<MemberRow> Members { get; private set; } = [];
    public IReadOnlyList<NameRow> Names { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var viewer = await viewers.CurrentAsync();
        var found = await db.Set<HubMeeting>()
            .VisibleTo(viewer, db)
            .SingleOrDefaultAsync(one => one.Id == id);
        if (found is null)
        {
            return NotFound();
        }

        Meeting = found;
        var members = await db.Set<HubMembership>()
            .AsNoTracking()
            .Where(one => one.BodyId == Meeting.BodyId && one.SeesCases && one.LeftOn == null)
            .OrderBy(one => one.Order)
            .ToListAsync();
        var subjects = await ResearchSubjects.ForAsync(db, Meeting, viewer);
        var caseIds = subjects.Select(subject => subject.CaseId).Distinct().ToList();
        var cases = await db.Set<HubCase>()
            .AsNoTracking()
            .VisibleTo(viewer, db)
            .Where(one => caseIds.Contains(one.Id))
            .Include(one => one.Shares)
            .ToDictionaryAsync(one => one.Id);
        var returns = (
            await db.Set<ResearchReturn>()
                .AsNoTracking()
                .VisibleTo(viewer, db)
                .Where(one => one.MeetingId == id)
                .OrderBy(one => one.GivenAt)
                .ToListAsync()
        )
            .GroupBy(one => (one.MembershipId, one.PersonId ?? one.CaseId))
            .ToDictionary(group => group.Key, group => group.Last());
        Arrange(members, subjects, cases, returns);
        return Page();
    }

    private void Arrange(
        IReadOnlyList<HubMembership> members,
        IReadOnlyList<ResearchSubject> subjects,
        Dictionary<Guid, HubCase> cases,
        Dictionary<(Guid, Guid), ResearchReturn> returns
    )
    {
        var today = UkTime.Today(clock);
        Members =
        [
            .. members.Select(member =>
            {
                var asked = subjects
                    .Where(subject => ResearchSubjects.IsFor(cases[subject.CaseId], member))
                    .ToList();
                var given = asked
                    .Select(subject => returns.GetValueOrDefault((member.Id, subject.Key)))
                    .OfType<ResearchReturn>()
                    .ToList();
                return new MemberRow(
                    member,
                    given.Count,
                    asked.Count,
                    given.Count(one => one.Answer == ResearchAnswer.Known),
                    member.ShutBecause(today) is not null
                );
            }),
        ];
        Names =
        [
            .. subjects.Select(subject =>
            {
                var asked = members
                    .Where(member => ResearchSubjects.IsFor(cases[subject.CaseId], member))
                    .ToList();
                var given = asked
                    .Select(member =>
                        (member.Name, Return: returns.GetValueOrDefault((member.Id, subject.Key)))
                    )
                    .Where(one => one.Return is not null)
                    .Select(one => (one.Name, Return: one.Return!))
                    .ToList();
                var known = given.Where(one => one.Return.Answer == ResearchAnswer.Known).ToList();
                return new NameRow(
                    subject,
                    known,
                    given.Count - known.Count,
                    asked.Count - given.Count
                );
            }),
        ];
    }
}
