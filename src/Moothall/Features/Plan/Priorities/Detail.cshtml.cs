using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Priorities;

/// <summary>A priority as a plan pursues it: why, what is being done, by whom, and what changed.</summary>
[Access(Permission.SeePlan)]
public sealed class DetailModel(MoothallDb db, TimeProvider clock) : PageModel
{
    private const int RecentUpdates = 10;

    public WholePlan Whole { get; private set; } = null!;
    public PlanPriority Priority { get; private set; } = null!;
    public DateOnly Today { get; } = UkTime.Today(clock);

    /// <summary>What owners said last of its actions, the newest first.</summary>
    public IEnumerable<(Actions.PlanAction Action, Progress.ActionProgress Update)> Changed =>
        Whole
            .Of(Priority)
            .SelectMany(action => action.Progress.Select(update => (action, update)))
            .OrderByDescending(one => one.update.At)
            .Take(RecentUpdates);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var planId = await db.Set<PlanPriority>()
            .Where(one => one.Id == id)
            .Select(one => (Guid?)one.PlanId)
            .SingleOrDefaultAsync(cancel);
        if (planId is not { } plan || await WholePlan.LoadAsync(db, plan, cancel) is not { } whole)
        {
            return NotFound();
        }

        Whole = whole;
        Priority = whole.Priorities.Single(one => one.Id == id);
        return Page();
    }
}
