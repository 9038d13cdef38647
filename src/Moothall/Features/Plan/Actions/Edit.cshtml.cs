using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Actions;

/// <summary>By when, as one types it.</summary>
public sealed class TargetInput
{
    [Field(
        "By when",
        Limit = 100,
        Hint = "A day, a month, a run or that it is ongoing: 31/03/2027, March 2027, 1 April 2026 to 31 March 2027, Ongoing."
    )]
    public string Target { get; set; } = "";

    [Field("Reviewed on", Conditional = true, Hint = "For an action that is ongoing.")]
    public DateOnly? ReviewOn { get; set; }
}

/// <summary>Changes an action of a plan.</summary>
[Access(Permission.ManagePlan)]
public sealed class EditModel(MoothallDb db, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PlanActionDetails Details { get; set; } = new();

    [BindProperty]
    public TargetInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public Guid PlanId { get; private set; }
    public int Number { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } action)
        {
            return NotFound();
        }

        (Details, Version) = (action.Details, action.Version);
        Input = new() { Target = action.Target?.ToString() ?? "", ReviewOn = action.ReviewOn };
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } action)
        {
            return NotFound();
        }

        var target = TargetDateReading.Read(Input.Target, UkTime.Today(clock));
        if (Input.Target.Length > 0 && target is null)
        {
            ModelState.AddModelError(
                "Input.Target",
                $"“{Input.Target}” gives no date. Write it like 31/03/2027, March 2027 or Ongoing."
            );
        }
        else if (action.Aim(target, Input.ReviewOn) is { } problem)
        {
            ModelState.AddModelError("Input.ReviewOn", problem);
        }

        if (!ModelState.IsValid)
        {
            db.ChangeTracker.Clear();
            return Page();
        }

        db.Expect(action, Version);
        action.Details = Details;
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = $"Action {Number} is saved.";
        return Redirect($"/Plan/{PlanId}#a-{Number}");
    }

    private async Task<PlanAction?> FindAsync(CancellationToken cancel)
    {
        var action = await db.Set<PlanAction>().SingleOrDefaultAsync(one => one.Id == Id, cancel);
        (PlanId, Number) = (action?.PlanId ?? Guid.Empty, action?.Number ?? 0);
        return action;
    }
}
