using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Features.Account.SigningIn;

/// <summary>Whether a try is allowed, and whether it is the last one before a wait.</summary>
public enum TryOutcome
{
    Allowed,
    LastAllowed,
    TooMany,
}

/// <summary>Where a try to sign in comes from.</summary>
/// <param name="Account">The account tried, as typed and normalised, whether or not it exists.</param>
/// <param name="Device">A device on which this account signed in before, if it is one.</param>
/// <param name="Address">Network address.</param>
public sealed record TrySource(string Account, Guid? Device, string Address);

/// <summary>
/// Limits guessing without letting a stranger shut somebody out: a device that signed in before has a counter of its
/// own, which nobody else can fill. Strangers share a counter for each account and network address, one for the account
/// and one for the address. A try is counted before it is checked, so that tries at the same moment cannot slip past.
/// </summary>
/// <remarks>Uses its own connection, so that a try stays counted whatever happens to the request. Call it before the request's first save: afterwards the request itself holds up other writers.</remarks>
public sealed class SignInLimits(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
{
    /// <summary>Tries for one account from one place.</summary>
    public const int PerSource = 10;

    /// <summary>Tries for one account from all unknown devices together.</summary>
    public const int PerAccount = 30;

    /// <summary>Tries from one network address for all accounts together; a whole office may share one.</summary>
    public const int PerAddress = 100;

    /// <summary>How long a full counter stays full.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    /// <summary>What the audit says when the last try allowed was wrong.</summary>
    public const string Stopped = "locked for 15 minutes after too many tries";

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <summary>Counts a try and says whether it may be made.</summary>
    public async Task<TryOutcome> CountAsync(TrySource source)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MoothallDb>();
        var worst = TryOutcome.Allowed;
        foreach (var (key, limit) in Counters(source))
        {
            var outcome = await CountAsync(db, key, limit);
            if (outcome == TryOutcome.TooMany)
            {
                return outcome;
            }

            worst = outcome > worst ? outcome : worst;
        }

        return worst;
    }

    /// <summary>Takes a try back because what was given was right; with both factors right, earlier slips count no more.</summary>
    public async Task ForgiveAsync(TrySource source, bool signedIn)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MoothallDb>();
        var counters = Counters(source).Select(counter => counter.Key).ToList();
        using var turn = await gate.EnterAsync(db, CancellationToken.None);
        await db.Set<SignInLimit>()
            .Where(row => counters.Contains(row.Key) && row.Tries > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Tries, row => row.Tries - 1));
        if (signedIn)
        {
            await db.Set<SignInLimit>()
                .Where(row => row.Key == counters[0])
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Tries, 0));
        }
    }

    /// <summary>
    /// When tries for an account were stopped, where the wait is not over; for the administrator who is rung up about it. The
    /// counters themselves tell nobody whose they are, so the audit is asked.
    /// </summary>
    public static Task<DateTime?> StoppedAtAsync(MoothallDb db, Guid userId, DateTime now)
    {
        var since = now - Wait;
        return db.Set<AuditContent>()
            .Where(content => content.Kind == AuditKind.SignIn && content.At > since)
            .Where(content => content.Json.Contains(Stopped))
            .Where(content =>
                db.Set<AuditSubject>()
                    .Any(subject =>
                        subject.Sequence == content.Sequence && subject.RecordId == userId
                    )
            )
            .MaxAsync(content => (DateTime?)content.At);
    }

    private async Task<TryOutcome> CountAsync(MoothallDb db, string key, int limit)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var again = now + Wait;
        using (await gate.EnterAsync(db, CancellationToken.None))
        {
            var counted = await db.Set<SignInLimit>()
                .Where(row => row.Key == key && (row.Until <= now || row.Tries < limit))
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(row => row.Tries, row => row.Until <= now ? 1 : row.Tries + 1)
                        .SetProperty(row => row.Until, again)
                );
            if (counted == 1)
            {
                var tries = await db.Set<SignInLimit>()
                    .Where(row => row.Key == key)
                    .Select(row => row.Tries)
                    .SingleAsync();
                return tries >= limit ? TryOutcome.LastAllowed : TryOutcome.Allowed;
            }
        }

        var tried = await db.Set<SignInLimit>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Key == key);
        if (tried is not null && tried.Until > now && tried.Tries >= limit)
        {
            return TryOutcome.TooMany;
        }

        // A counter that is there and not full was made between the two statements: count again.
        if (tried is not null)
        {
            return await CountAsync(db, key, limit);
        }

        return await BeginAsync(db, key, limit, now);
    }

    private async Task<TryOutcome> BeginAsync(MoothallDb db, string key, int limit, DateTime now)
    {
        using (await gate.EnterAsync(db, CancellationToken.None))
        {
            await db.Set<SignInLimit>()
                .Where(row => row.Until < now - KeptFor)
                .ExecuteDeleteAsync();
        }

        var counter = new SignInLimit
        {
            Key = key,
            Tries = 1,
            Until = now + Wait,
        };
        db.Add(counter);
        try
        {
            await db.SaveChangesAsync();
            return TryOutcome.Allowed;
        }
        catch (DbUpdateException)
        {
            // Two first tries at the same moment: the other one made the counter.
            db.Entry(counter).State = EntityState.Detached;
            return await CountAsync(db, key, limit);
        }
    }

    // The counter of the account at its source comes first: it is the one that a sign-in clears.
    private static IEnumerable<(string Key, int Limit)> Counters(TrySource source)
    {
        if (source.Device is { } device)
        {
            return [(Hash($"{source.Account}\ndevice\n{device}"), PerSource)];
        }

        return
        [
            (Hash($"{source.Account}\naddress\n{source.Address}"), PerSource),
            (Hash($"{source.Account}\nanywhere"), PerAccount),
            (Hash($"\naddress\n{source.Address}"), PerAddress),
        ];
    }

    private static string Hash(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
