using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Import;

/// <summary>Loads what a plan is read against.</summary>
internal static class PlanWorlds
{
    /// <summary>The organisations of the partnership.</summary>
    public static async Task<PlanWorld> LoadAsync(
        MoothallDb db,
        DateOnly today,
        CancellationToken cancel
    ) =>
        new(
            today,
            [
                .. (
                    await db.Set<Organisation>()
                        .AsNoTracking()
                        .OrderBy(one => one.Name)
                        .Select(one => new { one.Id, one.Name })
                        .ToListAsync(cancel)
                ).Select(one => (one.Id, one.Name)),
            ]
        );
}
