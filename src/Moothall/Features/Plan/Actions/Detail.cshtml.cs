using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Initiatives;
using Moothall.Features.Plan.Layouts;
using Moothall.Features.Plan.Priorities;
using Moothall.Features.Plan.Progress;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Actions;

/// <summary>All that is kept of an action of a plan.</summary>
[Access(Permission.SeePlan)]
public sealed class DetailModel(MoothallDb db, TimeProvider clock) : PageModel
{
    public PartnershipPlan Plan { get; private set; } = null!;
    public PlanAction Action { get; private set; } = null!;
    public IReadOnlyList<PlanPriority> Priorities { get; private set; } = [];
    public DateOnly Today { get; } = UkTime.Today(clock);

    /// <summary>What partners do for it.</summary>
    public IReadOnlyList<(Guid Id, string Title)> Initiatives { get; private set; } = [];

    /// <summary>How it stands; nothing while its plan is not in force.</summary>
    public ActionStanding? Standing => ActionStanding.Of(Plan, Action, Today);

    /// <summary>The strand, where it stands under one.</summary>
    public PlanStrand? Strand =>
        Priorities.SelectMany(one => one.Strands).FirstOrDefault(one => one.Id == Action.StrandId);

    /// <summary>Whether a part is shown: one that the layout leaves out only where it holds something.</summary>
    public bool Shows(ActionColumn column, int held) => held > 0 || Plan.Layout.Asks(column);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (
            await WholePlan.Full(db).SingleOrDefaultAsync(one => one.Id == id, cancel)
            is not { } action
        )
        {
            return NotFound();
        }

        Action = action;
        Plan = await db.Set<PartnershipPlan>()
            .AsNoTracking()
            .SingleAsync(one => one.Id == action.PlanId, cancel);
        var met = action.Priorities.ConvertAll(link => link.PlanPriorityId);
        Priorities = await db.Set<PlanPriority>()
            .AsNoTracking()
            .Include(one => one.Priority)
            .Include(one => one.Strands)
            .Where(one => met.Contains(one.Id))
            .OrderBy(one => one.Order)
            .ToListAsync(cancel);
        var initiatives = await InitiativesOfActions.OfAsync(
            db,
            db.Set<PlanAction>().Where(one => one.Id == id),
            cancel
        );
        Initiatives = [.. initiatives[id]];
        return Page();
    }
}
