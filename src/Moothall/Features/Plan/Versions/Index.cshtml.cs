using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Versions;

/// <summary>The kept versions of a plan; the team keeps another, and anybody compares two.</summary>
[Access(Permission.SeePlan)]
public sealed class IndexModel(MoothallDb db, CurrentUser user, TimeProvider clock) : PageModel
{
    [BindProperty]
    public VersionDetails Details { get; set; } = new();

    public PartnershipPlan Plan { get; private set; } = null!;
    public IReadOnlyList<PlanVersion> Versions { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) ? Page() : NotFound();

    /// <summary>Keeps the plan as it stands now.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (!user.May(Permission.ManagePlan))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        int? year = int.TryParse(
            Details.RevisedFor,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var typed
        )
            ? typed
            : null;
        var years = Plan.Details.Years().Select(one => one.Begins).ToList();
        if (year is { } begins && !years.Contains(begins))
        {
            ModelState.AddModelError(
                "Details.RevisedFor",
                FormattableString.Invariant(
                    $"The plan has years that begin in {years[0]} to {years[^1]}. Enter one of these."
                )
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var whole = await WholePlan.LoadAsync(db, id, cancel);
        var version = await PlanVersion.KeepAsync(
            db,
            whole!,
            (Details.Title, year),
            (clock.GetUtcNow().UtcDateTime, user.Name),
            cancel
        );
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = $"Version {version.Number} is kept.";
        return Redirect($"/Plan/{id}/Versions");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var plan = await db.Set<PartnershipPlan>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (plan is null)
        {
            return false;
        }

        Plan = plan;
        Versions = await db.Set<PlanVersion>()
            .AsNoTracking()
            .Where(one => one.PlanId == id)
            .OrderByDescending(one => one.Number)
            .ToListAsync(cancel);
        return true;
    }
}
