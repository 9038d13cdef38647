using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Settings;
using Moothall.Features.Shared;
using Moothall.Platform.Access;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Platform.Ui;

/// <summary>What people meet when a page can't be shown, from the real application.</summary>
public sealed class ErrorPageTests
{
    [Fact]
    public async Task An_unknown_address_and_a_hidden_record_read_the_same_and_carry_a_reference()
    {
        await using var moot = await Moot.StartAsync(Database.Sqlite);
        using var browser = moot.Visitor();
        var page = await browser.GetAsync("/there-is-no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("Page not found", page.Words, StringComparison.Ordinal);
        Assert.Contains("or it is not one you may see", page.Words, StringComparison.Ordinal);
        Assert.Matches("Reference: \\S+", page.Words);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_post_that_fails_is_explained_too()
    {
        await using var moot = await Moot.StartAsync(Database.Sqlite);
        using var browser = await moot.AsAsync(People.Coordinator);
        using var answer = await browser.SendAsync(
            new(HttpMethod.Post, "/there-is-no-such-page")
            {
                Content = new FormUrlEncodedContent([]),
            }
        );
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode is >= 400 and < 500);
        Assert.Contains("Reference:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_a_page_names_is_there_and_may_be_kept()
    {
        await using var moot = await Moot.StartAsync(Database.Sqlite);
        using var browser = moot.Visitor();
        var page = await browser.GetAsync("/there-is-no-such-page");
        var addresses = page
            .Document.QuerySelectorAll("link[href], script[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .ToList();
        Assert.Equal(5, addresses.Count);
        foreach (var address in addresses)
        {
            using var file = await browser.SendAsync(new(HttpMethod.Get, address));
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.True(file.Headers.CacheControl!.Public);
            Assert.Contains("?v=", address, StringComparison.Ordinal);
        }
        Assert.Empty(
            page.Document.QuerySelectorAll("[style], style, script:not([src]), [onclick]")
        );
    }

    [Theory, BothDatabases]
    public async Task With_the_database_gone_a_page_still_says_so(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var browser = await moot.AsAsync(People.Coordinator);
        var form = await browser.GetAsync("/Partnership/Settings");
        await moot.LoseDatabaseAsync();
        foreach (
            var page in new[]
            {
                await browser.GetAsync("/Cases"),
                await browser.PostAsync(form, form.Form("Save")),
            }
        )
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
            Assert.Contains("cannot reach its records", page.Words, StringComparison.Ordinal);
            Assert.Contains("Ask your Community Safety Team", page.Words, StringComparison.Ordinal);
            Assert.Matches("Reference: \\S+", page.Words);
        }
    }

    [Theory, BothDatabases]
    public async Task Every_refusal_names_whom_to_ask(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.WithAsync(async db =>
        {
            var own = await db.Set<PartnershipSettings>().SingleAsync();
            (own.TeamTelephone, own.TeamEmail) = ("01632 960 001", "team@testbourne.example");
        });
        using var browser = await moot.AsAsync(People.Police);
        foreach (var path in new[] { "/nowhere", "/Admin/People", "/Error/500" })
        {
            Assert.Contains(
                "telephone 01632 960 001, e-mail team@testbourne.example. Do not put details of a case into an e-mail.",
                (await browser.GetAsync(path)).Words,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData(403, "You may not do that")]
    [InlineData(404, "Page not found")]
    [InlineData(500, "Sorry, there is a problem")]
    public void Each_kind_has_its_words(int status, string title) =>
        Assert.Equal(title, ErrorWords.For(status, null).Title);

    [Fact]
    public void A_refusal_says_why() =>
        Assert.Equal(
            "You are shut out of this case.",
            ErrorWords.For(403, "You are shut out of this case.").Happened
        );

    [Fact]
    public void The_menu_shows_only_what_one_may_open()
    {
        Assert.Empty(Navigation.For(new CurrentUser()));
        Assert.True(new NavigationEntry("Cases", "/Cases", Permission.SeeCases).Holds("/cases/42"));
        Assert.False(
            new NavigationEntry("Cases", "/Cases", Permission.SeeCases).Holds("/CasesElsewhere")
        );
        Assert.False(new NavigationEntry("This week", "/", Permission.SeeThisWeek).Holds("/cases"));
    }
}
