using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Email;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>The live meeting has undo in place of check pages: the last first, one's own, as long as nobody has built on it.</summary>
public sealed class LiveUndoTests
{
    [Theory, BothDatabases]
    [Rule("S1-3.3")]
    public async Task No_change_and_a_taking_off_can_be_taken_back_too(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        // Another meeting had carried it; that must come back as it was.
        await moot.WithAsync(db =>
            db.Set<HubAction>()
                .Where(action => action.Id == sitting.OldAction)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(action => action.CarriedForward, 2)
                        .SetProperty(action => action.CarriedAtMeetingId, World.MeetingAfter)
                )
        );
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var page = await Sitting.MoveAsync(clive, "Open actions");

        page = await clive.PostAsync(page, "handler=Carry");
        Assert.Contains("No change on the action of", page.Words, StringComparison.Ordinal);
        Assert.Equal(3, (await ActionAsync(moot, sitting.OldAction)).CarriedForward);
        // Said twice it counts once, so there is one thing to take back.
        page = await clive.PostAsync(page, "handler=Carry");
        page = await clive.PostAsync(page, Undo(page));
        var back = await ActionAsync(moot, sitting.OldAction);
        Assert.Equal((2, World.MeetingAfter), (back.CarriedForward, back.CarriedAtMeetingId));

        page = await clive.PostAsync(
            page,
            "handler=TakeOff",
            null,
            ("way", nameof(ActionStatus.NoFurtherAction)),
            ("because", "The tenant moved away")
        );
        Assert.Empty(page.Errors);
        Assert.Equal(
            ActionStatus.NoFurtherAction,
            (await ActionAsync(moot, sitting.OldAction)).Status
        );
        await clive.PostAsync(page, Undo(page));
        back = await ActionAsync(moot, sitting.OldAction);
        Assert.Equal((ActionStatus.Open, ""), (back.Status, back.ClosedBecause));
    }

    [Theory, BothDatabases]
    public async Task An_item_ended_by_mistake_opens_again_with_its_words_and_its_case(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        await moot.WithAsync(db =>
            db.Set<HubAction>().Where(action => action.Id == sitting.OldAction).ExecuteDeleteAsync()
        );
        await moot.WithAsync(async db =>
            (
                await db.Set<HubCase>()
                    .Include(one => one.Events)
                    .SingleAsync(one => one.Id == sitting.Case)
            ).RecommendRemoval("Quiet for a month", Sitting.Morning, "Carys")
        );
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var page = await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        var ended = await clive.PostAsync(
            page,
            "handler=EndItem",
            null,
            ("Ending.Summary", "All quiet Quietmark"),
            ("Ending.Case", "CloseResolved")
        );
        Assert.Empty(ended.Errors);
        Assert.Equal(CaseStatus.Closed, (await CaseAsync(moot, sitting)).Status);
        moot.Clock.Advance(TimeSpan.FromSeconds(20));

        var back = await clive.PostAsync(ended, Undo(ended));
        Assert.Empty(back.Errors);
        var hubCase = await CaseAsync(moot, sitting);
        Assert.Equal(
            (CaseStatus.Open, 1, "Quiet for a month", null),
            (hubCase.Status, hubCase.Episode, hubCase.RemovalBecause, hubCase.ClosedAt)
        );
        Assert.DoesNotContain(hubCase.Events, one => one.Kind == CaseEventKind.Closed);
        var meeting = await Sitting.MeetingAsync(moot);
        var item = meeting.Items.Single(one => one.Id == sitting.CaseItem);
        Assert.Equal((null, sitting.CaseItem), (item.Outcome, meeting.CurrentItemId!.Value));
        Assert.Contains("All quiet Quietmark", back.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Where_the_meeting_went_on_undo_moves_nobody(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var page = await Sitting.MoveAsync(clive, "Scooters");
        await clive.PostAsync(page, "handler=EndItem", null, ("Ending.Summary", "Patrols"));
        page = await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        await clive.PostAsync(page, Undo(page));
        var meeting = await Sitting.MeetingAsync(moot);
        Assert.Equal(sitting.CaseItem, meeting.CurrentItemId);
        Assert.Null(meeting.Items.Single(one => one.Id == sitting.Theme).Outcome);
    }

    [Theory, BothDatabases]
    public async Task An_action_recorded_by_mistake_goes_and_its_notice_with_it(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var page = await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        page = await clive.PostAsync(
            page,
            "handler=Act",
            null,
            ("Act.Text", "Change the locks"),
            ("Act.OwnerMembershipId", World.HousingMember.ToString()),
            ("Act.OwnerUserId", People.Housing.Id.ToString()),
            ("Act.Due", "fri")
        );
        Assert.Empty(page.Errors);
        Assert.Contains("due Friday 27 November", page.Words, StringComparison.Ordinal);
        Assert.Equal(1, await moot.WithAsync(db => db.Set<Notice>().CountAsync()));
        // Pressed twice, it undoes one thing.
        await clive.PostAsync(page, Undo(page));
        await clive.PostAsync(page, Undo(page));
        Assert.Equal(0, await moot.WithAsync(db => db.Set<Notice>().CountAsync()));
        Assert.False(
            await moot.WithAsync(db =>
                db.Set<HubAction>().AnyAsync(one => one.MeetingId == World.NextMeeting)
            )
        );
    }

    [Theory, BothDatabases]
    public async Task Nobody_undoes_what_another_did(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var ending = petra;
        var page = await Sitting.MoveAsync(clive, "Scooters");
        page = await clive.PostAsync(page, "handler=Share", null, ("Share.Text", "Two calls"));
        var hers = await petra.GetAsync(Sitting.Live);
        Assert.Null(hers.Document.QuerySelector("#live-undo form"));
        await petra.PostAsync(
            hers,
            hers.Form("handler=Share"),
            null,
            ("Share.Text", "Three calls")
        );
        hers = await petra.GetAsync(Sitting.Live);
        var deed = Undo(page).QuerySelector("input[name=deed]")!.GetAttribute("value")!;
        await petra.PostAsync(hers, Undo(hers), null, ("deed", deed));
        var shared = await moot.WithAsync(db =>
            db.Set<SharedInformation>().Select(one => one.Text).ToListAsync()
        );
        Assert.Equal(["Three calls", "Two calls"], shared.Order(StringComparer.Ordinal));
        hers = await petra.GetAsync(Sitting.Live);
        await petra.PostAsync(hers, Undo(hers));
        Assert.Equal(
            ["Two calls"],
            await moot.WithAsync(db =>
                db.Set<SharedInformation>().Select(one => one.Text).ToListAsync()
            )
        );
    }

    internal static IHtmlFormElement Undo(Page page) =>
        (IHtmlFormElement)page.Document.QuerySelector("#live-undo form")!;

    internal static Task<HubAction> ActionAsync(Moot moot, Guid action) =>
        moot.WithAsync(db => db.Set<HubAction>().SingleAsync(one => one.Id == action));

    internal static Task<HubCase> CaseAsync(Moot moot, Sitting sitting) =>
        moot.WithAsync(db =>
            db.Set<HubCase>()
                .AsNoTracking()
                .Include(one => one.Events)
                .SingleAsync(one => one.Id == sitting.Case)
        );
}
