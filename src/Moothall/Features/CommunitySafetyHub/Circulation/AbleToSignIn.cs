using Microsoft.EntityFrameworkCore;
using Moothall.Features.Account.SecondFactor;
using Moothall.Features.Partnership.Settings;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>
/// Who can read in the product. A lock-out after wrong passwords ends by itself and does not count: otherwise anyone could move
/// a colleague's minutes to the weaker route by mistyping.
/// </summary>
internal static class AbleToSignIn
{
    /// <summary>Those of the people who have set up their second factor; in a demonstration, where one click signs in, everyone with a role.</summary>
    public static async Task<HashSet<Guid>> AmongAsync(
        MoothallDb db,
        IReadOnlyCollection<Guid> people,
        CancellationToken cancel
    ) =>
        await db.Set<PartnershipSettings>()
            .AnyAsync(settings => settings.DemonstrationSeed != null, cancel)
            ? await db.Set<RoleGrant>()
                .Where(grant => people.Contains(grant.UserId))
                .Select(grant => grant.UserId)
                .ToHashSetAsync(cancel)
            : await db.Set<Authenticator>()
                .Where(authenticator => people.Contains(authenticator.UserId))
                .Select(authenticator => authenticator.UserId)
                .ToHashSetAsync(cancel);
}
