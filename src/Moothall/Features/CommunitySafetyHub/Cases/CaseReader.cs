using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Gathers a case for its page, as much of it as the viewer may see.</summary>
public sealed class CaseReader(
    MoothallDb db,
    CaseFinder finder,
    HubViewers viewers,
    CaseTimeline timeline,
    ReadNotes reads,
    TimeProvider clock
)
{
    /// <summary>The case, or nothing where the viewer may not know of it.</summary>
    public async Task<CaseView?> ReadAsync(string reference, CancellationToken cancel)
    {
        var viewer = await viewers.CurrentAsync(cancel);
        var id = await (await finder.VisibleAsync(reference, cancel))
            .Select(c => c.Id)
            .SingleOrDefaultAsync(cancel);
        if (id == Guid.Empty)
        {
            return null;
        }

        // Of a case whose content is shut, nothing but what is for showing is even read.
        var isOpen = (await db.OpenAmongAsync([id], viewer, cancel)).Count > 0;
        var hubCase = await (isOpen ? Whole : Shut).SingleAsync(c => c.Id == id, cancel);
        var marks = await MarksAsync(id, cancel);
        var view = new CaseView
        {
            Case = hubCase,
            IsOpen = isOpen,
            Manages = isOpen && CaseAccess.CanManage(viewer),
            IsTeam = viewer.IsTeam,
            Held = marks.HoldsValues ? await HeldAsync(hubCase, viewer, cancel) : [],
            Today = UkTime.Today(clock),
            Next = await NextAsync(hubCase.Id, viewer, cancel),
        };
        return isOpen ? await OpenAsync(view, marks, viewer, cancel) : view;
    }

    // What few cases have is asked for at once; what goes with it is read only where there is some.
    private Task<CaseMarks> MarksAsync(Guid id, CancellationToken cancel)
    {
        var (urgent, listed) = (UrgentCases.Of(db), CaseAccess.Listed(db));
        var (values, links) = (db.Set<ProtectedValue>(), db.Set<PersonLink>());
        return db.Set<HubCase>()
            .Where(c => c.Id == id)
            .Select(c => new CaseMarks(
                urgent.Any(one => one == c.Id),
                listed.Any(one => one == c.Id),
                c.People.Any(person => values.Any(value => value.PersonId == person.Id)),
                c.People.Any(person =>
                    links.Any(link => link.FirstId == person.Id || link.SecondId == person.Id)
                )
            ))
            .SingleAsync(cancel);
    }

    private sealed record CaseMarks(bool IsUrgent, bool IsListed, bool HoldsValues, bool IsLinked);

    private IQueryable<HubCase> Shut => db.Set<HubCase>().AsNoTracking().Include(c => c.People);

    private IQueryable<HubCase> Whole =>
        db.Set<HubCase>()
            .AsNoTracking()
            .Include(c => c.People)
                .ThenInclude(person => person.Telephones)
            .Include(c => c.Places)
            .Include(c => c.Topics)
            .Include(c => c.Priorities)
            .Include(c => c.Shares)
            .Include(c => c.Exclusions)
            .AsSplitQuery();

    private async Task<CaseView> OpenAsync(
        CaseView view,
        CaseMarks marks,
        HubViewer viewer,
        CancellationToken cancel
    )
    {
        var whole = view.Case;
        var actions = await db.Set<HubAction>()
            .AmongCases([whole.Id], [whole.Id], viewer)
            .AsNoTracking()
            .Include(action => action.Updates)
            .Include(action => action.Changes)
            .AsSplitQuery()
            .OrderBy(a => a.Due)
            .ThenBy(a => a.Id)
            .ToListAsync(cancel);
        return view with
        {
            IsUrgent = whole.Status != CaseStatus.Closed && marks.IsUrgent,
            Sentence = await SentenceAsync(whole, marks.IsListed, cancel),
            Linked = marks.IsLinked ? await LinkedAsync(whole, viewer, cancel) : [],
            OpenActions = actions.FindAll(action => action.Status == ActionStatus.Open),
            Timeline = await timeline.OfAsync(whole, actions, viewer, cancel),
        };
    }

    /// <summary>Who can see the case and why, with names.</summary>
    public async Task<string> SentenceAsync(HubCase hubCase, CancellationToken cancel) =>
        await SentenceAsync(
            hubCase,
            await CaseAccess.Listed(db).AnyAsync(id => id == hubCase.Id, cancel),
            cancel
        );

    private async Task<string> SentenceAsync(
        HubCase hubCase,
        bool isListed,
        CancellationToken cancel
    )
    {
        var agencies = hubCase.Shares.Select(share => share.OrganisationId).OfType<Guid>().ToList();
        var people = hubCase.Shares.Select(share => share.UserId).OfType<Guid>().ToList();
        return CaseAccess.Sentence(
            hubCase,
            agencies.Count == 0
                ? []
                : await db.Set<Organisation>()
                    .Where(one => agencies.Contains(one.Id))
                    .OrderBy(one => one.Name)
                    .Select(one => one.Name)
                    .ToListAsync(cancel),
            people.Count == 0
                ? []
                : await db.Set<User>()
                    .Where(one => people.Contains(one.Id))
                    .OrderBy(one => one.Name)
                    .Select(one => one.Name)
                    .ToListAsync(cancel),
            isListed
        );
    }

    // That a value is held, and of what kind, is no secret from those who see the person; the value stays sealed.
    private async Task<IReadOnlyList<HeldValue>> HeldAsync(
        HubCase hubCase,
        HubViewer viewer,
        CancellationToken cancel
    )
    {
        var people = hubCase.People.ConvertAll(person => person.Id);
        var (userId, runsHub) = (viewer.UserId, viewer.RunsHub);
        var openToMe = db.Set<ProtectedValue>().VisibleTo(viewer, db).Select(value => value.Id);
        var held = await db.Set<ProtectedValue>()
            .Where(value => people.Contains(value.PersonId))
            .OrderBy(value => value.Id)
            .Select(value => new
            {
                value.Id,
                value.PersonId,
                value.Kind,
                IsReader = value.Readers.Any(one => one.UserId == userId),
                IsOpen = openToMe.Contains(value.Id),
            })
            .ToListAsync(cancel);
        // Whoever runs the hub is told whom to ask.
        var readers = await (
            from value in db.Set<ProtectedValue>()
            from reader in value.Readers
            join user in db.Set<User>() on reader.UserId equals user.Id
            where runsHub && people.Contains(value.PersonId) && user.LeftAt == null
            orderby user.Name
            select new { reader.ValueId, user.Name }
        ).ToListAsync(cancel);
        return held.ConvertAll(value => new HeldValue(
            value.Id,
            value.PersonId,
            value.Kind,
            value.IsOpen && value.IsReader,
            value.IsOpen,
            [.. readers.Where(reader => reader.ValueId == value.Id).Select(reader => reader.Name)]
        ));
    }

    private Task<NextMeeting?> NextAsync(Guid caseId, HubViewer viewer, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return (
            from item in db.Set<AgendaItem>().VisibleTo(viewer, db)
            join meeting in db.Set<HubMeeting>() on item.MeetingId equals meeting.Id
            where
                item.CaseId == caseId
                && item.Outcome == null
                && (
                    meeting.Status == MeetingStatus.Live
                    || (meeting.Status == MeetingStatus.Planned && meeting.StartsAt >= now)
                )
            orderby meeting.StartsAt
            select new NextMeeting(meeting.Id, meeting.StartsAt, meeting.PublishedAt != null)
        ).FirstOrDefaultAsync(cancel);
    }

    private async Task<IReadOnlyList<LinkedCase>> LinkedAsync(
        HubCase hubCase,
        HubViewer viewer,
        CancellationToken cancel
    )
    {
        var people = hubCase.People.ConvertAll(person => person.Id);
        var visible = db.Set<HubCase>().VisibleTo(viewer, db);
        var found = await (
            from link in db.Set<PersonLink>()
            where
                link.UnlinkedBecause == ""
                && (people.Contains(link.FirstId) || people.Contains(link.SecondId))
            let isFirst = people.Contains(link.FirstId)
            join other in db.Set<CasePerson>()
                on (isFirst ? link.SecondId : link.FirstId) equals other.Id
            join otherCase in visible on other.CaseId equals otherCase.Id
            where otherCase.Id != hubCase.Id
            orderby otherCase.Reference
            select new
            {
                CaseId = otherCase.Id,
                Line = new LinkedCase(
                    link.Id,
                    isFirst ? link.FirstId : link.SecondId,
                    otherCase.Reference,
                    otherCase.Title,
                    link.Why
                ),
            }
        ).ToListAsync(cancel);
        found.ForEach(one => reads.Note("Case", one.CaseId));
        return found.ConvertAll(one => one.Line);
    }
}
