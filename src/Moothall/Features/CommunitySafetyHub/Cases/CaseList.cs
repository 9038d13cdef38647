using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>What a list of cases is narrowed to. It stands in the address, so it holds nothing about anybody.</summary>
public sealed class CaseFilter
{
    /// <summary>One of: current (the usual), open, monitoring, closed, lately (closed in the last twelve months), all.</summary>
    public string? Status { get; set; }
    public CaseKind? Kind { get; set; }
    public Guid? Topic { get; set; }
    public Guid? Priority { get; set; }
    public CaseVisibility? Visibility { get; set; }

    /// <summary>Only cases the viewer or their agency is named in, or has an open action in.</summary>
    public bool Mine { get; set; }

    /// <summary>One of: opened (the usual), oldest, reference, title, status.</summary>
    public string? Sort { get; set; }

    /// <summary>Whether it asks something that only an open case may answer: how a case stands is said in it.</summary>
    public bool AsksContent =>
        Kind is not null
        || Topic is not null
        || Priority is not null
        || Visibility is not null
        || Mine
        || Status is "open" or "monitoring" or "closed" or "lately";
}

/// <summary>A case as a list shows it. Where its content is shut, only reference, title and names are for showing (settled 9).</summary>
public sealed record CaseLine(
    HubCase Case,
    bool IsOpen,
    IReadOnlyList<string> Topics,
    int OpenActions,
    DateTime? NextMeeting
)
{
    /// <summary>The priorities it serves, where they were asked for and the case is open.</summary>
    public IReadOnlyList<string> Priorities { get; init; } = [];

    /// <summary>The names of its people, as one reads them.</summary>
    public string Names =>
        string.Join(
            ", ",
            Case.People.OrderBy(person => person.Id)
                .Select(person => person.FullName.Length > 0 ? person.FullName : person.KnownAs)
        );
}

/// <summary>Lists of cases, by the one visibility rule.</summary>
public sealed class CaseList(MoothallDb db, HubViewers viewers, TimeProvider clock)
{
    /// <summary>Those the viewer may know of, narrowed and in order. A filter about content looks at open cases only, so that it gives nothing away about the others.</summary>
    public async Task<IQueryable<HubCase>> ChosenAsync(CaseFilter filter, CancellationToken cancel)
    {
        var viewer = await viewers.CurrentAsync(cancel);
        var cases = filter.AsksContent
            ? db.Set<HubCase>().OpenTo(viewer, db)
            : db.Set<HubCase>().VisibleTo(viewer, db);
        var since = ClosedLately.Since(UkTime.Today(clock));
        cases = filter.Status switch
        {
            "all" => cases,
            "open" => cases.Where(c => c.Status == CaseStatus.Open),
            "monitoring" => cases.Where(c => c.Status == CaseStatus.Monitoring),
            "closed" => cases.Where(c => c.Status == CaseStatus.Closed),
            "lately" => cases.Where(c => c.Status == CaseStatus.Closed && c.ClosedAt >= since),
            _ => cases.Where(c => c.Status != CaseStatus.Closed),
        };
        if (filter.Kind is { } kind)
        {
            cases = cases.Where(c => c.Kind == kind);
        }

        if (filter.Topic is { } topic)
        {
            cases = cases.Where(c => c.Topics.Any(one => one.Id == topic));
        }

        if (filter.Priority is { } priority)
        {
            cases = cases.Where(c => c.Priorities.Any(one => one.Id == priority));
        }

        if (filter.Visibility is { } visibility)
        {
            cases = cases.Where(c => c.Visibility == visibility);
        }

        return Sorted(filter.Mine ? OfViewer(cases, viewer) : cases, filter.Sort);
    }

    private IQueryable<HubCase> OfViewer(IQueryable<HubCase> cases, HubViewer viewer)
    {
        var (userId, agencies, members) = (
            viewer.UserId,
            viewer.OrganisationIds,
            viewer.MembershipIds
        );
        var acting = db.Set<HubAction>()
            .Where(action =>
                action.Status == ActionStatus.Open
                && (action.OwnerUserId == userId || members.Contains(action.OwnerMembershipId))
            )
            .Select(action => action.CaseId);
        return cases.Where(c =>
            acting.Contains(c.Id)
            || c.Shares.Any(share =>
                share.UserId == userId
                || (share.OrganisationId != null && agencies.Contains(share.OrganisationId.Value))
            )
        );
    }

    private static IQueryable<HubCase> Sorted(IQueryable<HubCase> cases, string? sort) =>
        sort switch
        {
            "oldest" => cases.OrderBy(c => c.OpenedAt).ThenBy(c => c.Id),
            "reference" => cases.OrderBy(c => c.Reference),
            "title" => cases.OrderBy(c => c.Title).ThenBy(c => c.Id),
            "status" => cases
                .OrderBy(c =>
                    c.Status == CaseStatus.Open ? 0
                    : c.Status == CaseStatus.Monitoring ? 1
                    : 2
                )
                .ThenByDescending(c => c.OpenedAt)
                .ThenBy(c => c.Id),
            _ => cases.OrderByDescending(c => c.OpenedAt).ThenBy(c => c.Id),
        };

    /// <summary>The lines of one page of cases, in order, by a constant number of queries.</summary>
    public async Task<IReadOnlyList<CaseLine>> LinesAsync(
        IQueryable<HubCase> page,
        CancellationToken cancel
    )
    {
        var viewer = await viewers.CurrentAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var cases = await page.AsNoTracking().ToListAsync(cancel);
        var ids = cases.ConvertAll(c => c.Id);
        var people = await db.Set<CasePerson>()
            .AsNoTracking()
            .Where(person => person.CaseId != null && ids.Contains(person.CaseId.Value))
            .ToListAsync(cancel);
        var byCase = people.ToLookup(person => person.CaseId);
        cases.ForEach(c => c.People.AddRange(byCase[c.Id]));
        var open = await db.OpenAmongAsync(ids, viewer, cancel);
        var topics = await db.Set<HubCase>()
            .Where(c => open.Contains(c.Id))
            .SelectMany(
                c => c.Topics,
                (c, topic) =>
                    new
                    {
                        c.Id,
                        topic.Order,
                        topic.Label,
                    }
            )
            .ToListAsync(cancel);
        var topicsOf = topics.OrderBy(one => one.Order).ToLookup(one => one.Id, one => one.Label);
        var actions = await db.Set<HubAction>()
            .AmongCases(ids, open, viewer)
            .Where(a => a.Status == ActionStatus.Open)
            .GroupBy(a => a.CaseId!.Value)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var meetings = await (
            from item in db.Set<AgendaItem>().VisibleTo(viewer, db)
            join meeting in db.Set<HubMeeting>() on item.MeetingId equals meeting.Id
            where
                item.CaseId != null
                && open.Contains(item.CaseId.Value)
                && item.Outcome == null
                && (
                    meeting.Status == MeetingStatus.Live
                    || (meeting.Status == MeetingStatus.Planned && meeting.StartsAt >= now)
                )
            group meeting.StartsAt by item.CaseId!.Value into ofCase
            select new { ofCase.Key, Next = ofCase.Min() }
        ).ToDictionaryAsync(group => group.Key, group => (DateTime?)group.Next, cancel);
        return
        [
            .. cases.Select(c => new CaseLine(
                c,
                open.Contains(c.Id),
                [.. topicsOf[c.Id]],
                actions.GetValueOrDefault(c.Id),
                meetings.GetValueOrDefault(c.Id)
            )),
        ];
    }

    /// <summary>The same lines with the priorities of the open ones, for a table to take away.</summary>
    public async Task<IEnumerable<CaseLine>> WithPrioritiesAsync(
        IReadOnlyList<CaseLine> lines,
        CancellationToken cancel
    )
    {
        var open = lines.Where(line => line.IsOpen).Select(line => line.Case.Id).ToList();
        var held = await db.Set<HubCase>()
            .Where(c => open.Contains(c.Id))
            .SelectMany(c => c.Priorities, (c, priority) => new { c.Id, priority.Name })
            .OrderBy(one => one.Name)
            .ToListAsync(cancel);
        var names = held.ToLookup(one => one.Id, one => one.Name);
        return lines.Select(line => line with { Priorities = [.. names[line.Case.Id]] });
    }
}
