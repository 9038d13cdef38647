using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Initiatives;
using Moothall.Features.Plan.Priorities;
using Moothall.Features.Plan.Progress;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Priorities;

/// <summary>All that serves a priority: what plans do, initiatives, what the hub works on, what changed.</summary>
[Access(Permission.SeePlan)]
public sealed class DetailModel(MoothallDb db, HubShares shares, TimeProvider clock) : PageModel
{
    private const int RecentUpdates = 10;

    public Priority Priority { get; private set; } = null!;

    /// <summary>Plans that have not ended and pursue it, each with the priority as it does.</summary>
    public IReadOnlyList<(WholePlan Whole, PlanPriority Pursued)> Plans { get; private set; } = [];
    public IReadOnlyList<InitiativeLine> Initiatives { get; private set; } = [];
    public InitiativeTotals Totals { get; private set; } = new(0, 0, 0);

    /// <summary>What the hub does for it, as far as this person may see it.</summary>
    public IReadOnlyList<HubShare> Hub { get; private set; } = [];

    /// <summary>What owners said last of its actions, the newest first.</summary>
    public IReadOnlyList<(PlanAction Action, ActionProgress Update)> Changed =>
        [
            .. Plans
                .SelectMany(one => one.Whole.Of(one.Pursued))
                .SelectMany(action => action.Progress.Select(update => (action, update)))
                .OrderByDescending(one => one.update.At)
                .Take(RecentUpdates),
        ];

    /// <summary>How an action of a plan stands.</summary>
    public ProgressRating Stands(WholePlan whole, PlanAction action) =>
        ActionStanding.Said(whole.Plan, action, UkTime.Today(clock));

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var priority = await db.Set<Priority>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (priority is null)
        {
            return NotFound();
        }

        Priority = priority;
        var plans = await db.Set<PartnershipPlan>()
            .Where(one =>
                one.Details.Status != PlanStatus.Ended
                && one.Priorities.Any(pursued => pursued.PriorityId == id)
            )
            .OrderByDescending(one => one.Details.From)
            .Select(one => one.Id)
            .ToListAsync(cancel);
        List<(WholePlan, PlanPriority)> found = [];
        foreach (var planId in plans)
        {
            if (await WholePlan.LoadAsync(db, planId, cancel) is { } whole)
            {
                found.Add((whole, whole.Priorities.Single(one => one.PriorityId == id)));
            }
        }

        Plans = found;
        var chosen = InitiativeList.Chosen(db, new() { Priority = id });
        // What was called off is not counted, so it is not named either.
        Initiatives = await InitiativeList.LinesAsync(
            db,
            chosen.Where(one => one.Status != InitiativeStatus.CalledOff).Take(RecentUpdates),
            cancel
        );
        Totals = await InitiativeList.TotalAsync(db, chosen, cancel);
        Hub = await shares.OfAsync(id, cancel);
        return Page();
    }
}
