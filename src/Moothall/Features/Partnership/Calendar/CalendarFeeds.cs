using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Calendar;

/// <summary>Makes, finds and withdraws the addresses at which calendar programmes read.</summary>
public sealed class CalendarFeeds(MoothallDb db, TimeProvider clock)
{
    /// <summary>The address of a person that works now, or nothing.</summary>
    public Task<CalendarFeed?> OfAsync(Guid userId, CancellationToken cancel) =>
        db.Set<CalendarFeed>()
            .Where(one => one.UserId == userId && one.WithdrawnAt == null)
            .OrderBy(one => one.MadeAt)
            .LastOrDefaultAsync(cancel);

    /// <summary>Makes an address; the one before stops working.</summary>
    /// <returns>Its path on this site, which cannot be found again.</returns>
    public async Task<string> MakeAsync(Guid userId, CancellationToken cancel)
    {
        await WithdrawAsync(userId, cancel);
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        db.Add(
            new CalendarFeed
            {
                UserId = userId,
                TokenHash = HashOf(token),
                MadeAt = clock.GetUtcNow().UtcDateTime,
            }
        );
        await db.SaveChangesAsync(cancel);
        return $"/Calendar/Feed/{token}";
    }

    /// <summary>Stops the address of a person.</summary>
    public async Task WithdrawAsync(Guid userId, CancellationToken cancel)
    {
        var working = await db.Set<CalendarFeed>()
            .Where(one => one.UserId == userId && one.WithdrawnAt == null)
            .ToListAsync(cancel);
        working.ForEach(one => one.WithdrawnAt = clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>
    /// Whose address it is, as they are at this moment, and why it gives them nothing. An address that there never was gives
    /// neither.
    /// </summary>
    public async Task<(CurrentUser? Person, string? Refusal)> FindAsync(
        string token,
        CancellationToken cancel
    )
    {
        var hash = HashOf(token);
        var feed = await db.Set<CalendarFeed>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.TokenHash == hash, cancel);
        if (feed is null)
        {
            return (null, null);
        }

        var account = await db.Set<User>()
            .AsNoTracking()
            .Include(one => one.Grants)
            .SingleAsync(one => one.Id == feed.UserId, cancel);
        var today = UkTime.Today(clock);
        var person = new CurrentUser();
        person.Become(
            account.Id,
            Guid.Empty,
            account.Name,
            account.OrganisationId,
            account.Grants.Where(one => one.IsHeldOn(today)).Select(one => one.Role)
        );
        return (person, Refusal(feed, account, person));
    }

    private static string? Refusal(CalendarFeed feed, User account, CurrentUser person) =>
        feed.WithdrawnAt is not null ? "its address was withdrawn"
        : account.LeftAt is not null ? "the person has left"
        : !person.May(Permission.SeeCalendar) ? $"needs {Permission.SeeCalendar}"
        : null;

    // A token has 256 random bits, so a plain hash cannot be searched.
    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
