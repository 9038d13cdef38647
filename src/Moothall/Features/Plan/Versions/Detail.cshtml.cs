using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Versions;

/// <summary>A kept version of a plan.</summary>
[Access(Permission.SeePlan)]
public sealed class DetailModel(MoothallDb db) : PageModel
{
    public PlanVersion Version { get; private set; } = null!;
    public PlanCopy Copy { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken cancel)
    {
        var version = await db.Set<PlanVersion>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.PlanId == id && one.Number == number, cancel);
        if (version is null)
        {
            return NotFound();
        }

        (Version, Copy) = (version, version.Read());
        return Page();
    }
}
