using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Actions;

/// <summary>Adds an action to a plan.</summary>
[Access(Permission.ManagePlan)]
public sealed class NewModel(MoothallDb db, ActionForm form, TimeProvider clock) : PageModel
{
    /// <summary>The plan.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PlanActionDetails Details { get; set; } = new();

    [BindProperty]
    public ActionInput Input { get; set; } = new();

    public ActionForm Form => form;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await form.LoadAsync(Id, cancel) ? Page() : NotFound();

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await form.LoadAsync(Id, cancel))
        {
            return NotFound();
        }

        var last = await db.Set<PlanAction>()
            .Where(one => one.PlanId == Id)
            .MaxAsync(one => (int?)one.Number, cancel);
        var action = new PlanAction
        {
            PlanId = Id,
            Number = (last ?? 0) + 1,
            Details = Details,
            AddedOn = UkTime.Today(clock),
        };
        if (!await form.ApplyAsync(action, Details, Input, ModelState, cancel))
        {
            return Page();
        }

        db.Add(action);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = $"Action {action.Number} is in the plan.";
        return Redirect($"/Plan/Actions/{action.Id}");
    }
}
