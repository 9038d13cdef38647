using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Email;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>Tells people that there is something to see about a referral, and nothing more (settled 13).</summary>
public sealed class ReferralNotices(MoothallDb db, Notices notices, TimeProvider clock)
{
    /// <summary>Tells the writer that it was decided about (S1-6.4).</summary>
    public async Task DecidedAsync(Referral referral, CancellationToken cancel)
    {
        if (await db.Set<User>().FindAsync([referral.ReferredById], cancel) is { } writer)
        {
            notices.Write(writer, NoticeAbout.ReferralDecided, $"/Referrals/{referral.Reference}");
        }
    }

    /// <summary>Tells whoever triages that one waits, except its writer.</summary>
    public async Task ReceivedAsync(Referral referral, CancellationToken cancel)
    {
        var today = UkTime.Today(clock);
        var triaging = await db.Set<User>()
            .Where(user =>
                user.Id != referral.ReferredById
                && user.LeftAt == null
                && user.Grants.Any(grant =>
                    (grant.Role == Role.Coordinator || grant.Role == Role.Chair)
                    && grant.From <= today
                    && (grant.Until == null || grant.Until >= today)
                )
            )
            .ToListAsync(cancel);
        foreach (var user in triaging)
        {
            notices.Write(user, NoticeAbout.ReferralReceived, "/Referrals");
        }
    }
}
