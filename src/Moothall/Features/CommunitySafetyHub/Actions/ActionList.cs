using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Actions;

/// <summary>How the list of actions is ordered.</summary>
public enum ActionSort
{
    Due,
    Owner,
    Carried,
}

/// <summary>What the list of actions is narrowed by; nothing in it is personal, so it may stand in the address (settled 19).</summary>
public sealed class ActionFilter
{
    [Field("Owner")]
    public Guid? Owner { get; set; }

    [Field("Case")]
    public Guid? Case { get; set; }

    /// <summary>Which actions serve a priority, <see cref="ActionPriorities"/> says.</summary>
    [Field("Priority")]
    public Guid? Priority { get; set; }

    [Field("Overdue only")]
    public bool Overdue { get; set; }

    [Field("Awaiting acceptance only")]
    public bool Awaiting { get; set; }

    [Field("With those off the list")]
    public bool Closed { get; set; }

    [Field("Order by")]
    public ActionSort Sort { get; set; }
}

/// <summary>A line of the list.</summary>
/// <param name="Action">The action with its case.</param>
/// <param name="IsMine">Whether the viewer is its person.</param>
/// <param name="IsOurs">Whether the viewer acts for its owner.</param>
/// <param name="IsOverdue">Still open after its day (S1-5.5); computed, never set.</param>
/// <param name="CaseOpens">Whether the viewer may open its case.</param>
public sealed record ActionLine(
    HubAction Action,
    bool IsMine,
    bool IsOurs,
    bool IsOverdue,
    bool CaseOpens
);

/// <summary>Reads the list of actions: one's own first, then one's agency's, then the others one may see.</summary>
public sealed class ActionList(MoothallDb db, TimeProvider clock)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 25;

    /// <summary>One page of the list, and how many lines there are in all.</summary>
    public async Task<(IReadOnlyList<ActionLine> Lines, int Count)> PageAsync(
        HubViewer viewer,
        ActionFilter filter,
        int page
    )
    {
        var found = Filtered(viewer, filter);
        var count = await found.CountAsync();
        var skip = (Math.Max(1, page) - 1) * PageSize;
        return (
            await LinesAsync(viewer, Ordered(found, viewer, filter).Skip(skip).Take(PageSize)),
            count
        );
    }

    /// <summary>All lines, for a table to take away.</summary>
    public Task<IReadOnlyList<ActionLine>> AllAsync(HubViewer viewer, ActionFilter filter) =>
        LinesAsync(viewer, Ordered(Filtered(viewer, filter), viewer, filter));

    /// <summary>What priorities each of them serves, by name, as far as the viewer may know.</summary>
    public async Task<ILookup<Guid, string>> PrioritiesAsync(HubViewer viewer, ActionFilter filter)
    {
        var served = await Filtered(viewer, filter)
            .Served(viewer, db)
            .OrderBy(one => one.Name)
            .ToListAsync();
        return served.ToLookup(one => one.ActionId, one => one.Name);
    }

    /// <summary>How many there are.</summary>
    public Task<int> CountAsync(HubViewer viewer, ActionFilter filter, CancellationToken cancel) =>
        Filtered(viewer, filter).CountAsync(cancel);

    private IQueryable<HubAction> Filtered(HubViewer viewer, ActionFilter filter)
    {
        var today = UkTime.Today(clock);
        var (owner, hubCase) = (filter.Owner, filter.Case);
        var found = db.Set<HubAction>().AsNoTracking().VisibleTo(viewer, db);
        found = filter.Closed ? found : found.Where(action => action.Status == ActionStatus.Open);
        found = owner is null ? found : found.Where(action => action.OwnerMembershipId == owner);
        found = hubCase is null ? found : found.Where(action => action.CaseId == hubCase);
        if (filter.Priority is { } priority)
        {
            var serving = db.Set<HubAction>()
                .Served(viewer, db)
                .Where(one => one.PriorityId == priority);
            found = found.Where(action => serving.Any(one => one.ActionId == action.Id));
        }

        found = filter.Awaiting
            ? found.Where(action => action.Acceptance.State == AcceptanceState.Awaited)
            : found;
        return filter.Overdue
            ? found.Where(action => action.Status == ActionStatus.Open && action.Due < today)
            : found;
    }

    private static IQueryable<HubAction> Ordered(
        IQueryable<HubAction> found,
        HubViewer viewer,
        ActionFilter filter
    )
    {
        var (me, members) = (viewer.UserId, viewer.MembershipIds);
        var mineFirst = found.OrderBy(action =>
            action.OwnerUserId == me ? 0
            : members.Contains(action.OwnerMembershipId) ? 1
            : 2
        );
        var sorted = filter.Sort switch
        {
            ActionSort.Owner => mineFirst.ThenBy(action => action.OwnerName),
            ActionSort.Carried => mineFirst.ThenByDescending(action => action.CarriedForward),
            _ => mineFirst,
        };
        return sorted.ThenBy(action => action.Due).ThenBy(action => action.Id);
    }

    private async Task<IReadOnlyList<ActionLine>> LinesAsync(
        HubViewer viewer,
        IQueryable<HubAction> page
    )
    {
        var actions = await page.Include(action => action.Case)
            .Include(action => action.Updates)
            .AsSplitQuery()
            .ToListAsync();
        var ids = actions.Select(action => action.CaseId).OfType<Guid>().Distinct().ToList();
        var open = await db.Set<HubCase>()
            .VisibleTo(viewer, db)
            .Where(one => ids.Contains(one.Id))
            .Select(one => one.Id)
            .ToListAsync();
        var now = clock.GetUtcNow().UtcDateTime;
        return
        [
            .. actions.Select(action => new ActionLine(
                action,
                action.OwnerUserId == viewer.UserId,
                viewer.MembershipIds.Contains(action.OwnerMembershipId),
                IsOverdue(action, now),
                action.CaseId is { } id && open.Contains(id)
            )),
        ];
    }

    /// <summary>Whether an action is overdue: still open after the whole of its day in London.</summary>
    public static bool IsOverdue(HubAction action, DateTime now) =>
        ActionDue.IsOverdue(action.Status == ActionStatus.Open, ActionDue.EndOf(action.Due), now);
}
