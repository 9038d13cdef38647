using System.Net;
using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.WriteUps;

/// <summary>What screens and This week say of a meeting that the network broke off.</summary>
public sealed class BrokenOffScreenTests
{
    [Theory, BothDatabases]
    public async Task Screens_still_open_say_that_it_is_being_written_up(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var police = petra;
        var (clive, page) = await BrokenOff.BeginAsync(moot);
        using var closing = clive;
        await BrokenOff.BreakOffAsync(clive);
        // A member sees that much and no case; a form that was open saves nothing and gives its words back.
        var hers = await petra.GetAsync(Sitting.Live);
        Assert.Contains(
            "Clive Hartley is writing up the rest",
            hers.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(Sitting.PersonMarker, hers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=GoOn", hers.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await petra.GetAsync(PaperSheet.Address)).Status);
        var refused = await clive.PostAsync(
            page,
            "handler=EndItem",
            null,
            ("Ending.Summary", "Typed before the break")
        );
        Assert.Contains("Not saved here", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Typed before the break", refused.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(
            (await Sitting.MeetingAsync(moot)).Items,
            item => item.Summary == "Typed before the break"
        );

        // Said by mistake: the meeting goes on where it was.
        var live = await clive.PostAsync(refused, "The network is back");
        Assert.Equal(Sitting.Live, live.Path);
        Assert.Contains(Sitting.PersonMarker, live.Text, StringComparison.Ordinal);
        Assert.Empty(
            (
                await clive.PostAsync(
                    live,
                    "handler=EndItem",
                    null,
                    ("Ending.Summary", "Typed after it")
                )
            ).Errors
        );
    }

    [Theory, BothDatabases]
    public async Task A_meeting_that_was_never_ended_is_on_This_week_of_who_ran_it(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, _) = await BrokenOff.BeginAsync(moot);
        using var closing = clive;
        const string Line = "The hub of Tuesday 24 November was never ended";
        Assert.DoesNotContain(Line, (await clive.GetAsync("/")).Words, StringComparison.Ordinal);
        // It runs over its hour; only some hours later was it forgotten.
        moot.Clock.Set(Sitting.Morning.AddMinutes(75));
        Assert.DoesNotContain(Line, (await clive.GetAsync("/")).Words, StringComparison.Ordinal);
        moot.Clock.Set(Sitting.Morning.AddHours(4));
        using var carys = await BrokenOff.SignedAsync(moot, People.Coordinator);
        using var chair = await moot.AsAsync(People.Chair);
        foreach (var browser in new[] { chair, carys })
        {
            var week = await browser.GetAsync("/");
            Assert.Contains(Line, week.Words, StringComparison.Ordinal);
            Assert.Contains($"href=\"{PaperSheet.Address}\"", week.Text, StringComparison.Ordinal);
        }

        using var petra = await moot.AsAsync(People.Police);
        Assert.DoesNotContain(Line, (await petra.GetAsync("/")).Words, StringComparison.Ordinal);
        var agenda = await carys.GetAsync($"/Meetings/{World.NextMeeting}/Agenda");
        Assert.Contains(
            "The network failed: write up the rest",
            agenda.Words,
            StringComparison.Ordinal
        );
        var page = await carys.GetAsync(PaperSheet.Address);
        Assert.DoesNotContain("Scooters are seized", page.Text, StringComparison.Ordinal);
        page = await carys.PostAsync(page, "The network failed");
        Assert.Contains("Scooters are seized", page.Text, StringComparison.Ordinal);
        var his = await chair.GetAsync("/");
        Assert.Contains(
            "The rest of the hub of Tuesday 24 November waits to be written up",
            his.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("is in progress", his.Words, StringComparison.Ordinal);
    }
}
