using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.WriteUps;

/// <summary>What a while on paper does to the clocks, the undoing and the minutes of a meeting.</summary>
public sealed class GoneOnTests
{
    [Theory, BothDatabases]
    public async Task An_item_opened_just_before_the_break_ran_no_longer(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, _) = await BrokenOff.BeginAsync(moot);
        using var closing = clive;
        var (sunil, _) = await Sitting.ComeAsync(moot, People.SecondCoordinator);
        using var second = sunil;
        // An item that is closed to who writes the meeting up.
        await Sitting.MoveAsync(sunil, Sitting.SecretTitle);
        moot.Clock.Advance(TimeSpan.FromSeconds(20));
        await BrokenOff.BreakOffAsync(clive);
        moot.Clock.Set(Sitting.Morning.AddHours(1));
        var page = await BrokenOff.EndAsync(clive, sitting);
        Assert.Empty(page.Errors);
        var secret = (await Sitting.MeetingAsync(moot)).Items.Single(item =>
            item.Id == sitting.SecretItem
        );
        Assert.Equal((ItemOutcome.NotReached, 20), (secret.Outcome!.Value, secret.UsedSeconds));
    }

    [Theory, BothDatabases]
    public async Task Nothing_from_before_the_paper_is_undone_and_the_minutes_tell_of_it(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, _) = await BrokenOff.BeginAsync(moot);
        using var closing = clive;
        // Said by mistake, it costs nothing.
        await BrokenOff.BreakOffAsync(clive);
        var live = await clive.PostAsync(
            await clive.GetAsync(PaperSheet.Address),
            "The network is back"
        );
        Assert.NotNull(live.Document.QuerySelector("#live-undo-button"));

        await BrokenOff.BreakOffAsync(clive);
        moot.Clock.Advance(TimeSpan.FromMinutes(5));
        using var carys = await BrokenOff.SignedAsync(moot, People.Coordinator);
        Assert.Empty(
            (
                await PaperSheet.ItemAsync(carys, sitting.Theme, "Discussed", "Two were seized")
            ).Errors
        );
        live = await clive.PostAsync(
            await clive.GetAsync(PaperSheet.Address),
            "The network is back"
        );
        Assert.Equal(Sitting.Live, live.Path);
        Assert.Null(live.Document.QuerySelector("#live-undo-button"));
        moot.Clock.Advance(TimeSpan.FromSeconds(30));
        live = await clive.PostAsync(
            await clive.GetAsync(Sitting.Live),
            "handler=EndItem",
            null,
            ("Ending.Summary", "Noise goes on")
        );
        Assert.NotNull(live.Document.QuerySelector("#live-undo-button"));
        live = await clive.PostAsync(
            live,
            "handler=End",
            "End the meeting",
            ("roomChecked", "true")
        );
        Assert.Empty(live.Errors);
        // Two and a half minutes before, half a one after; the five on paper were not under discussion.
        Assert.Equal(
            180,
            (await Sitting.MeetingAsync(moot))
                .Items.Single(one => one.Id == sitting.CaseItem)
                .UsedSeconds
        );
        var text = await moot.WithAsync(db =>
            db.Set<MinutesSection>().Select(section => section.Text).ToListAsync()
        );
        Assert.Contains(
            text,
            one =>
                one.Contains(
                    "Record: on the screen; while the network had failed, on paper, written up by Carys Bevan"
                )
        );
    }
}
