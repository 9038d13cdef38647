using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Platform.Audit;
using Moothall.Platform.Documents;
using Moothall.Platform.Email;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Circulation;

/// <summary>The month's password: made on first need, shown when asked for, given by telephone or in person, each giving recorded.</summary>
[Rule("S1-7.2i")]
public sealed class FilePasswordTests
{
    private const string Page = "/FilePasswords";

    [Theory, BothDatabases]
    public async Task Only_the_team_reads_passwords_out(Database database)
    {
        await using var moot = await StartAsync(database);
        foreach (
            var person in new[]
            {
                People.Police,
                People.Charity,
                People.Chair,
                People.Administrator,
            }
        )
        {
            using var browser = await moot.AsAsync(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Page)).Status);
        }
    }

    [Theory, BothDatabases]
    public async Task The_password_is_on_no_page_before_it_is_asked_for_and_never_in_audit_notices_or_database(
        Database database
    )
    {
        await using var moot = await StartAsync(database);
        var password = await OpenAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var before = await carys.GetAsync(Page);
        Assert.DoesNotContain(password, before.Text, StringComparison.Ordinal);
        Assert.Empty(await HeldMeeting.AuditAsync(moot, AuditKind.Disclosure));

        var shown = await carys.PostAsync(before, "handler=Show");

        Assert.Contains(password, shown.Text, StringComparison.Ordinal);
        Assert.Contains(ArchivePassword.Spell(password), shown.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(password, shown.Path, StringComparison.Ordinal);
        Assert.DoesNotContain(
            password,
            (await carys.GetAsync(Page)).Text,
            StringComparison.Ordinal
        );
        var disclosure = Assert.Single(await HeldMeeting.AuditAsync(moot, AuditKind.Disclosure));
        Assert.Contains("Carys Bevan", disclosure, StringComparison.Ordinal);
        await HeldMeeting.SendAsync(moot);
        Assert.All(
            await HeldMeeting.AuditAsync(moot),
            entry => Assert.DoesNotContain(password, entry, StringComparison.Ordinal)
        );
        Assert.All(
            await moot.WithAsync(db => db.Set<Notice>().ToListAsync()),
            notice =>
                Assert.DoesNotContain(
                    password,
                    notice.Subject + notice.Text,
                    StringComparison.Ordinal
                )
        );
        var row = await moot.WithAsync(db => db.Set<FilePassword>().SingleAsync());
        Assert.DoesNotContain(
            password,
            System.Text.Encoding.Latin1.GetString(row.Sealed),
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_giving_is_recorded_with_to_whom_how_and_how_they_were_known(
        Database database
    )
    {
        await using var moot = await StartAsync(database);
        await OpenAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "Zainab Malik, Domestic Abuse Support Agencies: 01632 960911",
            (await carys.GetAsync(HeldMeeting.StatusPage)).Words,
            StringComparison.Ordinal
        );
        var page = await carys.GetAsync(Page);
        Assert.Equal(
            4,
            page.Document.QuerySelectorAll(
                "[name='Details.To'] option, [name='Details.Manner']"
            ).Length
        );

        await carys.PostAsync(
            page,
            "handler=Give",
            null,
            ("Details.To", People.Charity.Id.ToString()),
            ("Details.Manner", nameof(GivingManner.Telephone)),
            ("Details.KnownBy", "I rang the number we hold")
        );

        var giving = await moot.WithAsync(db => db.Set<PasswordGiving>().SingleAsync());
        Assert.Equal(
            (People.Charity.Id, GivingManner.Telephone, "I rang the number we hold", "Carys Bevan"),
            (giving.ToUserId, giving.Manner, giving.KnownBy, giving.GivenByName)
        );
        Assert.DoesNotContain(
            "Ring them about the password",
            (await carys.GetAsync(HeldMeeting.StatusPage)).Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "to Zainab Malik, by telephone, by Carys Bevan",
            (await carys.GetAsync(Page)).Words,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Email", "00000000-0000-7000-9000-000000000009", "She asked")]
    [InlineData("2", "00000000-0000-7000-9000-000000000009", "She asked")]
    [InlineData(
        "Telephone",
        "00000000-0000-7000-9000-000000000006",
        "Reads here, has no locked file"
    )]
    [InlineData("Telephone", "00000000-0000-7000-9000-000000000009", "")]
    [InlineData("Telephone", "", "Nobody in particular")]
    public async Task Neither_email_nor_anyone_off_the_list_nor_silence_is_taken(
        string manner,
        string to,
        string knownBy
    )
    {
        await using var moot = await StartAsync(Database.Sqlite);
        await OpenAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var answer = await carys.PostAsync(
            await carys.GetAsync(Page),
            "handler=Give",
            null,
            ("Details.To", to),
            ("Details.Manner", manner),
            ("Details.KnownBy", knownBy)
        );
        Assert.Single(answer.Errors);
        Assert.Empty(await moot.WithAsync(db => db.Set<PasswordGiving>().ToListAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_new_month_in_London_has_a_new_password_and_the_old_one_opens_the_files_of_its_month(
        Database database
    )
    {
        await using var moot = await StartAsync(database);
        await HeldMeeting.SendAsync(moot);
        var november = await OpenAsync(moot);
        moot.Clock.Set(new(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc));
        using var carys = await moot.AsAsync(People.Coordinator);

        var current = await carys.GetAsync(Page);
        Assert.Contains(
            "Nobody has a locked file of December 2026",
            current.Words,
            StringComparison.Ordinal
        );
        var old = await carys.GetAsync("/FilePasswords?month=2026-11");
        Assert.Contains("Zainab Malik", old.Words, StringComparison.Ordinal);
        Assert.Contains(
            november,
            (await carys.PostAsync(old, "handler=Show")).Text,
            StringComparison.Ordinal
        );
        Assert.NotEqual(november, await OpenAsync(moot));
        foreach (var unknown in new[] { "2026-10", "2027-01", "2026-13", "x" })
        {
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await carys.GetAsync($"/FilePasswords?month={unknown}")).Status
            );
        }
    }

    [Theory]
    [InlineData("2026-10-31T23:59:59Z", "2026-10")]
    [InlineData("2026-11-01T00:00:00Z", "2026-11")]
    [InlineData("2027-03-31T22:59:59Z", "2027-03")]
    [InlineData("2027-03-31T23:30:00Z", "2027-04")]
    public async Task The_month_is_Londons(string instant, string month)
    {
        await using var moot = await HeldMeeting.StartAsync(Database.Sqlite);
        var at = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
        moot.Clock.Set(at.UtcDateTime.AddDays(-40));
        var earlier = await OpenAsync(moot);
        moot.Clock.Set(at.UtcDateTime);
        Assert.NotEqual(earlier, await OpenAsync(moot));
        var made = await moot.WithAsync(db =>
            db.Set<FilePassword>().OrderByDescending(p => p.Month).FirstAsync()
        );
        Assert.Equal(
            month,
            made.Month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)
        );
        Assert.Equal(1, made.Month.Day);
    }

    [Theory, BothDatabases]
    public async Task Two_first_needs_at_the_same_moment_agree_on_one_password(Database database)
    {
        await using var moot = await StartAsync(database);
        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => OpenAsync(moot)));
        Assert.Single(opened.Distinct());
    }

    private static async Task<Moot> StartAsync(Database database)
    {
        var moot = await HeldMeeting.StartAsync(
            database,
            services: services => services.AddSingleton<IMailTransport>(new ScriptedTransport())
        );
        await HeldMeeting.CirculateAsync(moot);
        return moot;
    }

    private static async Task<string> OpenAsync(Moot moot)
    {
        await using var scope = moot.Services.CreateAsyncScope();
        var passwords = scope.ServiceProvider.GetRequiredService<FilePasswords>();
        return passwords.Open(
            await passwords.ThisMonthsAsync(TestContext.Current.CancellationToken)
        );
    }
}
