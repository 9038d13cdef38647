using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan;

/// <summary>Begins a plan that no document holds yet.</summary>
[Access(Permission.ManagePlan)]
public sealed class NewModel(MoothallDb db, TimeProvider clock) : PageModel
{
    private const int UsualYears = 3;

    [BindProperty]
    public PlanDetails Details { get; set; } = new();

    /// <summary>Shows the form, with the coming year and the usual length filled in (R2.15).</summary>
    public void OnGet()
    {
        var first = PlanYear.Of(UkTime.Today(clock)).Next.First;
        Details = new() { From = first, Until = first.AddYears(UsualYears).AddDays(-1) };
    }

    /// <summary>Begins it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Details.PeriodProblem() is { } problem)
        {
            ModelState.AddModelError("Details.Until", problem);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var plan = new PartnershipPlan { Details = Details };
        plan.Change(Details, UkTime.Today(clock));
        db.Add(plan);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The plan is begun. Add its priorities, then its actions.";
        return Redirect($"/Plan/{plan.Id}");
    }
}
