using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.Account.Joining;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Account;

/// <summary>From the invitation to the first session, and the link's end.</summary>
public sealed class InvitationTests
{
    private const string Secret = "kettle moss violin";

    [Theory, BothDatabases]
    public async Task An_invited_person_joins_and_holds_the_roles_given(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var path = await InviteAsync(moot);
        using var browser = moot.Visitor();
        var page = await browser.GetAsync(path);
        Assert.Contains("Noor O'Neil", page.Words, StringComparison.Ordinal);

        var weak = await browser.PostAsync(
            page,
            fields: [("Input.Password", "Password1234"), ("Input.Again", "Password1234")]
        );
        Assert.Single(weak.Errors);
        var setUp = await browser.PostAsync(
            weak,
            fields: [("Input.Password", Secret), ("Input.Again", Secret)]
        );
        Assert.StartsWith("/Account/SetUpAuthenticator", setUp.Path, StringComparison.Ordinal);
        var key = SignInSteps.FromBase32(
            setUp.Document.QuerySelector("main .moot-reference")!.TextContent
        );
        await browser.CodeAsync(setUp, moot.CodeNow(key));
        var account = await browser.GetAsync("/Account");
        Assert.Contains("Analyst", account.Words, StringComparison.Ordinal);

        using var second = moot.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync(path)).Status);
    }

    [Theory, BothDatabases]
    public async Task A_link_ends_after_seven_days_and_when_a_new_one_is_made(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var path = await InviteAsync(moot);
        using var browser = moot.Visitor();
        var page = await browser.GetAsync(path);
        moot.Clock.Advance(Invitation.Life);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).Status);
        var late = await browser.PostAsync(
            page,
            fields: [("Input.Password", Secret), ("Input.Again", Secret)]
        );
        Assert.Equal(HttpStatusCode.NotFound, late.Status);

        var person = await moot.WithAsync(db =>
            db.Set<User>().SingleAsync(user => user.Name == "Noor O'Neil")
        );
        Assert.Null(person.PasswordHash);
        using var administrator = await moot.AsAsync(People.Administrator);
        var first = await NewLinkAsync(administrator, person.Id);
        var second = await NewLinkAsync(administrator, person.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(second)).Status);
    }

    [Theory, BothDatabases]
    public async Task A_new_link_needs_a_reason_and_stops_the_old_password_and_sessions(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var codes = await moot.GiveCredentialsAsync(People.Coordinator);
        using var own = await moot.AsAsync(People.Coordinator);
        using var administrator = await moot.AsAsync(People.Administrator);
        var page = await administrator.GetAsync($"/Admin/People/{People.Coordinator.Id}/NewLink");
        Assert.Equal(["Say why"], (await administrator.PostAsync(page)).Errors);
        Assert.Equal("/", (await own.GetAsync("/")).Path);

        await NewLinkAsync(administrator, People.Coordinator.Id);
        Assert.StartsWith(
            "/Account/SignIn",
            (await own.GetAsync("/")).Path,
            StringComparison.Ordinal
        );
        using var visitor = moot.Visitor();
        Assert.Single((await visitor.PasswordAsync(People.Coordinator)).Errors);
        var why = await moot.WithAsync(db =>
            db.Set<Moothall.Platform.Audit.AuditContent>()
                .Select(content => content.Json)
                .ToListAsync()
        );
        Assert.Contains(why, json => json.Contains("checked in person", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_printed_link_is_used_up_by_what_succeeds_and_not_by_what_fails()
    {
        using var link = new FirstAdministratorLink(new TestClock(TestClock.MondayMorning));
        var token = link.Issue().Split('/')[^1];
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            link.UseAsync(token, () => throw new InvalidOperationException())
        );
        var made = 0;
        var both = await Task.WhenAll(
            link.UseAsync(token, () => Task.FromResult(++made)),
            link.UseAsync(token, () => Task.FromResult(++made))
        );
        Assert.Equal([false, true], both.Order());
        Assert.Equal(1, made);
        Assert.False(link.Opens(token));
    }

    [Theory, BothDatabases]
    public async Task The_first_administrator_comes_in_by_the_printed_link_once(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var link = moot.Services.GetRequiredService<FirstAdministratorLink>();
        using var browser = moot.Visitor();
        // Somebody has an account, so the link opens nothing.
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(link.Issue())).Status);

        await moot.WithAsync(db =>
        {
            db.RemoveRange(db.Set<Representative>());
            db.RemoveRange(db.Set<RoleGrant>());
            db.RemoveRange(db.Set<User>());
            return Task.CompletedTask;
        });
        var old = link.Issue();
        moot.Clock.Advance(FirstAdministratorLink.Life);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(old)).Status);
        var path = link.Issue();
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync(path[..^1] + (path[^1] == 'A' ? 'B' : 'A'))).Status
        );
        var setUp = await browser.PostAsync(
            await browser.GetAsync(path),
            fields:
            [
                ("Input.Name", "Ada First"),
                ("Input.Email", "ada@testbourne.example"),
                ("Secret.Password", Secret),
                ("Secret.Again", Secret),
            ]
        );
        Assert.StartsWith("/Account/SetUpAuthenticator", setUp.Path, StringComparison.Ordinal);
        var key = SignInSteps.FromBase32(
            setUp.Document.QuerySelector("main .moot-reference")!.TextContent
        );
        await browser.CodeAsync(setUp, moot.CodeNow(key));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/Admin/People")).Status);
        using var second = moot.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync(path)).Status);
    }

    [Theory, BothDatabases]
    public async Task The_printed_link_works_again_where_no_account_came_of_it(Database database)
    {
        var hasher = new FailingOnce();
        await using var moot = await Moot.StartAsync(
            database,
            services => services.AddSingleton<IPasswordHasher<User>>(hasher)
        );
        await moot.WithAsync(db =>
        {
            db.RemoveRange(db.Set<Representative>());
            db.RemoveRange(db.Set<RoleGrant>());
            db.RemoveRange(db.Set<User>());
            return Task.CompletedTask;
        });
        using var browser = moot.Visitor();
        var page = await browser.GetAsync(
            moot.Services.GetRequiredService<FirstAdministratorLink>().Issue()
        );
        Assert.Equal(HttpStatusCode.InternalServerError, (await ContinueAsync()).Status);
        var setUp = await ContinueAsync();
        Assert.StartsWith("/Account/SetUpAuthenticator", setUp.Path, StringComparison.Ordinal);
        Assert.Equal(1, await moot.WithAsync(db => db.Set<User>().CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await ContinueAsync()).Status);

        Task<Page> ContinueAsync() =>
            browser.PostAsync(
                page,
                fields:
                [
                    ("Input.Name", "Ada First"),
                    ("Input.Email", "ada@testbourne.example"),
                    ("Secret.Password", Secret),
                    ("Secret.Again", Secret),
                ]
            );
    }

    private sealed class FailingOnce : PasswordHasher<User>
    {
        private bool hasFailed;

        public override string HashPassword(User user, string password)
        {
            if (!hasFailed)
            {
                hasFailed = true;
                throw new TimeoutException("The machine was busy.");
            }

            return base.HashPassword(user, password);
        }
    }

    private static async Task<string> InviteAsync(Moot moot)
    {
        using var browser = await moot.AsAsync(People.Administrator);
        var page = await browser.GetAsync("/Admin/People/Invite");
        var shown = await browser.PostAsync(
            page,
            fields:
            [
                ("Input.Name", "Noor O'Neil"),
                ("Input.Post", "Analyst"),
                ("Input.Email", "noor.o'neil@testbourne.example"),
                ("Input.OrganisationId", World.Police.ToString()),
                ("Given.Roles", nameof(Role.Analyst)),
            ]
        );
        return PathOf(shown);
    }

    private static async Task<string> NewLinkAsync(Browser browser, Guid person)
    {
        var page = await browser.GetAsync($"/Admin/People/{person}/NewLink");
        return PathOf(await browser.PostAsync(page, fields: ("Input.Reason", "checked in person")));
    }

    private static string PathOf(Page page) =>
        new Uri(page.Document.QuerySelector("#invitation")!.TextContent.Trim()).PathAndQuery;
}
