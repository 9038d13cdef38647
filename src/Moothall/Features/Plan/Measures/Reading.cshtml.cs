using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Measures;

/// <summary>Adds a reading of a measure.</summary>
[Access(Permission.ManagePlan)]
public sealed class ReadingModel(MoothallDb db, CurrentUser user, TimeProvider clock) : PageModel
{
    /// <summary>The measure.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReadingDetails Details { get; set; } = new();

    public PlanMeasure Measure { get; private set; } = null!;
    public string Back =>
        Measure.PlanActionId is { } action
            ? $"/Plan/Actions/{action}"
            : $"/Plan/Priorities/{Measure.PlanPriorityId}";

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await FindAsync(cancel) ? Page() : NotFound();

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (Details.On > UkTime.Today(clock))
        {
            ModelState.AddModelError("Details.On", "The last day that it covers is still to come.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Add(
            new MeasureReading
            {
                MeasureId = Id,
                Details = Details,
                ByName = user.Name,
            }
        );
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The reading is saved.";
        return Redirect(Back);
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        var measure = await db.Set<PlanMeasure>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == Id, cancel);
        Measure = measure!;
        return measure is not null;
    }
}
