using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Strategies;

/// <summary>The plans of others that a plan serves, with their years (S4-F2, C11).</summary>
[Access(Permission.SeePlan)]
public sealed class IndexModel(MoothallDb db) : PageModel
{
    public PartnershipPlan Plan { get; private set; } = null!;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var plan = await db.Set<PartnershipPlan>()
            .AsNoTracking()
            .Include(one => one.Strategies.OrderBy(strategy => strategy.Title))
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        Plan = plan!;
        return plan is null ? NotFound() : Page();
    }
}
