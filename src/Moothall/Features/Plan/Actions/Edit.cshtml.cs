using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Actions;

/// <summary>Changes an action of a plan.</summary>
[Access(Permission.ManagePlan)]
public sealed class EditModel(MoothallDb db, ActionForm form) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PlanActionDetails Details { get; set; } = new();

    [BindProperty]
    public ActionInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public int Number { get; private set; }
    public ActionForm Form => form;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } action)
        {
            return NotFound();
        }

        (Details, Version) = (action.Details, action.Version);
        Input = ActionInput.Of(action);
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } action)
        {
            return NotFound();
        }

        if (!await form.ApplyAsync(action, Details, Input, ModelState, cancel))
        {
            db.ChangeTracker.Clear();
            return Page();
        }

        db.ExpectWhole(action, Version);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = $"Action {Number} is saved.";
        return Redirect($"/Plan/Actions/{Id}");
    }

    private async Task<PlanAction?> FindAsync(CancellationToken cancel)
    {
        var action = await db.Set<PlanAction>()
            .AsSplitQuery()
            .Include(one => one.Agencies)
            .Include(one => one.Priorities)
            .SingleOrDefaultAsync(one => one.Id == Id, cancel);
        if (action is null || !await form.LoadAsync(action.PlanId, cancel))
        {
            return null;
        }

        Number = action.Number;
        return action;
    }
}
