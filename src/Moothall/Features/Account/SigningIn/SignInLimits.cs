using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
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
        foreach (var counter in Counters(source))
        {
            var outcome = await CountAsync(db, counter);
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

    /// <summary>The accounts whose wait is not over, for the administrator who is rung up about one.</summary>
    public static async Task<StoppedAccounts> StoppedAsync(
        MoothallDb db,
        DateTime now,
        CancellationToken cancel = default
    )
    {
        var full = await db.Set<SignInLimit>()
            .Where(row => row.Account != "" && row.Until > now && row.Tries >= row.Most)
            .Select(row => new { row.Account, row.Until })
            .ToListAsync(cancel);
        return new(full.ToLookup(row => row.Account, row => row.Until - Wait));
    }

    /// <summary>Forgets every try for an account, so that its owner need not wait; those for all accounts from one address stay.</summary>
    public static Task<int> LetTryAgainAsync(MoothallDb db, User person)
    {
        var account = HashOf(person);
        return db.InTurnAsync(() =>
            db.Set<SignInLimit>()
                .Where(row => row.Account == account)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Tries, 0))
        );
    }

    internal static string HashOf(User person) => Hash(person.NormalizedUserName ?? "");

    private async Task<TryOutcome> CountAsync(MoothallDb db, Counter counter)
    {
        var (key, _, limit) = counter;
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
            return await CountAsync(db, counter);
        }

        return await BeginAsync(db, counter, now);
    }

    private async Task<TryOutcome> BeginAsync(MoothallDb db, Counter begun, DateTime now)
    {
        using (await gate.EnterAsync(db, CancellationToken.None))
        {
            await db.Set<SignInLimit>()
                .Where(row => row.Until < now - KeptFor)
                .ExecuteDeleteAsync();
        }

        var counter = new SignInLimit
        {
            Key = begun.Key,
            Account = begun.Account,
            Most = begun.Limit,
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
            return await CountAsync(db, begun);
        }
    }

    private sealed record Counter(string Key, string Account, int Limit);

    // The counter of the account at its source comes first: it is the one that a sign-in clears.
    private static IEnumerable<Counter> Counters(TrySource source)
    {
        var account = Hash(source.Account);
        if (source.Device is { } device)
        {
            return [new(Hash($"{source.Account}\ndevice\n{device}"), account, PerSource)];
        }

        return
        [
            new(Hash($"{source.Account}\naddress\n{source.Address}"), account, PerSource),
            new(Hash($"{source.Account}\nanywhere"), account, PerAccount),
            new(Hash($"\naddress\n{source.Address}"), "", PerAddress),
        ];
    }

    private static string Hash(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Accounts for which tries to sign in are stopped at this moment.</summary>
public sealed class StoppedAccounts(ILookup<string, DateTime> stopped)
{
    /// <summary>When the last try of a person's account was made, in UTC; nothing where it is not stopped.</summary>
    public DateTime? Of(User person) =>
        stopped[SignInLimits.HashOf(person)].Select(at => (DateTime?)at).Max();
}
