using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Import;

/// <summary>Loads what a plan is read against.</summary>
internal static class PlanWorlds
{
    /// <summary>The organisations of the partnership, their services and its priorities.</summary>
    public static async Task<PlanWorld> LoadAsync(
        MoothallDb db,
        DateOnly today,
        CancellationToken cancel
    ) =>
        new(
            today,
            await ReadAsync(
                db.Set<Organisation>()
                    .OrderBy(one => one.Name)
                    .Select(one => new Named(one.Id, one.Name)),
                cancel
            )
        )
        {
            Services = await ReadAsync(
                db.Set<HubMembership>()
                    .Where(one => one.OrganisationId != null)
                    .OrderBy(one => one.Order)
                    .Select(one => new Named(one.OrganisationId!.Value, one.Name)),
                cancel
            ),
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

    private static async Task<List<(Guid Id, string Name)>> ReadAsync(
        IQueryable<Named> names,
        CancellationToken cancel
    ) => (await names.ToListAsync(cancel)).ConvertAll(one => (one.Id, one.Name));

    private sealed record Named(Guid Id, string Name);
}
