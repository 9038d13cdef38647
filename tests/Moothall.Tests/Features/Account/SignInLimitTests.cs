using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.Account.SigningIn;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Account;

/// <summary>Guessing is stopped, and nobody can use that to shut somebody else out.</summary>
public sealed class SignInLimitTests
{
    [Theory, BothDatabases]
    public async Task Ten_failures_lock_for_fifteen_minutes(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.GiveCredentialsAsync(People.Coordinator);
        using var guesser = moot.From("192.0.2.7");
        await FailAsync(guesser, SignInLimits.PerSource);

        Assert.Equal(
            [Credentials.TooMany],
            (await guesser.PasswordAsync(People.Coordinator)).Errors
        );
        Assert.Contains(
            "locked for 15 minutes after too many tries",
            await moot.SignInNotesAsync()
        );
        // The administrator who is rung up about it is told.
        using var adam = await moot.AsAsync(People.Administrator);
        var about = $"/Admin/People/{People.Coordinator.Id}";
        const string stopped = "typed a wrong password or code for this account too often";
        Assert.Contains(stopped, (await adam.GetAsync(about)).Words, StringComparison.Ordinal);
        moot.Clock.Advance(SignInLimits.Wait + TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(
            stopped,
            (await adam.GetAsync(about)).Words,
            StringComparison.Ordinal
        );
        var page = await guesser.PasswordAsync(People.Coordinator);
        Assert.StartsWith("/Account/Code", page.Path, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_administrator_sees_who_is_locked_and_lets_them_try_again(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.GiveCredentialsAsync(People.Coordinator);
        await moot.GiveCredentialsAsync(People.Manager);
        using var guesser = moot.From("192.0.2.7");
        await FailAsync(guesser, SignInLimits.PerSource);
        using var ivy = await moot.AsAsync(People.Administrator);
        var list = await ivy.GetAsync("/Admin/People");
        var locked = Assert.Single(
            list.Document.QuerySelectorAll("main tbody tr"),
            row => row.TextContent.Contains("Locked for now", StringComparison.Ordinal)
        );
        Assert.Contains(People.Coordinator.Name, locked.TextContent, StringComparison.Ordinal);

        var page = await ivy.GetAsync($"/Admin/People/{People.Coordinator.Id}");
        var unlocked = await ivy.PostAsync(page, "Unlock");

        Assert.DoesNotContain("Locked for now", unlocked.Words, StringComparison.Ordinal);
        Assert.Contains(
            "may try again at once after too many tries",
            await moot.SignInNotesAsync()
        );
        Assert.StartsWith(
            "/Account/Code",
            (await guesser.PasswordAsync(People.Coordinator)).Path,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task Codes_count_as_tries_too(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.GiveCredentialsAsync(People.Coordinator);
        using var guesser = moot.From("192.0.2.7");
        var page = await guesser.PasswordAsync(People.Coordinator);
        for (var count = 0; count < SignInLimits.PerSource; count++)
        {
            await guesser.CodeAsync(page, "ABCD-ABCD-ABCD-ABCD");
        }

        var answer = await guesser.CodeAsync(page, moot.CodeNow());
        Assert.Equal([Credentials.TooMany], answer.Errors);
    }

    [Theory, BothDatabases]
    public async Task A_stranger_cannot_lock_a_person_out_on_their_own_device(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.GiveCredentialsAsync(People.Coordinator);
        using var own = moot.From("192.0.2.1");
        await own.SignInAsync(moot, People.Coordinator);
        moot.Clock.Advance(TimeSpan.FromMinutes(1));

        await own.PostAsync(await own.GetAsync("/Account/SignOut"));

        // From the same office, behind the same address, and from everywhere else.
        var limits = moot.Services.GetRequiredService<SignInLimits>();
        foreach (var address in new[] { "192.0.2.1", "198.51.100.1", "198.51.100.2", "::1" })
        {
            for (var count = 0; count < SignInLimits.PerSource; count++)
            {
                var account = People.Coordinator.Email.ToUpperInvariant();
                await limits.CountAsync(new(account, null, address));
            }
        }

        using var newDevice = moot.From("203.0.113.5");
        Assert.Equal(
            [Credentials.TooMany],
            (await newDevice.PasswordAsync(People.Coordinator)).Errors
        );
        var page = await own.PasswordAsync(People.Coordinator);
        Assert.StartsWith("/Account/Code", page.Path, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Tries_at_the_same_moment_are_all_counted(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var limits = moot.Services.GetRequiredService<SignInLimits>();
        var source = new TrySource("A@EXAMPLE.ORG", null, "192.0.2.9");
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 25).Select(_ => limits.CountAsync(source))
        );
        Assert.Equal(10, outcomes.Count(outcome => outcome != TryOutcome.TooMany));
    }

    private static async Task FailAsync(Browser browser, int times)
    {
        for (var count = 0; count < times; count++)
        {
            await browser.PasswordAsync(People.Coordinator, "not the password at all");
        }
    }
}
