using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Versions;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan;

/// <summary>A plan, laid out as a list of actions or priority by priority.</summary>
[Access(Permission.SeePlan)]
public sealed class DetailModel(MoothallDb db, TimeProvider clock) : PageModel
{
    public WholePlan Whole { get; private set; } = null!;
    public PartnershipPlan Plan => Whole.Plan;
    public DateOnly Today { get; } = UkTime.Today(clock);

    /// <summary>Its kept versions, the latest first.</summary>
    public IReadOnlyList<PlanVersion> Versions { get; private set; } = [];

    /// <summary>Whether it was revised for the coming year, or is still to be (R2.13).</summary>
    public string Revision { get; private set; } = "";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await WholePlan.LoadAsync(db, id, cancel) is not { } whole)
        {
            return NotFound();
        }

        Whole = whole;
        Versions = await db.Set<PlanVersion>()
            .AsNoTracking()
            .Where(one => one.PlanId == id)
            .OrderByDescending(one => one.Number)
            .ToListAsync(cancel);
        Revision = YearlyRevision.Words(Plan, Versions, Today);
        return Page();
    }
}
