using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Email;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>Whoever writes the meeting down: undo in place of check pages, one decision for all that is done, no text lost.</summary>
public sealed class LiveScribeTests
{
    [Theory, BothDatabases]
    [Rule("S1-3.3")]
    public async Task One_decision_agrees_every_action_reported_done_and_no_other(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var second = await ActionAsync(moot, sitting, "Fit the light Lampmark");
        var unready = await ActionAsync(moot, sitting, "Ask the owner Askmark");
        await ReportAsync(moot, sitting.OldAction, ReportedProgress.Done);
        await ReportAsync(moot, second, ReportedProgress.InProgress);
        await ReportAsync(moot, second, ReportedProgress.Done, minutes: 1);
        await ReportAsync(moot, unready, ReportedProgress.Done);
        await ReportAsync(moot, unready, ReportedProgress.CannotBeDone, minutes: 1);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var page = await Sitting.MoveAsync(clive, "Open actions");
        var agreed = await clive.PostAsync(page, "Agree all 2 reported done");
        Assert.Empty(agreed.Errors);
        Assert.Contains("2 actions agreed as done.", agreed.Words, StringComparison.Ordinal);
        Assert.Equal(ActionStatus.Resolved, await StatusAsync(moot, sitting.OldAction));
        Assert.Equal(ActionStatus.Resolved, await StatusAsync(moot, second));
        Assert.Equal(ActionStatus.Open, await StatusAsync(moot, unready));

        await clive.PostAsync(agreed, Undo(agreed));
        Assert.Equal(ActionStatus.Open, await StatusAsync(moot, sitting.OldAction));
        Assert.Equal(ActionStatus.Open, await StatusAsync(moot, second));
    }

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
        Assert.Equal(ActionStatus.NoFurtherAction, await StatusAsync(moot, sitting.OldAction));
        await clive.PostAsync(page, Undo(page));
        back = await ActionAsync(moot, sitting.OldAction);
        Assert.Equal((ActionStatus.Open, ""), (back.Status, back.ClosedBecause));
    }

    [Theory, BothDatabases]
    public async Task A_report_changed_meanwhile_is_not_agreed(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        await ReportAsync(moot, sitting.OldAction, ReportedProgress.Done);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var page = await Sitting.MoveAsync(clive, "Open actions");
        await ReportAsync(moot, sitting.OldAction, ReportedProgress.InProgress, minutes: 1);
        var refused = await clive.PostAsync(page, "Agree the 1 reported done");
        Assert.Equal(["None of these actions is still reported done."], refused.Errors);
        Assert.Equal(ActionStatus.Open, await StatusAsync(moot, sitting.OldAction));
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

    [Theory, BothDatabases]
    public async Task Two_who_type_under_one_item_lose_nothing(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var (carys, _) = await Sitting.ComeAsync(moot, People.Coordinator);
        using var ending = carys;
        var his = await Sitting.MoveAsync(clive, "Scooters");
        var hers = await carys.GetAsync(Sitting.Live);
        await clive.PostAsync(his, "handler=EndItem", null, ("Ending.Summary", "Patrols at four"));

        // She was typing under the same item and sends it when the meeting is at another.
        var told = await carys.PostAsync(
            hers,
            "handler=EndItem",
            null,
            ("Ending.Summary", "The school writes home"),
            ("Ending.Decision", "A letter")
        );
        Assert.Contains("Both texts are in the boxes", told.Words, StringComparison.Ordinal);
        Assert.Contains(
            "This belongs to 2. Scooters in the park",
            told.Words,
            StringComparison.Ordinal
        );
        Assert.Equal("Patrols at four", (await ItemAsync(moot, sitting.Theme)).Summary);
        await carys.PostAsync(told, "handler=EndItem");
        var item = await ItemAsync(moot, sitting.Theme);
        Assert.Equal(
            ("Patrols at four\nThe school writes home", "A letter"),
            (item.Summary.ReplaceLineEndings("\n"), item.Decision)
        );
    }

    private static IHtmlFormElement Undo(Page page) =>
        (IHtmlFormElement)page.Document.QuerySelector("#live-undo form")!;

    private static async Task<Guid> ActionAsync(Moot moot, Sitting sitting, string text)
    {
        var old = await moot.WithAsync(db =>
            db.Set<HubAction>().AsNoTracking().SingleAsync(one => one.Id == sitting.OldAction)
        );
        var action = new HubAction
        {
            BodyId = World.Hub,
            CaseId = old.CaseId,
            MeetingId = old.MeetingId,
            Text = text,
            OwnerMembershipId = World.PoliceMember,
            OwnerName = "Police",
            Due = old.Due,
            AgreedAt = old.AgreedAt,
        };
        await moot.AddAsync(action);
        return action.Id;
    }

    private static Task ReportAsync(
        Moot moot,
        Guid action,
        ReportedProgress progress,
        int minutes = 0
    ) =>
        moot.AddAsync(
            new ActionUpdate
            {
                ActionId = action,
                At = Sitting.Morning.AddHours(-2).AddMinutes(minutes),
                ByUserId = People.Housing.Id,
                ByName = "Hannah",
                Progress = progress,
                Text = "Seen to",
            }
        );

    private static async Task<ActionStatus> StatusAsync(Moot moot, Guid action) =>
        (await ActionAsync(moot, action)).Status;

    private static Task<HubAction> ActionAsync(Moot moot, Guid action) =>
        moot.WithAsync(db => db.Set<HubAction>().SingleAsync(one => one.Id == action));

    private static Task<HubCase> CaseAsync(Moot moot, Sitting sitting) =>
        moot.WithAsync(db =>
            db.Set<HubCase>()
                .AsNoTracking()
                .Include(one => one.Events)
                .SingleAsync(one => one.Id == sitting.Case)
        );

    private static Task<AgendaItem> ItemAsync(Moot moot, Guid item) =>
        moot.WithAsync(db =>
            db.Set<AgendaItem>().AsNoTracking().SingleAsync(one => one.Id == item)
        );
}
