using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Calendar;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Tests.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Partnership.Calendar;

/// <summary>A calendar programme reads at an address of one person, for as long as that person may, and never a case.</summary>
public sealed class CalendarFeedTests
{
    [Theory, BothDatabases]
    public async Task An_address_works_until_it_is_withdrawn_or_replaced(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await CalendarPagesTests.AddedAsync(moot, "Stall in the market", new(2026, 12, 4));
        using var petra = await moot.AsAsync(People.Police);
        var first = await MadeAsync(petra);
        using var programme = moot.Visitor();
        var (status, calendar) = await ReadAsync(programme, first);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("SUMMARY:Stall in the market", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261204", calendar, StringComparison.Ordinal);
        // Kept as a hash only.
        var kept = await moot.WithAsync(db => db.Set<CalendarFeed>().SingleAsync());
        Assert.Equal(32, kept.TokenHash.Length);
        Assert.DoesNotContain(
            first.Split('/')[^1],
            (await petra.GetAsync("/Calendar/Feed")).Text,
            StringComparison.Ordinal
        );

        var second = await MadeAsync(petra);
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(programme, first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await ReadAsync(programme, second)).Status);
        await petra.PostAsync(await petra.GetAsync("/Calendar/Feed"), "Withdraw");
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(programme, second)).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await ReadAsync(programme, "/Calendar/Feed/guessed")).Status
        );
        var refused = await moot.WithAsync(db =>
            db.Set<AuditContent>().CountAsync(one => one.Kind == AuditKind.Refusal)
        );
        Assert.Equal(2, refused);
    }

    [Theory, BothDatabases]
    public async Task It_gives_what_its_owner_may_see_today(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        using var anton = await moot.AsAsync(People.Analyst);
        var (police, analyst) = (await MadeAsync(petra), await MadeAsync(anton));
        using var programme = moot.Visitor();
        const string hub = "SUMMARY:Community Safety Hub";
        Assert.DoesNotContain(
            hub,
            (await ReadAsync(programme, police)).Text,
            StringComparison.Ordinal
        );
        await moot.PublishAsync(World.NextMeeting);
        var text = (await ReadAsync(programme, police)).Text;
        Assert.Contains(hub, text, StringComparison.Ordinal);
        Assert.Contains(
            "DTSTART;TZID=Europe/London:20261124T100000",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            hub,
            (await ReadAsync(programme, analyst)).Text,
            StringComparison.Ordinal
        );

        // A role taken away counts at once, and so does leaving.
        await moot.WithAsync(async db =>
        {
            var grant = await db.Set<RoleGrant>()
                .SingleAsync(one => one.UserId == People.Analyst.Id);
            grant.Until = new(2026, 11, 1);
        });
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(programme, analyst)).Status);
        await moot.WithAsync(async db =>
            (await db.Set<User>().SingleAsync(one => one.Id == People.Police.Id)).LeftAt =
                TestClock.MondayMorning
        );
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(programme, police)).Status);
    }

    [Theory, BothDatabases]
    public async Task Whoever_asks_too_often_waits(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var programme = moot.Visitor();
        for (var asked = 0; asked < FeedLimit.PerAddress; asked++)
        {
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await ReadAsync(programme, "/Calendar/Feed/guessed")).Status
            );
        }

        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            (await ReadAsync(programme, "/Calendar/Feed/guessed")).Status
        );
    }

    private static async Task<string> MadeAsync(Browser browser)
    {
        var page = await browser.PostAsync(await browser.GetAsync("/Calendar/Feed"), "Make");
        return new Uri(page.Document.QuerySelector("#feed")!.TextContent).AbsolutePath;
    }

    private static async Task<(HttpStatusCode Status, string Text)> ReadAsync(
        Browser browser,
        string path
    )
    {
        using var answer = await browser.SendAsync(new(HttpMethod.Get, path));
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Replace("\r\n ", "", StringComparison.Ordinal));
    }
}
