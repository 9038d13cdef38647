using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Account.SecondFactor;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Features.Account.SigningIn;

/// <summary>
/// Checks passwords and codes, counts tries and records failures. An account that does not exist, has left or has no
/// password yet answers in the same words and after the same work as a wrong password.
/// </summary>
public sealed class Credentials(
    MoothallDb db,
    IPasswordHasher<User> hasher,
    ILookupNormalizer normalizer,
    AuthenticatorKeys keys,
    SignInLimits limits,
    KnownDevice devices,
    AuditQueue audit,
    AuditActor actor,
    WriteGate gate,
    TimeProvider clock
)
{
    /// <summary>What is said to whoever tried too often.</summary>
    public const string TooMany =
        "There were too many tries. Wait 15 minutes, or use a device you have signed in on before.";

    private const string Wrong = "The e-mail address or password is not right.";
    private const string WrongCode =
        "That code is not right, or was used before. Wait for the app to show the next one.";

    // Checked in place of an account that is not there, so that the answer takes as long.
    private static readonly Lazy<string> NobodysPassword = new(() =>
        RandomNumberGenerator.GetHexString(32)
    );
    private static string? nobodysHash;

    /// <summary>The person whose e-mail address and password these are, or what to tell.</summary>
    public async Task<(User? Person, string? Problem)> CheckPasswordAsync(
        HttpContext context,
        string email,
        string password
    )
    {
        var account = normalizer.NormalizeEmail(email.Trim());
        var person = await db.Set<User>()
            .SingleOrDefaultAsync(user => user.NormalizedEmail == account && user.LeftAt == null);
        var source = SourceOf(context, account, person);
        var outcome = await limits.CountAsync(source);
        if (outcome == TryOutcome.TooMany)
        {
            return (null, TooMany);
        }

        var owner = person ?? new User { Name = "" };
        nobodysHash ??= hasher.HashPassword(owner, NobodysPassword.Value);
        var verdict = hasher.VerifyHashedPassword(
            owner,
            person?.PasswordHash ?? nobodysHash,
            password
        );
        if (person?.PasswordHash is null || verdict == PasswordVerificationResult.Failed)
        {
            await RecordFailureAsync(
                person,
                person is null ? "no such account" : "wrong password",
                outcome
            );
            return (null, Wrong);
        }

        await limits.ForgiveAsync(source, signedIn: false);
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            person.PasswordHash = hasher.HashPassword(person, password);
        }

        return (person, null);
    }

    /// <summary>What is wrong with a code of the person's authenticator, or nothing. A code counts once (security.md).</summary>
    public async Task<string?> CheckCodeAsync(HttpContext context, User person, string typed)
    {
        var source = SourceOf(context, person.NormalizedEmail ?? "", person);
        var outcome = await limits.CountAsync(source);
        if (outcome == TryOutcome.TooMany)
        {
            return TooMany;
        }

        var right = Totp.HasShape(typed)
            ? await UseCodeAsync(person, typed)
            : await UseRecoveryCodeAsync(person, typed);
        if (!right)
        {
            await RecordFailureAsync(person, "wrong code", outcome);
            return WrongCode;
        }

        await limits.ForgiveAsync(source, signedIn: true);
        return null;
    }

    private async Task<bool> UseCodeAsync(User person, string typed)
    {
        var own = await db.Set<Authenticator>()
            .AsNoTracking()
            .SingleOrDefaultAsync(authenticator => authenticator.UserId == person.Id);
        if (
            own is null
            || Totp.StepOf(
                keys.Open(person.Id, own.SealedKey),
                typed,
                clock.GetUtcNow().UtcDateTime
            )
                is not { } step
        )
        {
            return false;
        }

        // One statement decides, so that the same code sent twice at the same moment is taken once.
        using var turn = await gate.EnterAsync(db, CancellationToken.None);
        return await db.Set<Authenticator>()
                .Where(authenticator => authenticator.Id == own.Id && authenticator.LastStep < step)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.LastStep, step)) == 1;
    }

    private async Task<bool> UseRecoveryCodeAsync(User person, string typed)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var hash = RecoveryCode.HashOf(person.Id, typed);
        using (await gate.EnterAsync(db, CancellationToken.None))
        {
            var used = await db.Set<RecoveryCode>()
                .Where(code => code.UserId == person.Id && code.Hash == hash && code.UsedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(code => code.UsedAt, now));
            if (used == 0)
            {
                return false;
            }
        }

        await RecordAsync(person, "a recovery code was used");
        return true;
    }

    private async Task RecordFailureAsync(User? person, string what, TryOutcome outcome)
    {
        await RecordAsync(person, what);
        if (outcome == TryOutcome.LastAllowed)
        {
            await RecordAsync(person, SignInLimits.Stopped);
        }
    }

    // What was typed as an address is not kept: people type their password there by mistake.
    private Task RecordAsync(User? person, string note) =>
        audit.AppendAsync(
            AuditPayload.Of(AuditKind.SignIn, actor) with
            {
                Note = note,
                Subjects = person is null ? [] : [new(nameof(User), person.Id)],
            }
        );

    private TrySource SourceOf(HttpContext context, string account, User? person) =>
        new(
            account,
            person is null ? null : devices.Of(context, person.Id),
            context.Connection.RemoteIpAddress?.ToString() ?? ""
        );
}
