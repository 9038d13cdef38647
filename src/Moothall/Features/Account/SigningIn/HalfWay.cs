using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Account.SigningIn;

/// <summary>A person whose password was right and whose second factor is still to come.</summary>
/// <param name="Person">Who.</param>
/// <param name="NewKey">The secret of the authenticator they may add now; nothing where they must give a code of the one they have.</param>
/// <param name="Replaces">Whether it takes the place of another, for which they have just given a code.</param>
public sealed record HalfWayPerson(User Person, byte[]? NewKey, bool Replaces);

/// <summary>
/// What lies between the two factors, in a sealed cookie of five minutes. It opens nothing but the next page: no
/// session exists before both factors were checked.
/// </summary>
public sealed class HalfWay(IDataProtectionProvider protection, MoothallDb db, TimeProvider clock)
{
    private const string Cookie = "moothall-halfway";

    /// <summary>How long one may take for the second factor.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly IDataProtector protector = protection.CreateProtector(
        "Moothall.Account.HalfWay"
    );

    private sealed record Content(
        Guid UserId,
        string Stamp,
        DateTime Until,
        byte[]? NewKey,
        bool Replaces
    );

    /// <summary>The person's next step is a code of the authenticator they have.</summary>
    public void AwaitCode(HttpContext context, User person) => Set(context, person, null, false);

    /// <summary>The person's next step is to add an authenticator.</summary>
    public void AwaitNewAuthenticator(
        HttpContext context,
        User person,
        byte[] key,
        bool replaces
    ) => Set(context, person, key, replaces);

    /// <summary>Who is half way, unless too long ago, gone since, or their password has changed since.</summary>
    public async Task<HalfWayPerson?> FindAsync(HttpContext context)
    {
        if (Read(context) is not { } kept || kept.Until < clock.GetUtcNow().UtcDateTime)
        {
            return null;
        }

        var person = await db.Set<User>()
            .SingleOrDefaultAsync(user => user.Id == kept.UserId && user.LeftAt == null);
        return person is null || (person.SecurityStamp ?? "") != kept.Stamp
            ? null
            : new(person, kept.NewKey, kept.Replaces);
    }

    /// <summary>The way is done or given up.</summary>
    public static void Clear(HttpContext context) =>
        context.Response.Cookies.Delete(Cookie, new() { Path = "/Account" });

    private void Set(HttpContext context, User person, byte[]? key, bool replaces)
    {
        var until = clock.GetUtcNow().UtcDateTime + Limit;
        var content = new Content(person.Id, person.SecurityStamp ?? "", until, key, replaces);
        context.Response.Cookies.Append(
            Cookie,
            protector.Protect(JsonSerializer.Serialize(content)),
            new()
            {
                HttpOnly = true,
                IsEssential = true,
                Path = "/Account",
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            }
        );
    }

    private Content? Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { } text
                ? JsonSerializer.Deserialize<Content>(protector.Unprotect(text))
                : null;
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            return null;
        }
    }
}
