using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Moothall.BrowserTests;
using Moothall.Features.Account.SecondFactor;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Bench.Hands;

/// <summary>An account with a password and an authenticator app, which the demonstration's people go without.</summary>
/// <param name="Moot">The product.</param>
/// <param name="Email">What they sign in with.</param>
/// <param name="Key">Their app's key.</param>
internal sealed record HandsAccount(HostedMoot Moot, string Email, byte[] Key)
{
    private const string Password = "herring-lantern-cobble-47";

    /// <summary>Gives one to somebody of the demonstration.</summary>
    public static async Task<HandsAccount> GiveAsync(HostedMoot moot, string name)
    {
        await using var scope = moot.Services.CreateAsyncScope();
        scope
            .ServiceProvider.GetRequiredService<AuditActor>()
            .BeJob("bench", "an account to sign in with");
        var db = scope.ServiceProvider.GetRequiredService<MoothallDb>();
        var user = await db.Set<User>().SingleAsync(one => one.Name == name);
        user.PasswordHash = scope
            .ServiceProvider.GetRequiredService<IPasswordHasher<User>>()
            .HashPassword(user, Password);
        var key = Totp.NewKey();
        db.Add(
            new Authenticator
            {
                UserId = user.Id,
                SealedKey = scope
                    .ServiceProvider.GetRequiredService<AuthenticatorKeys>()
                    .Seal(user.Id, key),
                AddedAt = moot.UtcNow,
            }
        );
        await db.SaveChangesAsync();
        return new(moot, user.Email!, key);
    }

    /// <summary>Signs in as people do who have an account; what it cost.</summary>
    public async Task<Cost> SignInAsync(IPage page)
    {
        await page.GotoAsync("/Account/SignIn");
        var hand = new Hand(page);
        var email = page.GetByLabel("E-mail address");
        if (await email.InputValueAsync() != Email)
        {
            await hand.TypeAsync(email, Email);
        }

        await hand.TypeAsync(page.GetByLabel("Password", new() { Exact = true }), Password);
        await hand.ClickAsync(
            page.GetByRole(AriaRole.Button, new() { Name = "Continue", Exact = true })
        );
        var code = Totp.Code(Key, Totp.StepAt(Moot.UtcNow));
        await hand.TypeAsync(page.GetByLabel("Code from your authenticator app"), code);
        await hand.ClickAsync(
            page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true })
        );
        await page.GetByRole(AriaRole.Heading, new() { Name = "This week" }).WaitForAsync();
        return hand.Done();
    }
}
