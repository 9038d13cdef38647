using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Account.SecondFactor;
using Moothall.Platform.Access;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Account;

/// <summary>Nobody gets in without both factors, and each factor's code counts once.</summary>
public sealed class SignInTests
{
    private const string WrongPassword = "The e-mail address or password is not right.";

    [Theory, BothDatabases]
    public async Task Password_and_code_begin_a_session_at_the_address_asked_for(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.GiveCredentialsAsync(People.Coordinator);
        using var browser = moot.Visitor();

        var code = await browser.PasswordAsync(People.Coordinator, returnUrl: "/Account?x=1");
        Assert.StartsWith("/Account/Code", code.Path, StringComparison.Ordinal);
        Assert.StartsWith(
            "/Account/SignIn",
            (await browser.GetAsync("/")).Path,
            StringComparison.Ordinal
        );

        var home = await browser.CodeAsync(code, moot.CodeNow());
        Assert.Equal("/Account?x=1", home.Path);
        Assert.Equal("/", (await browser.GetAsync("/")).Path);
        Assert.Equal(["signed in"], await moot.SignInNotesAsync());
    }

    [Theory, BothDatabases]
    public async Task Unknown_account_wrong_password_and_leaver_read_the_same(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.GiveCredentialsAsync(People.Coordinator);
        await moot.GiveCredentialsAsync(People.Manager);
        await moot.WithAsync(async db =>
        {
            var leaver = await db.Set<User>().SingleAsync(user => user.Id == People.Manager.Id);
            leaver.LeftAt = moot.Clock.GetUtcNow().UtcDateTime;
        });
        using var browser = moot.Visitor();
        var nobody = People.Chair with { Name = "Nobody Here" };

        foreach (
            var page in new[]
            {
                await browser.PasswordAsync(People.Coordinator, "not the password at all"),
                await browser.PasswordAsync(nobody),
                await browser.PasswordAsync(People.Manager),
                await browser.PasswordAsync(People.Police),
            }
        )
        {
            Assert.Equal([WrongPassword], page.Errors);
        }

        Assert.DoesNotContain(
            "nobody@",
            string.Concat(
                await moot.WithAsync(db =>
                    db.Set<Moothall.Platform.Audit.AuditContent>().Select(c => c.Json).ToListAsync()
                )
            ),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Theory, BothDatabases]
    public async Task A_device_of_one_person_knows_their_address_and_of_two_tells_neither(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.GiveCredentialsAsync(People.Coordinator);
        await moot.GiveCredentialsAsync(People.Manager);
        using var browser = moot.Visitor();
        Assert.Equal("", await ShownAsync());
        await browser.SignInAsync(moot, People.Coordinator);
        await SignOutAsync();
        Assert.Equal(People.Coordinator.Email, await ShownAsync());

        await browser.SignInAsync(moot, People.Manager);
        await SignOutAsync();
        Assert.Equal("", await ShownAsync());

        async Task SignOutAsync() =>
            await browser.PostAsync(await browser.GetAsync("/Account/SignOut"));

        async Task<string?> ShownAsync() =>
            (await browser.GetAsync("/Account/SignIn"))
                .Document.QuerySelector("#Input_Email")!
                .GetAttribute("value");
    }

    [Theory, BothDatabases]
    public async Task A_device_forgets_the_address_of_a_leaver(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.GiveCredentialsAsync(People.Coordinator);
        using var browser = moot.Visitor();
        await browser.SignInAsync(moot, People.Coordinator);
        await moot.WithAsync(async db =>
            (await db.Set<User>().SingleAsync(user => user.Id == People.Coordinator.Id)).LeftAt =
                moot.Clock.GetUtcNow().UtcDateTime
        );
        var page = await browser.GetAsync("/Account/SignIn");
        Assert.DoesNotContain(
            People.Coordinator.Email,
            page.Document.Source.Text,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_wrong_code_and_a_code_used_before_are_refused(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.GiveCredentialsAsync(People.Coordinator);
        using var browser = moot.Visitor();
        var right = moot.CodeNow();
        var wrong = right[0] == '9' ? "0" + right[1..] : "9" + right[1..];

        var page = await browser.PasswordAsync(People.Coordinator);
        Assert.Single((await browser.CodeAsync(page, wrong)).Errors);
        Assert.Equal("/", (await browser.CodeAsync(page, right)).Path);

        using var other = moot.Visitor();
        var second = await other.PasswordAsync(People.Coordinator);
        Assert.Single((await other.CodeAsync(second, right)).Errors);
        // Nor the code of the step before, which has been overtaken.
        var earlier = Totp.Code(
            SignInSteps.Key,
            Totp.StepAt(moot.Clock.GetUtcNow().UtcDateTime) - 1
        );
        Assert.Single((await other.CodeAsync(second, earlier)).Errors);
        moot.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("/", (await other.CodeAsync(second, moot.CodeNow())).Path);
    }

    [Theory, BothDatabases]
    public async Task The_same_code_sent_many_times_at_once_is_taken_once(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.GiveCredentialsAsync(People.Coordinator);
        var browsers = Enumerable.Range(0, 4).Select(_ => moot.Visitor()).ToList();
        var pages = new List<Page>();
        foreach (var browser in browsers)
        {
            pages.Add(await browser.PasswordAsync(People.Coordinator));
        }

        var code = moot.CodeNow();
        var answers = await Task.WhenAll(
            browsers.Zip(pages, (browser, page) => browser.CodeAsync(page, code))
        );
        Assert.Single(answers, page => page.Path == "/");
        browsers.ForEach(browser => browser.Dispose());
    }

    [Theory, BothDatabases]
    public async Task A_recovery_code_signs_in_once(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var codes = await moot.GiveCredentialsAsync(People.Coordinator);
        using var browser = moot.Visitor();
        var home = await browser.CodeAsync(
            await browser.PasswordAsync(People.Coordinator),
            codes[0].ToLowerInvariant()
        );
        Assert.Equal("/", home.Path);
        Assert.Contains("You have 9 left", home.Words, StringComparison.Ordinal);

        using var other = moot.Visitor();
        var page = await other.PasswordAsync(People.Coordinator);
        Assert.Single((await other.CodeAsync(page, codes[0])).Errors);
        Assert.Contains("signed in with a recovery code", await moot.SignInNotesAsync());
    }

    [Theory, BothDatabases]
    public async Task Half_way_ends_after_five_minutes_and_when_the_password_changes(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.GiveCredentialsAsync(People.Coordinator);
        using var browser = moot.Visitor();
        var page = await browser.PasswordAsync(People.Coordinator);
        moot.Clock.Advance(TimeSpan.FromMinutes(6));
        var late = await browser.CodeAsync(page, moot.CodeNow());
        Assert.StartsWith("/Account/SignIn", late.Path, StringComparison.Ordinal);

        page = await browser.PasswordAsync(People.Coordinator);
        await moot.WithAsync(async db =>
        {
            var user = await db.Set<User>().SingleAsync(user => user.Id == People.Coordinator.Id);
            user.SecurityStamp = "CHANGED";
        });
        var changed = await browser.CodeAsync(page, moot.CodeNow());
        Assert.StartsWith("/Account/SignIn", changed.Path, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Without_an_authenticator_one_is_set_up_before_any_session(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.GiveCredentialsAsync(People.Coordinator, authenticator: false);
        using var browser = moot.Visitor();
        var page = await browser.PasswordAsync(People.Coordinator);
        Assert.StartsWith("/Account/SetUpAuthenticator", page.Path, StringComparison.Ordinal);
        Assert.StartsWith(
            "/Account/SignIn",
            (await browser.GetAsync("/")).Path,
            StringComparison.Ordinal
        );
        using var picture = await browser.SendAsync(new(HttpMethod.Get, "/Account/Qr"));
        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);

        var key = SignInSteps.FromBase32(
            page.Document.QuerySelector("main .moot-reference")!.TextContent
        );
        var wrong = await browser.CodeAsync(page, moot.CodeNow(new byte[20]));
        Assert.Single(wrong.Errors);
        var done = await browser.CodeAsync(page, moot.CodeNow(key));
        var codes = done.Document.QuerySelectorAll("main .moot-reference");
        Assert.Equal(RecoveryCode.Count, codes.Length);
        Assert.Equal("/", (await browser.GetAsync("/")).Path);

        // The database holds neither the key nor a code.
        await moot.WithAsync(async db =>
        {
            var kept = await db.Set<Authenticator>().SingleAsync();
            Assert.Equal(-1, kept.SealedKey.AsSpan().IndexOf(key));
            Assert.Equal(10, await db.Set<RecoveryCode>().CountAsync());
        });

        // With the password alone, nobody replaces it.
        using var thief = moot.Visitor();
        var asked = await thief.PasswordAsync(People.Coordinator);
        Assert.StartsWith("/Account/Code", asked.Path, StringComparison.Ordinal);
        var tried = await thief.GetAsync("/Account/SetUpAuthenticator");
        Assert.StartsWith("/Account/SignIn", tried.Path, StringComparison.Ordinal);
        using var none = await thief.SendAsync(new(HttpMethod.Get, "/Account/Qr"));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task No_address_off_the_site_is_followed(string address)
    {
        await using var moot = await Moot.StartAsync(Database.Sqlite);
        await moot.GiveCredentialsAsync(People.Coordinator);
        using var browser = moot.Visitor();
        var page = await browser.PasswordAsync(People.Coordinator, returnUrl: address);
        Assert.Equal("/Account/Code?returnUrl=%2F", page.Path);
        Assert.Equal("/", (await browser.CodeAsync(page, moot.CodeNow())).Path);
    }

    [Theory, BothDatabases]
    public async Task Signing_out_ends_the_session_itself(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.GiveCredentialsAsync(People.Coordinator);
        using var browser = moot.Visitor();
        await browser.SignInAsync(moot, People.Coordinator);
        var page = await browser.GetAsync("/Account/SignOut");
        var after = await browser.PostAsync(page);
        Assert.Equal("/Account/SignIn", after.Path);
        var sessions = await moot.WithAsync(db => db.Set<UserSession>().ToListAsync());
        Assert.NotNull(Assert.Single(sessions).EndedAt);
    }
}
