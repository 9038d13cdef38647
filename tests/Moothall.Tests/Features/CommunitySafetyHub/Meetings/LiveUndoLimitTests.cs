using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>What undo leaves alone: what others built on, what is no longer one's to run, and what a correction did not mean.</summary>
public sealed class LiveUndoLimitTests
{
    [Theory, BothDatabases]
    [Rule("S1-3.3")]
    public async Task What_others_built_on_is_not_taken_back(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var (carys, _) = await Sitting.ComeAsync(moot, People.Coordinator);
        using var ending = carys;
        var page = await Sitting.MoveAsync(clive, Sitting.CaseTitle);

        // Its owner, who is not here, has taken it on meanwhile.
        page = await clive.PostAsync(
            page,
            "handler=Act",
            null,
            ("Act.Text", "Change the locks"),
            ("Act.OwnerMembershipId", World.HousingMember.ToString())
        );
        var given = await moot.WithAsync(db =>
            db.Set<HubAction>().SingleAsync(one => one.MeetingId == World.NextMeeting)
        );
        using var hannah = await moot.AsAsync(People.Housing);
        await hannah.PostAsync(
            await hannah.GetAsync($"/Actions/{given.Id}"),
            "Accept this action",
            "Accept this action"
        );
        var kept = await clive.PostAsync(page, LiveUndoTests.Undo(page));
        Assert.Contains("has changed since", kept.Errors.Single(), StringComparison.Ordinal);
        await moot.WithAsync(db =>
            db.Set<HubAction>()
                .Where(one => one.Id == given.Id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(one => one.Status, ActionStatus.Resolved)
                )
        );

        // The last action is taken off, and on that the case is closed by someone else.
        page = await clive.PostAsync(
            await clive.GetAsync(Sitting.Live),
            "handler=TakeOff",
            null,
            ("way", nameof(ActionStatus.Resolved)),
            ("because", "Locks changed")
        );
        Assert.Empty(page.Errors);
        var closed = await carys.PostAsync(
            await carys.GetAsync(Sitting.Live),
            "handler=EndItem",
            null,
            ("Ending.Summary", "All done"),
            ("Ending.Case", nameof(CaseDecision.CloseResolved))
        );
        Assert.Empty(closed.Errors);
        var refused = await clive.PostAsync(page, LiveUndoTests.Undo(page));
        Assert.Equal(["The case was closed since. Take that back first."], refused.Errors);
        Assert.Equal(
            ActionStatus.Resolved,
            (await LiveUndoTests.ActionAsync(moot, sitting.OldAction)).Status
        );
    }

    [Theory, BothDatabases]
    public async Task Who_no_longer_runs_the_meeting_undoes_no_item(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var acting = petra;
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        await ChairAsync(moot, People.Police);
        await Sitting.MoveAsync(petra, "Scooters");
        var ended = await petra.PostAsync(
            await petra.GetAsync(Sitting.Live),
            "handler=EndItem",
            null,
            ("Ending.Summary", "Patrols")
        );
        await ChairAsync(moot, People.Chair);
        await petra.PostAsync(ended, LiveUndoTests.Undo(ended));
        var meeting = await Sitting.MeetingAsync(moot);
        Assert.NotNull(meeting.Items.Single(one => one.Id == sitting.Theme).Outcome);
        Assert.Null((await petra.GetAsync(Sitting.Live)).Document.QuerySelector("#live-undo form"));
    }

    [Theory, BothDatabases]
    [Rule("S1-6.5")]
    public async Task Correcting_what_was_said_leaves_the_case_as_the_meeting_decided(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var page = await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        await clive.PostAsync(
            page,
            "handler=EndItem",
            null,
            ("Ending.Summary", "Quiter now"),
            ("Ending.Case", nameof(CaseDecision.Monitor))
        );
        Assert.Equal(CaseStatus.Monitoring, (await LiveUndoTests.CaseAsync(moot, sitting)).Status);
        page = await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        page = await clive.PostAsync(
            page,
            "handler=EndItem",
            null,
            ("Ending.Summary", "Quieter now")
        );
        Assert.Empty(page.Errors);
        Assert.Equal(CaseStatus.Monitoring, (await LiveUndoTests.CaseAsync(moot, sitting)).Status);
    }

    private static Task ChairAsync(Moot moot, Person person) =>
        moot.WithAsync(db =>
            db.Set<HubMeeting>()
                .Where(one => one.Id == World.NextMeeting)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(one => one.ChairId, person.Id)
                        .SetProperty(one => one.ChairName, person.Name)
                )
        );
}
