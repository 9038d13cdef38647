using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub;

/// <summary>An agency's word taken down by the team: whose, how, when and by whom, never posing as the other (settled 16).</summary>
public sealed class ReceivedTests
{
    private const string Housing = "Testbourne Council - Housing Options";
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("", ReceivedBy.Email, 0, "From: Say who at Harbour told you.")]
    [InlineData("  ", ReceivedBy.Email, 0, "From: Say who at Harbour told you.")]
    [InlineData("Ann Lowe", null, 0, "By: Say how it reached you.")]
    [InlineData(
        "Ann Lowe",
        ReceivedBy.Paper,
        1,
        "On: The day it reached you cannot be in the future."
    )]
    [InlineData("Ann Lowe", ReceivedBy.Paper, 0, "")]
    [InlineData("Ann Lowe", ReceivedBy.Telephone, -9, "")]
    public void Anothers_word_says_whose_and_how_and_no_later_than_today(
        string from,
        ReceivedBy? by,
        int days,
        string problem
    )
    {
        var received = new Received
        {
            From = from,
            By = by,
            On = Today.AddDays(days),
        };
        var found = received.Problem("Harbour", Today);
        Assert.Equal(problem, found is { } missing ? $"{missing.Field}: {missing.Words}" : "");
    }

    [Fact]
    public void It_is_told_in_one_sentence_and_the_recorders_own_word_bears_their_name_alone()
    {
        var kept = new Received { From = " Ann Lowe ", By = ReceivedBy.InPerson }.Kept(Today);
        Assert.Equal(
            "received from Ann Lowe at Harbour, in person, on 24 November 2026, taken down by Carys Bevan",
            kept.Behind("Harbour", "Carys Bevan")
        );
        Assert.Equal("Carys Bevan", new Received().Kept(Today).Behind("Harbour", "Carys Bevan"));
        Assert.Null(
            new Received { By = ReceivedBy.Email }
                .Kept(Today)
                .By
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-5.5")]
    public async Task The_team_takes_down_what_it_was_told_and_every_place_says_so(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var address = $"/Actions/{sitting.OldAction}";
        using var zainab = await moot.AsAsync(People.Charity);
        Assert.Equal(HttpStatusCode.NotFound, (await zainab.GetAsync(address)).Status);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync(address);
        (string, string?)[] told = [("Report.Progress", "Done"), ("Report.Text", "Booked")];
        var posing = await carys.PostAsync(page, "handler=Report", null, told);
        Assert.Equal([$"Say who at {Housing} told you."], posing.Errors);
        (string, string?)[] named = [.. told, ("Report.Received.From", "Hannah Wright")];
        var howless = await carys.PostAsync(page, "handler=Report", null, named);
        Assert.Equal(["Say how it reached you."], howless.Errors);
        var kept = await carys.PostAsync(
            page,
            "handler=Report",
            null,
            [.. named, ("Report.Received.By", "Telephone")]
        );
        var words = $"received from Hannah Wright at {Housing}, by telephone, on 24 November 2026";
        Assert.Contains(
            words + ", taken down by Carys Bevan",
            kept.Words,
            StringComparison.Ordinal
        );
        var update = await moot.WithAsync(db => db.Set<ActionUpdate>().SingleAsync());
        Assert.Equal(
            ("Carys Bevan", People.Coordinator.Id, "Hannah Wright", Today),
            (update.ByName, update.ByUserId, update.Received.From, update.Received.On)
        );

        var live = await Sitting.MoveAsync(clive, "Open actions");
        Assert.Contains(words, live.Words, StringComparison.Ordinal);
        var timeline = await carys.GetAsync("/Cases/CSH-2026-OPEN");
        Assert.Contains(words, timeline.Words, StringComparison.Ordinal);
        var table = await carys.GetAsync("/Actions?handler=Table");
        Assert.Contains(words, table.Text, StringComparison.Ordinal);
        var action = await moot.WithAsync(db =>
            db.Set<HubAction>().Include(one => one.Updates).SingleAsync()
        );
        var minuted = new SourceAction(action, Housing, false, false, update).Standing;
        Assert.Equal($"Done: Booked ({words}, taken down by Carys Bevan)", minuted);
    }

    [Theory]
    [InlineData(true, "New")]
    [InlineData(false, "New; its owner was not there to accept it")]
    public void Minutes_say_of_a_new_action_that_its_owner_was_not_there(bool here, string words)
    {
        var action = new HubAction
        {
            BodyId = World.Hub,
            MeetingId = World.NextMeeting,
            Text = "Change the locks",
            OwnerMembershipId = World.HousingMember,
            OwnerName = Housing,
            Due = Today,
            AgreedAt = Sitting.Morning,
        };
        action.GiveToOwner(here);
        Assert.Equal(words, new SourceAction(action, Housing, true, false, null).Standing);
    }

    [Theory, BothDatabases]
    public async Task The_owner_reports_in_their_own_name(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        using var hannah = await moot.AsAsync(People.Housing);
        var page = await hannah.GetAsync($"/Actions/{sitting.OldAction}");
        Assert.DoesNotContain("Received.From", page.Text, StringComparison.Ordinal);
        var own = await hannah.PostAsync(
            page,
            "handler=Report",
            null,
            ("Report.Progress", "InProgress"),
            ("Report.Text", "Visited")
        );
        Assert.DoesNotContain("taken down by", own.Words, StringComparison.Ordinal);
        var update = await moot.WithAsync(db => db.Set<ActionUpdate>().SingleAsync());
        Assert.False(update.Received.IsSet);
    }
}
