using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Features.Partnership.Settings;
using Moothall.Platform;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Presets;

/// <summary>Throws a database away to begin again; one in which a real partnership has begun to work is never thrown away.</summary>
public static class DatabaseReset
{
    /// <summary>Deletes the database, unless that would lose somebody's work or is not ours to delete.</summary>
    /// <returns>Whether one can go on from here, and why.</returns>
    public static async Task<Verdict> TryAsync(MoothallDb db)
    {
        if (
            !await db.Database.CanConnectAsync()
            || !(await db.Database.GetAppliedMigrationsAsync()).Any()
        )
        {
            return Verdict.Yes("There is nothing to throw away.");
        }

        var worked = await db.Set<Referral>().AnyAsync() || await db.Set<HubCase>().AnyAsync();
        var real = await db.Set<PartnershipSettings>()
            .AnyAsync(one => one.DemonstrationSeed == null);
        if (worked && real)
        {
            return Verdict.No(
                "This database holds the referrals and cases of a partnership that is no demonstration, so it was not thrown away. To begin again, choose another with --database, or remove it by hand."
            );
        }

        await db.Database.EnsureDeletedAsync();
        return Verdict.Yes("It was thrown away.");
    }
}
