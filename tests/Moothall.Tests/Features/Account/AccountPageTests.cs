using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Account.SecondFactor;
using Moothall.Platform.Access;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Account;

/// <summary>People look after their own account and nobody else's.</summary>
public sealed class AccountPageTests
{
    [Theory, BothDatabases]
    public async Task A_session_is_ended_from_another_device(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var here = await moot.AsAsync(People.Coordinator);
        using var elsewhere = await moot.AsAsync(People.Coordinator);
        var page = await here.GetAsync("/Account");
        Assert.Contains("This device", page.Words, StringComparison.Ordinal);
        var after = await here.PostAsync(page, "signed in");
        Assert.Contains("signed out", after.Words, StringComparison.Ordinal);
        Assert.StartsWith(
            "/Account/SignIn",
            (await elsewhere.GetAsync("/")).Path,
            StringComparison.Ordinal
        );
        Assert.Equal("/", (await here.GetAsync("/")).Path);
    }

    [Theory, BothDatabases]
    public async Task Nobody_ends_a_session_of_somebody_else(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var browser = await moot.AsAsync(People.Coordinator);
        using var second = await moot.AsAsync(People.Coordinator);
        using var victim = await moot.AsAsync(People.Manager);
        var target = await moot.WithAsync(db =>
            db.Set<UserSession>().SingleAsync(session => session.UserId == People.Manager.Id)
        );
        var page = await browser.GetAsync("/Account");
        var answer = await browser.PostAsync(
            page,
            "signed in",
            fields: ("session", target.Id.ToString())
        );
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("/", (await victim.GetAsync("/")).Path);
    }

    [Theory, BothDatabases]
    public async Task A_new_password_needs_the_old_one_and_signs_out_the_other_devices(
        Database database
    )
    {
        const string fresh = "kettle moss violin";
        await using var moot = await Moot.StartAsync(database);
        await moot.GiveCredentialsAsync(People.Coordinator);
        using var here = await moot.AsAsync(People.Coordinator);
        using var elsewhere = await moot.AsAsync(People.Coordinator);
        var page = await here.GetAsync("/Account/Password");
        (string, string?)[] typed = [("Secret.Password", fresh), ("Secret.Again", fresh)];
        var wrong = await here.PostAsync(page, fields: [("Input.Password", "a guess"), .. typed]);
        Assert.Equal(["The password is not right."], wrong.Errors);

        var done = await here.PostAsync(
            wrong,
            fields: [("Input.Password", World.Password), .. typed]
        );
        Assert.Equal("/Account", done.Path);
        Assert.StartsWith(
            "/Account/SignIn",
            (await elsewhere.GetAsync("/")).Path,
            StringComparison.Ordinal
        );
        using var old = moot.Visitor();
        Assert.Single((await old.PasswordAsync(People.Coordinator)).Errors);
        var code = await old.PasswordAsync(People.Coordinator, fresh);
        Assert.StartsWith("/Account/Code", code.Path, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task New_recovery_codes_need_both_factors_and_stop_the_old_ones(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var old = await moot.GiveCredentialsAsync(People.Coordinator);
        using var browser = await moot.AsAsync(People.Coordinator);
        var page = await browser.GetAsync("/Account/RecoveryCodes");
        var wrong = await browser.PostAsync(
            page,
            fields: [("Input.Password", World.Password), ("Input.Code", "0000-0000-0000-0000")]
        );
        Assert.Single(wrong.Errors);
        var shown = await browser.PostAsync(
            wrong,
            fields: [("Input.Password", World.Password), ("Input.Code", moot.CodeNow())]
        );
        var codes = shown.Document.QuerySelectorAll("main .moot-reference");
        Assert.Equal(RecoveryCode.Count, codes.Length);

        using var other = moot.Visitor();
        var step = await other.PasswordAsync(People.Coordinator);
        Assert.Single((await other.CodeAsync(step, old[0])).Errors);
        Assert.Equal("/", (await other.CodeAsync(step, codes[0].TextContent)).Path);
    }

    [Theory, BothDatabases]
    public async Task Another_authenticator_takes_the_place_of_the_first(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.GiveCredentialsAsync(People.Coordinator);
        using var browser = await moot.AsAsync(People.Coordinator);
        var page = await browser.GetAsync("/Account/NewAuthenticator");
        var setUp = await browser.PostAsync(
            page,
            fields: [("Input.Password", World.Password), ("Input.Code", moot.CodeNow())]
        );
        var key = SignInSteps.FromBase32(
            setUp.Document.QuerySelector("main .moot-reference")!.TextContent
        );
        await browser.CodeAsync(setUp, moot.CodeNow(key));
        moot.Clock.Advance(TimeSpan.FromMinutes(1));

        using var other = moot.Visitor();
        var step = await other.PasswordAsync(People.Coordinator);
        Assert.Single((await other.CodeAsync(step, moot.CodeNow())).Errors);
        Assert.Equal("/", (await other.CodeAsync(step, moot.CodeNow(key))).Path);
    }
}
