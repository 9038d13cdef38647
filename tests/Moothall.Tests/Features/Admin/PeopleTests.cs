using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Tests.Features.Account;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Admin;

/// <summary>What administrators do to accounts, and what is refused them.</summary>
public sealed class PeopleTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory, BothDatabases]
    public async Task A_leaver_is_out_at_once(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.GiveCredentialsAsync(People.Housing);
        using var leaver = await moot.AsAsync(People.Housing);
        Assert.Equal("/", (await leaver.GetAsync("/")).Path);
        using var administrator = await moot.AsAsync(People.Administrator);
        var check = await administrator.GetAsync($"/Admin/People/{People.Housing.Id}/Leave");
        await administrator.PostAsync(check);

        Assert.StartsWith(
            "/Account/SignIn",
            (await leaver.GetAsync("/")).Path,
            StringComparison.Ordinal
        );
        using var again = moot.Visitor();
        Assert.Single((await again.PasswordAsync(People.Housing)).Errors);
        await moot.WithAsync(async db =>
        {
            Assert.All(
                await db.Set<Representative>()
                    .Where(one => one.UserId == People.Housing.Id)
                    .ToListAsync(),
                one => Assert.Equal(Today, one.Until)
            );
            Assert.All(
                await db.Set<RoleGrant>()
                    .Where(one => one.UserId == People.Housing.Id)
                    .ToListAsync(),
                one => Assert.Equal(Today, one.Until)
            );
        });
        var repeated = await administrator.GetAsync($"/Admin/People/{People.Housing.Id}/Leave");
        Assert.Equal(HttpStatusCode.NotFound, repeated.Status);
    }

    [Theory, BothDatabases]
    public async Task A_role_counts_from_its_first_day_to_its_last(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var administrator = await moot.AsAsync(People.Administrator);
        var page = await administrator.GetAsync($"/Admin/People/{People.Analyst.Id}/Roles");
        (string, string?)[] Days(string first, string last) =>
            [
                ("Input.Roles", nameof(Role.DataProtection)),
                ("Input.From.Day", first),
                ("Input.From.Month", "11"),
                ("Input.From.Year", "2026"),
                ("Input.Until.Day", last),
                ("Input.Until.Month", "11"),
                ("Input.Until.Year", "2026"),
            ];
        Assert.Single((await administrator.PostAsync(page, fields: Days("24", "23"))).Errors);
        Assert.Empty((await administrator.PostAsync(page, fields: Days("24", "25"))).Errors);

        Assert.Equal(HttpStatusCode.Forbidden, await AuditStatusAsync(moot));
        moot.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.OK, await AuditStatusAsync(moot));
        moot.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.Forbidden, await AuditStatusAsync(moot));
    }

    [Theory, BothDatabases, Rule("C9")]
    public async Task A_reserve_approver_is_named_beforehand(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var administrator = await moot.AsAsync(People.Administrator);
        var page = await administrator.GetAsync($"/Admin/People/{People.Analyst.Id}/Roles");
        (string, string?)[] From(string day) =>
            [
                ("Input.Roles", nameof(Role.MinuteApprover)),
                ("Input.From.Day", day),
                ("Input.From.Month", "11"),
                ("Input.From.Year", "2026"),
            ];
        Assert.Contains(
            "named beforehand",
            (await administrator.PostAsync(page, fields: From("22"))).Errors.Single(),
            StringComparison.Ordinal
        );
        Assert.Empty((await administrator.PostAsync(page, fields: From("23"))).Errors);
    }

    [Theory, BothDatabases]
    public async Task A_role_taken_away_is_gone_at_once(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var member = await moot.AsAsync(People.DataProtection);
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync("/Admin/Audit")).Status);
        using var administrator = await moot.AsAsync(People.Administrator);
        var page = await administrator.GetAsync($"/Admin/People/{People.DataProtection.Id}");
        await administrator.PostAsync(page, "Take away");
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync("/Admin/Audit")).Status);
    }

    [Theory, BothDatabases]
    public async Task Nobody_changes_their_own_roles_or_removes_the_last_administrator(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var administrator = await moot.AsAsync(People.Administrator);
        var own = People.Administrator.Id;
        var page = await administrator.GetAsync($"/Admin/People/{own}/Roles");
        var refused = await administrator.PostAsync(
            page,
            fields: ("Input.Roles", nameof(Role.Coordinator))
        );
        Assert.Contains("your own roles", Assert.Single(refused.Errors), StringComparison.Ordinal);
        var leave = await administrator.PostAsync(
            await administrator.GetAsync($"/Admin/People/{own}/Leave")
        );
        Assert.Single(leave.Errors);
        Assert.Equal("/", (await administrator.GetAsync("/")).Path);
        var roles = await moot.WithAsync(db =>
            db.Set<RoleGrant>().Where(grant => grant.UserId == own).ToListAsync()
        );
        Assert.Equal(Role.Administrator, Assert.Single(roles).Role);
    }

    [Theory, BothDatabases]
    public async Task An_address_is_used_by_one_account(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var administrator = await moot.AsAsync(People.Administrator);
        var page = await administrator.GetAsync("/Admin/People/Invite");
        var refused = await administrator.PostAsync(
            page,
            fields:
            [
                ("Input.Name", "Somebody Else"),
                ("Input.Email", People.Coordinator.Email.ToUpperInvariant()),
                ("Given.Roles", nameof(Role.Member)),
            ]
        );
        Assert.Equal(["Somebody already has an account with this e-mail address"], refused.Errors);

        var edit = await administrator.GetAsync($"/Admin/People/{People.Chair.Id}");
        refused = await administrator.PostAsync(
            edit,
            "Save details",
            fields: ("Input.Email", People.Coordinator.Email)
        );
        Assert.Single(refused.Errors);
        var kept = await moot.WithAsync(db =>
            db.Set<User>().SingleAsync(user => user.Id == People.Chair.Id)
        );
        Assert.Equal(People.Chair.Email, kept.Email);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/Roles")]
    [InlineData("/NewLink")]
    [InlineData("/Leave")]
    public async Task A_forged_id_is_not_found_and_a_member_is_refused(string page)
    {
        await using var moot = await Moot.StartAsync(Database.Sqlite);
        using var administrator = await moot.AsAsync(People.Administrator);
        var forged = await administrator.GetAsync($"/Admin/People/{World.Hub}{page}");
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        using var member = await moot.AsAsync(People.Police);
        var refused = await member.GetAsync($"/Admin/People/{People.Chair.Id}{page}");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
    }

    private static async Task<HttpStatusCode> AuditStatusAsync(Moot moot)
    {
        using var browser = await moot.AsAsync(People.Analyst);
        return (await browser.GetAsync("/Admin/Audit")).Status;
    }
}
