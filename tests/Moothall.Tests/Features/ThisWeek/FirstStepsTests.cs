using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.Account.Joining;
using Moothall.Features.Partnership.Statements;
using Moothall.Features.ThisWeek;
using Moothall.Platform.Email;
using Moothall.Tests.Features.Account;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Backups;

namespace Moothall.Tests.Features.ThisWeek;

/// <summary>From an empty database to a partnership that can work: the first administrator and their list.</summary>
public sealed class FirstStepsTests
{
    private const string Secret = "kettle moss violin";
    private const string BackedUp = "Make the first backup Done";

    [Theory, BothDatabases]
    public async Task Whoever_opens_the_link_on_the_console_names_the_partnership_and_sees_what_to_do(
        Database database
    )
    {
        await using var moot = await Moot.StartEmptyAsync(database);
        using var browser = moot.Visitor();
        Assert.Contains(
            "The partnership is preparing this statement",
            (await browser.GetAsync("/Accessibility")).Words,
            StringComparison.Ordinal
        );
        var page = await browser.GetAsync(
            moot.Services.GetRequiredService<FirstAdministratorLink>().Issue()
        );
        (string, string?)[] person =
        [
            ("Input.Name", "Noor Aslam"),
            ("Input.Email", "noor@council.example"),
            ("Secret.Password", Secret),
            ("Secret.Again", Secret),
        ];
        var nameless = await browser.PostAsync(page, fields: person);
        Assert.Equal(
            ["Enter the name of the partnership", "Enter the area the partnership covers"],
            nameless.Errors
        );
        var setUp = await browser.PostAsync(
            nameless,
            fields: [.. person, ("Own.Name", "Safer Noortown"), ("Own.AreaName", "Noortown")]
        );
        var key = SignInSteps.FromBase32(
            setUp.Document.QuerySelector("main .moot-reference")!.TextContent
        );
        await browser.CodeAsync(setUp, moot.CodeNow(key));

        var week = await browser.GetAsync("/");
        Assert.StartsWith("This week First steps", week.Words, StringComparison.Ordinal);
        Assert.Contains("Safer Noortown", week.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Done", week.Words, StringComparison.Ordinal);
        foreach (
            var link in week
                .Document.QuerySelectorAll("main a")
                .Select(link => link.GetAttribute("href")!)
        )
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link)).Status);
        }

        var settings = await browser.GetAsync("/Partnership/Settings");
        await browser.PostAsync(
            settings,
            settings.Form("Save"),
            null,
            ("Input.TeamTelephone", "01632 960 001")
        );
        var invite = await browser.GetAsync("/Admin/People/Invite");
        await browser.PostAsync(
            invite,
            fields:
            [
                ("Input.Name", "Carys Bevan"),
                ("Input.Email", "carys@council.example"),
                ("Input.NewOrganisation", "Noortown Borough Council"),
                ("Given.Roles", "Coordinator"),
            ]
        );
        var after = (await browser.GetAsync("/")).Words;
        Assert.Contains("how to reach the team Done", after, StringComparison.Ordinal);
        Assert.Contains("people who run the hub Done", after, StringComparison.Ordinal);
        await using var place = Place.Of(moot);
        // The recovery code by itself brings nothing back.
        await place.CodeAsync();
        Assert.DoesNotContain(
            BackedUp,
            (await browser.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        await place.BackUpAsync();
        Assert.Contains(BackedUp, (await browser.GetAsync("/")).Words, StringComparison.Ordinal);
        Assert.Contains(
            "Noortown Borough Council",
            (await browser.GetAsync("/Admin/People")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task With_the_last_step_the_list_goes_away(Database database)
    {
        await using var moot = await Moot.StartAsync(
            database,
            services => services.AddScoped(_ => new SetUpFacts(true, () => true))
        );
        using var ivy = await moot.AsAsync(People.Administrator);
        var settings = await ivy.GetAsync("/Partnership/Settings");
        await ivy.PostAsync(
            settings,
            settings.Form("Save"),
            null,
            ("Input.TeamTelephone", "01632 960 001")
        );
        await moot.AddAsync(
            new Notice
            {
                To = People.Administrator.Email,
                Subject = "A test",
                Text = "A test",
                WrittenAt = TestClock.MondayMorning,
                NextAttemptAt = TestClock.MondayMorning,
                Status = NoticeStatus.Sent,
            },
            Confirmed(StatementKind.Accessibility)
        );
        Assert.Contains("First steps", (await ivy.GetAsync("/")).Words, StringComparison.Ordinal);
        await moot.AddAsync(Confirmed(StatementKind.Privacy));
        Assert.DoesNotContain(
            "First steps",
            (await ivy.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
    }

    private static PublicStatement Confirmed(StatementKind kind) =>
        new()
        {
            Kind = kind,
            Text = "Our own words.",
            PreparedOn = new(2026, 11, 23),
            ConfirmedOn = new(2026, 11, 23),
        };
}
