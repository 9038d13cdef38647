using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan;

/// <summary>Changes what is said of a plan as a whole.</summary>
[Access(Permission.ManagePlan)]
public sealed class EditModel(MoothallDb db, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PlanDetails Details { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Whether it never came into force, so that it can be removed.</summary>
    public bool MayBeDiscarded { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var plan = await db.Set<PartnershipPlan>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == Id, cancel);
        if (plan is null)
        {
            return NotFound();
        }

        (Details, Version) = (plan.Details, plan.Version);
        MayBeDiscarded = plan.MayBeDiscarded().Allowed;
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var plan = await db.Set<PartnershipPlan>()
            .SingleOrDefaultAsync(one => one.Id == Id, cancel);
        if (plan is null)
        {
            return NotFound();
        }

        if (Details.PeriodProblem() is { } problem)
        {
            ModelState.AddModelError("Details.Until", problem);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Expect(plan, Version);
        plan.Change(Details, UkTime.Today(clock));
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The plan is saved.";
        return Redirect(
            Details.Template == PlanTemplate.Own && plan.OwnLayout.Length == 0
                ? $"/Plan/{Id}/Layout"
                : $"/Plan/{Id}"
        );
    }
}
