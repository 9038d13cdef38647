using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.Account.SecondFactor;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Account;

/// <summary>Accounts with a real password and authenticator, and the steps of signing in by hand.</summary>
internal static class SignInSteps
{
    public static readonly byte[] Key = [.. Enumerable.Range(1, 20).Select(n => (byte)n)];

    /// <summary>Gives a person the password of the test partnership and an authenticator.</summary>
    public static async Task<IReadOnlyList<string>> GiveCredentialsAsync(
        this Moot moot,
        Person person,
        bool authenticator = true
    )
    {
        var (codes, rows) = RecoveryCode.New(person.Id);
        await moot.WithAsync(async db =>
        {
            var user = await db.Set<User>().SingleAsync(user => user.Id == person.Id);
            user.PasswordHash = moot
                .Services.GetRequiredService<IServiceScopeFactory>()
                .CreateScope()
                .ServiceProvider.GetRequiredService<IPasswordHasher<User>>()
                .HashPassword(user, World.Password);
            if (authenticator)
            {
                db.Add(
                    new Authenticator
                    {
                        UserId = person.Id,
                        SealedKey = moot
                            .Services.GetRequiredService<AuthenticatorKeys>()
                            .Seal(person.Id, Key),
                        AddedAt = moot.Clock.GetUtcNow().UtcDateTime,
                    }
                );
                db.AddRange(rows);
            }
        });
        return codes;
    }

    /// <summary>The code the app shows now.</summary>
    public static string CodeNow(this Moot moot, byte[]? key = null) =>
        Totp.Code(key ?? Key, Totp.StepAt(moot.Clock.GetUtcNow().UtcDateTime));

    /// <summary>A browser at some network address.</summary>
    public static Browser From(this Moot moot, string address) =>
        new(
            moot.Server.CreateHandler(context =>
                context.Connection.RemoteIpAddress = IPAddress.Parse(address)
            ),
            null
        );

    public static async Task<Page> PasswordAsync(
        this Browser browser,
        Person person,
        string password = World.Password,
        string returnUrl = "/"
    )
    {
        var page = await browser.GetAsync(
            $"/Account/SignIn?returnUrl={Uri.EscapeDataString(returnUrl)}"
        );
        return await browser.PostAsync(
            page,
            fields: [("Input.Email", person.Email), ("Input.Password", password)]
        );
    }

    public static Task<Page> CodeAsync(this Browser browser, Page page, string code) =>
        browser.PostAsync(page, fields: ("Input.Code", code));

    /// <summary>Both steps.</summary>
    public static async Task<Page> SignInAsync(this Browser browser, Moot moot, Person person) =>
        await browser.CodeAsync(await browser.PasswordAsync(person), moot.CodeNow());

    /// <summary>What the audit says about signing in, in order.</summary>
    public static Task<List<string?>> SignInNotesAsync(this Moot moot) =>
        moot.WithAsync(async db =>
            (
                await db.Set<AuditContent>()
                    .AsNoTracking()
                    .Where(content => content.Kind == AuditKind.SignIn)
                    .OrderBy(content => content.Sequence)
                    .Select(content => content.Json)
                    .ToListAsync()
            )
                .Select(json => AuditPayload.FromJson(json).Note)
                .ToList()
        );

    /// <summary>The bytes of a key as the page shows it.</summary>
    public static byte[] FromBase32(string text)
    {
        var bits = string.Concat(
            text.Where(char.IsAsciiLetterOrDigit)
                .Select(letter =>
                    Convert
                        .ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter), 2)
                        .PadLeft(5, '0')
                )
        );
        return
        [
            .. bits.Chunk(8)
                .Where(chunk => chunk.Length == 8)
                .Select(chunk => Convert.ToByte(new string(chunk), 2)),
        ];
    }
}
