using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Initiatives;
using Moothall.Features.Plan.Priorities;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan;

/// <summary>A plan, laid out as a list of actions or priority by priority.</summary>
[Access(Permission.SeePlan)]
public sealed class DetailModel(MoothallDb db) : PageModel
{
    public PartnershipPlan Plan { get; private set; } = null!;
    public IReadOnlyList<PlanPriority> Priorities { get; private set; } = [];

    /// <summary>Strategies that end before the plan does (C11).</summary>
    public IEnumerable<LinkedStrategy> Ending =>
        Plan
            .Strategies.Where(one => one.EndsBefore(Plan.Details.Until!.Value))
            .OrderBy(one => one.Title);

    /// <summary>What partners do for each action, by the action.</summary>
    public ILookup<Guid, (Guid Id, string Title)> Initiatives { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var plan = await db.Set<PartnershipPlan>()
            .AsNoTracking()
            .AsSplitQuery()
            .Include(one => one.Strategies)
            .Include(one => one.Actions.OrderBy(action => action.Number))
                .ThenInclude(action => action.Agencies.OrderBy(agency => agency.Order))
            .Include(one => one.Actions)
                .ThenInclude(action => action.Priorities)
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (plan is null)
        {
            return NotFound();
        }

        Plan = plan;
        Priorities = await db.Set<PlanPriority>()
            .AsNoTracking()
            .AsSplitQuery()
            .Where(one => one.PlanId == id)
            .Include(one => one.Priority)
            .Include(one => one.Leads)
            .Include(one => one.Strands)
            .Include(one => one.Strategies)
                .ThenInclude(link => link.Strategy)
            .OrderBy(one => one.Order)
            .ToListAsync(cancel);
        Initiatives = await InitiativesOfActions.OfPlanAsync(db, id, cancel);
        return Page();
    }

    /// <summary>The actions of a priority.</summary>
    public IEnumerable<PlanAction> Of(PlanPriority priority) =>
        Plan.Actions.Where(action =>
            action.Priorities.Exists(link => link.PlanPriorityId == priority.Id)
        );

    /// <summary>The priorities of an action, short where they have a short form.</summary>
    public IEnumerable<string> Of(PlanAction action) =>
        Priorities
            .Where(one => action.Priorities.Exists(link => link.PlanPriorityId == one.Id))
            .Select(one => one.Priority.Name);

    /// <summary>The actions of a priority by strand, those without one first.</summary>
    public IEnumerable<(PlanStrand? Strand, IEnumerable<PlanAction> Actions)> Groups(
        PlanPriority priority
    )
    {
        var loose = Of(priority)
            .Where(action => priority.Strands.TrueForAll(strand => strand.Id != action.StrandId))
            .ToList();
        if (loose.Count > 0)
        {
            yield return (null, loose);
        }

        foreach (var strand in priority.Strands.OrderBy(strand => strand.Order))
        {
            yield return (strand, Of(priority).Where(action => action.StrandId == strand.Id));
        }
    }

    /// <summary>The agencies that lead, in the plan's words.</summary>
    public string Words(IEnumerable<PlanLead> leads) =>
        string.Join("; ", leads.OrderBy(lead => lead.Order).Select(lead => lead.Words));
}
