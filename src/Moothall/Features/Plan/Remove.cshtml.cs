using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Coverage;
using Moothall.Features.Plan.Evidence;
using Moothall.Features.Plan.Funding;
using Moothall.Features.Plan.Initiatives;
using Moothall.Features.Plan.Measures;
using Moothall.Features.Plan.Milestones;
using Moothall.Features.Plan.Priorities;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan;

/// <summary>What can be taken out of a plan.</summary>
public enum Removable
{
    Action,
    Priority,
    Strand,
    Strategy,
    Measure,
    Milestone,
    Funding,
    Evidence,
}

/// <summary>Asks whether something is to go from a plan, and takes it out. What was kept in a version stays there.</summary>
[Access(Permission.ManagePlan)]
public sealed class RemoveModel(MoothallDb db) : PageModel
{
    /// <summary>What goes, in words, what goes with it, and where one came from.</summary>
    public sealed record Subject(Record Row, string What, string Words, string With, string Back);

    public Subject Leaving { get; private set; } = null!;

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Removable kind, Guid id, CancellationToken cancel)
    {
        if (await FindAsync(kind, id, cancel) is not { } found)
        {
            return NotFound();
        }

        (Leaving, Version) = (found, found.Row.Version);
        return Page();
    }

    /// <summary>Takes it out.</summary>
    public async Task<IActionResult> OnPostAsync(Removable kind, Guid id, CancellationToken cancel)
    {
        if (await FindAsync(kind, id, cancel) is not { } found)
        {
            return NotFound();
        }

        db.Expect(found.Row, Version);
        await LetGoAsync(kind, id, cancel);
        db.Remove(found.Row);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = $"{found.What} is no longer in the plan.";
        return Redirect(found.Back);
    }

    // What only points to it: the row goes, or the pointing ends.
    private async Task LetGoAsync(Removable kind, Guid id, CancellationToken cancel)
    {
        switch (kind)
        {
            case Removable.Action:
                await RemoveAsync<InitiativeAction>(one => one.PlanActionId == id, cancel);
                break;
            case Removable.Priority:
                var strands = await db.Set<PlanStrand>()
                    .Where(one => one.PlanPriorityId == id)
                    .Select(one => one.Id)
                    .ToListAsync(cancel);
                await LeaveStrandsAsync(strands, cancel);
                await RemoveAsync<PlanActionPriority>(one => one.PlanPriorityId == id, cancel);
                await RemoveAsync<CoveringPriority>(one => one.PlanPriorityId == id, cancel);
                break;
            case Removable.Strand:
                await LeaveStrandsAsync([id], cancel);
                break;
            case Removable.Strategy:
                await RemoveAsync<StrategyLink>(one => one.StrategyId == id, cancel);
                break;
        }
    }

    private async Task LeaveStrandsAsync(List<Guid> strands, CancellationToken cancel)
    {
        var actions = await db.Set<PlanAction>()
            .Where(one => one.StrandId != null && strands.Contains(one.StrandId.Value))
            .ToListAsync(cancel);
        actions.ForEach(one => one.StrandId = null);
    }

    private async Task RemoveAsync<T>(Expression<Func<T, bool>> which, CancellationToken cancel)
        where T : Record => db.RemoveRange(await db.Set<T>().Where(which).ToListAsync(cancel));

    // What goes along is loaded, so that the audit names it too.
    private async Task<Subject?> FindAsync(Removable kind, Guid id, CancellationToken cancel) =>
        kind switch
        {
            Removable.Action => await FindAsync(
                Parts<PlanAction>(
                    one => one.Agencies,
                    one => one.Priorities,
                    one => one.Measures,
                    one => one.Milestones,
                    one => one.Funding,
                    one => one.Evidence,
                    one => one.Progress
                ),
                id,
                one =>
                    new(
                        one,
                        $"Action {one.Number}",
                        one.Details.Text,
                        "Its measures, milestones, evidence and all progress that was reported on it go too. Initiatives that were recorded for it stay.",
                        $"/Plan/{one.PlanId}"
                    ),
                cancel
            ),
            Removable.Priority => await FindAsync(
                Parts<PlanPriority>(
                    one => one.Priority,
                    one => one.Leads,
                    one => one.Strategies,
                    one => one.Strands,
                    one => one.Measures,
                    one => one.Evidence
                ),
                id,
                one =>
                    new(
                        one,
                        "The priority",
                        one.Name,
                        "Its actions stay in the plan, without this priority and its strands. The partnership keeps the priority for its cases.",
                        $"/Plan/{one.PlanId}"
                    ),
                cancel
            ),
            Removable.Strand => await FindAsync(
                db.Set<PlanStrand>(),
                id,
                one =>
                    new(
                        one,
                        "The strand",
                        one.Name,
                        "Its actions stay in the plan, without a strand.",
                        $"/Plan/Priorities/{one.PlanPriorityId}"
                    ),
                cancel
            ),
            Removable.Strategy => await FindAsync(
                db.Set<LinkedStrategy>(),
                id,
                one =>
                    new(
                        one,
                        "The strategy",
                        one.Title,
                        "What the priorities say of it goes too.",
                        $"/Plan/{one.PlanId}/Strategies"
                    ),
                cancel
            ),
            Removable.Measure => await PartAsync<PlanMeasure, MeasureDetails>(
                Parts<PlanMeasure>(one => one.Readings),
                id,
                "The measure",
                "Its readings go too.",
                cancel
            ),
            Removable.Milestone => await PartAsync<PlanMilestone, MilestoneDetails>(
                db.Set<PlanMilestone>(),
                id,
                "The milestone",
                "",
                cancel
            ),
            Removable.Funding => await PartAsync<PlanFunding, FundingDetails>(
                db.Set<PlanFunding>(),
                id,
                "The money",
                "",
                cancel
            ),
            Removable.Evidence => await PartAsync<PlanEvidence, EvidenceDetails>(
                db.Set<PlanEvidence>(),
                id,
                "The evidence",
                "",
                cancel
            ),
            _ => null,
        };

    private Task<Subject?> PartAsync<TPart, TDetails>(
        IQueryable<TPart> rows,
        Guid id,
        string what,
        string with,
        CancellationToken cancel
    )
        where TPart : PlanPart<TDetails>
        where TDetails : class, new() =>
        FindAsync(
            rows,
            id,
            one =>
                new(
                    one,
                    what,
                    one.Words,
                    with,
                    one.PlanActionId is { } action
                        ? $"/Plan/Actions/{action}"
                        : $"/Plan/Priorities/{one.PlanPriorityId}"
                ),
            cancel
        );

    private IQueryable<T> Parts<T>(params Expression<Func<T, object>>[] parts)
        where T : Record =>
        parts.Aggregate(db.Set<T>().AsSplitQuery(), (rows, part) => rows.Include(part));

    private static async Task<Subject?> FindAsync<T>(
        IQueryable<T> rows,
        Guid id,
        Func<T, Subject> tell,
        CancellationToken cancel
    )
        where T : Record =>
        await rows.SingleOrDefaultAsync(one => one.Id == id, cancel) is { } row ? tell(row) : null;
}
