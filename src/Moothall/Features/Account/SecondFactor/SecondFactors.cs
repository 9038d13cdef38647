using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;

namespace Moothall.Features.Account.SecondFactor;

/// <summary>Takes away what a person's second factor was.</summary>
public static class SecondFactors
{
    /// <summary>Removes the authenticator and every recovery code.</summary>
    public static async Task RemoveAsync(MoothallDb db, Guid userId)
    {
        db.RemoveRange(
            await db.Set<Authenticator>().Where(own => own.UserId == userId).ToListAsync()
        );
        await RemoveCodesAsync(db, userId);
    }

    /// <summary>Removes every recovery code.</summary>
    public static async Task RemoveCodesAsync(MoothallDb db, Guid userId)
    {
        db.RemoveRange(
            await db.Set<RecoveryCode>().Where(own => own.UserId == userId).ToListAsync()
        );
        await db.SaveChangesAsync();
    }
}
