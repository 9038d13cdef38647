using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Import;

/// <summary>Loads what a plan is read against.</summary>
internal static class PlanWorlds
{
    /// <summary>The organisations of the partnership and its priorities.</summary>
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
        )
        {
            Priorities = await db.Set<Priority>()
                .AsNoTracking()
                .OrderBy(one => one.Name)
                .Select(one => new KnownPriority(
                    one.Id,
                    one.Name,
                    one.Abbreviation,
                    one.Source == PrioritySource.LocalPolicingBody
                ))
                .ToListAsync(cancel),
        };
}
