using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Platform.Email;
using Moothall.Tests.Hosting;
using static Moothall.Tests.Features.CommunitySafetyHub.MeetingMinutes.EndedMeeting;

namespace Moothall.Tests.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Members read and acknowledge before the next hub, and those who have not are chased (S1-5.2, S1-7.1e).</summary>
public sealed class MinutesReadersTests
{
    [Theory, BothDatabases]
    [Rule("S1-5.2")]
    [Rule("S1-7.1e")]
    public async Task A_person_acknowledges_once_and_answers_for_their_copy(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await ReleaseAsync(moot);
        using var hannah = await moot.AsAsync(People.Housing);
        Assert.Contains(
            "To read",
            (await hannah.GetAsync("/Minutes")).Words,
            StringComparison.Ordinal
        );
        var page = await hannah.GetAsync(Address);
        Assert.Contains(
            "you and your organisation answer for the security of your copy",
            page.Words,
            StringComparison.Ordinal
        );
        var other = await hannah.GetAsync(Address);
        await hannah.PostAsync(page, "I have read");
        var again = await hannah.PostAsync(other, "I have read");
        Assert.Contains("You acknowledged these minutes on", again.Words, StringComparison.Ordinal);
        var reading = Assert.Single((await MinutesAsync(moot)).Readings);
        Assert.Equal(
            (People.Housing.Id, moot.Clock.GetUtcNow().UtcDateTime),
            (reading.UserId, reading.AcknowledgedAt)
        );
        Assert.Contains(
            "Acknowledged 24 Nov 2026",
            (await hannah.GetAsync("/Minutes")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-5.2")]
    public async Task The_team_sees_who_has_read_and_nobody_else_does(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await ReleaseAsync(moot);
        using var hannah = await moot.AsAsync(People.Housing);
        await hannah.PostAsync(await hannah.GetAsync(Address), "I have read");
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await hannah.GetAsync($"{Address}/Readers")).Status
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync($"{Address}/Readers");
        Assert.Contains("1 of 8 have acknowledged", page.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Petra Novak Testshire Police Not yet",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Hannah Wright Testbourne Council - Housing Options 24 Nov 2026",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(People.Lapsed.Name, page.Words, StringComparison.Ordinal);
        Assert.Contains(
            "next hub, Tuesday 1 December at 10:00",
            page.Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-5.2")]
    public async Task Those_who_have_not_are_reminded_once_the_day_before_the_next_hub(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await ReleaseAsync(moot);
        using var hannah = await moot.AsAsync(People.Housing);
        await hannah.PostAsync(await hannah.GetAsync(Address), "I have read");
        await moot.WithAsync(db => db.Set<Notice>().ExecuteDeleteAsync());
        moot.Clock.Set(new(2026, 11, 29, 20, 0, 0, DateTimeKind.Utc));
        await RemindAsync(moot);
        Assert.Empty(await RemindedAsync(moot));
        moot.Clock.Set(new(2026, 11, 30, 7, 0, 0, DateTimeKind.Utc));
        await RemindAsync(moot);
        await RemindAsync(moot);
        var reminded = await RemindedAsync(moot);
        Assert.Equal(reminded.Distinct(), reminded);
        Assert.Contains(People.Police.Email, reminded);
        Assert.Contains(People.Guest.Email, reminded);
        Assert.DoesNotContain(People.Housing.Email, reminded);
        Assert.DoesNotContain(People.Lapsed.Email, reminded);
    }

    private static Task RemindAsync(Moot moot) =>
        moot
            .Services.GetRequiredService<MinutesReminder>()
            .RunOnceAsync(TestContext.Current.CancellationToken);

    private static Task<List<string>> RemindedAsync(Moot moot) =>
        moot.WithAsync(db =>
            db.Set<Notice>().Where(n => n.Text.Contains(Address)).Select(n => n.To).ToListAsync()
        );
}
