using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Initiatives;
using Moothall.Features.Plan.Priorities;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan;

/// <summary>A plan with all that belongs to it, in the order in which it is read.</summary>
/// <param name="Plan">The plan with its actions, strategies and coverage.</param>
/// <param name="Priorities">Its priorities.</param>
/// <param name="Initiatives">What partners do for its actions, by the action.</param>
public sealed record WholePlan(
    PartnershipPlan Plan,
    IReadOnlyList<PlanPriority> Priorities,
    ILookup<Guid, (Guid Id, string Title)> Initiatives
)
{
    /// <summary>Strategies that end before the plan does (C11).</summary>
    public IEnumerable<LinkedStrategy> Ending =>
        Plan
            .Strategies.Where(one => one.EndsBefore(Plan.Details.Until!.Value))
            .OrderBy(one => one.Title);

    /// <summary>Loads it, or nothing where there is none. The number of queries does not grow with the plan.</summary>
    public static async Task<WholePlan?> LoadAsync(MoothallDb db, Guid id, CancellationToken cancel)
    {
        var plan = await db.Set<PartnershipPlan>()
            .AsNoTracking()
            .AsSplitQuery()
            .Include(one => one.Strategies)
            .Include(one => one.Coverage)
                .ThenInclude(one => one.Priorities)
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (plan is null)
        {
            return null;
        }

        plan.Actions.AddRange(
            await Full(db)
                .Where(one => one.PlanId == id)
                .OrderBy(one => one.Number)
                .ToListAsync(cancel)
        );
        var priorities = await db.Set<PlanPriority>()
            .AsNoTracking()
            .AsSplitQuery()
            .Where(one => one.PlanId == id)
            .Include(one => one.Priority)
            .Include(one => one.Leads)
            .Include(one => one.Strands)
            .Include(one => one.Measures.OrderBy(measure => measure.Id))
                .ThenInclude(one => one.Readings)
            .Include(one => one.Evidence.OrderBy(evidence => evidence.Id))
            .Include(one => one.Strategies)
                .ThenInclude(link => link.Strategy)
            .OrderBy(one => one.Order)
            .ToListAsync(cancel);
        var initiatives = await InitiativesOfActions.OfAsync(
            db,
            db.Set<PlanAction>().Where(one => one.PlanId == id),
            cancel
        );
        return new(plan, priorities, initiatives);
    }

    /// <summary>Actions with all that belongs to each.</summary>
    public static IQueryable<PlanAction> Full(MoothallDb db) =>
        db.Set<PlanAction>()
            .AsNoTracking()
            .AsSplitQuery()
            .Include(action => action.Agencies.OrderBy(agency => agency.Order))
            .Include(action => action.Priorities)
            .Include(action => action.Milestones.OrderBy(one => one.Id))
            .Include(action => action.Funding.OrderBy(one => one.Id))
            .Include(action => action.Evidence.OrderBy(one => one.Id))
            .Include(action => action.Progress.OrderByDescending(one => one.At))
            .Include(action => action.Measures.OrderBy(one => one.Id))
                .ThenInclude(measure => measure.Readings);

    /// <summary>The actions of a priority.</summary>
    public IEnumerable<PlanAction> Of(PlanPriority priority) =>
        Plan.Actions.Where(action =>
            action.Priorities.Exists(link => link.PlanPriorityId == priority.Id)
        );

    /// <summary>The priorities of an action.</summary>
    public IEnumerable<PlanPriority> Of(PlanAction action) =>
        Priorities.Where(one => action.Priorities.Exists(link => link.PlanPriorityId == one.Id));

    /// <summary>Actions that meet no priority: nothing of a plan is out of sight.</summary>
    public IEnumerable<PlanAction> Loose => Plan.Actions.Where(action => !Of(action).Any());

    /// <summary>The actions of a priority by strand, those without one first.</summary>
    public IEnumerable<(PlanStrand? Strand, IReadOnlyList<PlanAction> Actions)> Groups(
        PlanPriority priority
    )
    {
        var actions = Of(priority).ToList();
        var loose = actions
            .Where(action => priority.Strands.TrueForAll(strand => strand.Id != action.StrandId))
            .ToList();
        if (loose.Count > 0)
        {
            yield return (null, loose);
        }

        foreach (var strand in priority.Strands.OrderBy(strand => strand.Order))
        {
            yield return (strand, [.. actions.Where(action => action.StrandId == strand.Id)]);
        }
    }
}
