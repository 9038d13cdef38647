using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>Whoever writes the meeting down: one decision for all that is done, no text lost.</summary>
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

    private static Task<AgendaItem> ItemAsync(Moot moot, Guid item) =>
        moot.WithAsync(db =>
            db.Set<AgendaItem>().AsNoTracking().SingleAsync(one => one.Id == item)
        );
}
