using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan.Gates;
using Moothall.Features.Plan.Import;
using Moothall.Features.Plan.Initiatives;
using Moothall.Features.Plan.Priorities;
using Moothall.Features.Plan.Versions;
using Moothall.Features.Public;
using Moothall.Features.Reports;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan;

/// <summary>Asks whether a plan that never came into force is to go as a whole, and removes it.</summary>
[Access(Permission.ManagePlan)]
public sealed class DiscardModel(MoothallDb db) : PageModel
{
    public PartnershipPlan Plan { get; private set; } = null!;

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        Version = Plan.Version;
        return Page();
    }

    /// <summary>Removes it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        if (await StandsInTheWayAsync(id, cancel) is { } problem)
        {
            ModelState.AddModelError("", problem);
            return Page();
        }

        db.Expect(Plan, Version);
        foreach (var action in Plan.Actions)
        {
            action.StrandId = null;
        }

        var actions = Plan.Actions.ConvertAll(one => one.Id);
        db.RemoveRange(
            await db.Set<InitiativeAction>()
                .Where(one => actions.Contains(one.PlanActionId))
                .ToListAsync(cancel)
        );
        db.RemoveRange(
            await db.Set<PlanGate>()
                .Include(one => one.Signatures)
                .Where(one => one.PlanId == id)
                .ToListAsync(cancel)
        );
        db.RemoveRange(
            await db.Set<PlanVersion>().Where(one => one.PlanId == id).ToListAsync(cancel)
        );
        foreach (
            var import in await db.Set<PlanImport>()
                .Where(one => one.PlanId == id)
                .ToListAsync(cancel)
        )
        {
            import.PlanId = null;
        }

        // What it alone brought was on offer nowhere yet.
        var waiting = db.Waiting();
        var brought = await db.Set<Priority>()
            .Where(one =>
                one.BroughtByPlanId == id
                && waiting.Contains(one.Id)
                && !db.Set<PlanPriority>()
                    .Any(other => other.PriorityId == one.Id && other.PlanId != id)
            )
            .ToListAsync(cancel);
        db.RemoveRange(Plan.Coverage);
        db.RemoveRange(Plan.Actions);
        db.RemoveRange(Plan.Priorities);
        db.RemoveRange(Plan.Strategies);
        db.RemoveRange(brought);
        db.Remove(Plan);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The plan is removed.";
        return Redirect("/Plan");
    }

    // What was told to others of it must go first, by whoever told it.
    private async Task<string?> StandsInTheWayAsync(Guid id, CancellationToken cancel) =>
        await db.Set<Report>().AnyAsync(one => one.PlanId == id, cancel)
            ? "A report is made of it. Discard that first, or keep the plan."
        : await db.Set<Publication>().AnyAsync(one => one.SubjectId == id, cancel)
            ? "A page for everybody was prepared of it. The plan stays, so that one can see where the page came from."
        : null;

    // All of it is loaded, so that the audit names what goes.
    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Set<PartnershipPlan>()
            .AsSplitQuery()
            .Include(one => one.Strategies)
            .Include(one => one.Coverage)
                .ThenInclude(one => one.Priorities)
            .Include(one => one.Actions)
                .ThenInclude(one => one.Agencies)
            .Include(one => one.Actions)
                .ThenInclude(one => one.Priorities)
            .Include(one => one.Actions)
                .ThenInclude(one => one.Progress)
            .Include(one => one.Priorities)
                .ThenInclude(one => one.Strands)
            .Include(one => one.Priorities)
                .ThenInclude(one => one.Strategies)
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (found is null)
        {
            return NotFound();
        }

        Plan = found;
        if (found.MayBeDiscarded() is { Allowed: false } verdict)
        {
            Refusal.Because(HttpContext, verdict.Reason);
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return null;
    }
}
