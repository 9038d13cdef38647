using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Email;
using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Actions;

/// <summary>Actions: recorded at a meeting, reported on between meetings, taken off the list only at a meeting.</summary>
public sealed class ActionPagesTests
{
    [Theory, BothDatabases]
    [Rule("S1-5.5")]
    [Rule("S1-6.2")]
    public async Task An_action_is_due_by_the_next_hub_and_its_person_is_told_nothing_by_mail_but_where(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var page = await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        var ownerless = await ActAsync(clive, page, ("Act.Text", "Change the locks Lockmark"));
        Assert.Equal(["Choose the member that owns the action"], ownerless.Errors);
        var foreign = await ActAsync(
            clive,
            page,
            ("Act.Text", "Change the locks Lockmark"),
            ("Act.OwnerMembershipId", World.HousingMember.ToString()),
            ("Act.OwnerUserId", People.Police.Id.ToString())
        );
        Assert.Contains("must be one who acts for", foreign.Words, StringComparison.Ordinal);
        var done = await ActAsync(
            clive,
            page,
            ("Act.Text", "Change the locks Lockmark"),
            ("Act.OwnerMembershipId", World.HousingMember.ToString()),
            ("Act.OwnerUserId", People.Housing.Id.ToString())
        );
        Assert.Empty(done.Errors);
        Assert.Contains("Lockmark", done.Words, StringComparison.Ordinal);
        var action = await moot.WithAsync(db =>
            db.Set<HubAction>().SingleAsync(one => one.MeetingId == World.NextMeeting)
        );
        Assert.Equal(new DateOnly(2026, 12, 1), action.Due);
        var notice = await moot.WithAsync(db => db.Set<Notice>().SingleAsync());
        Assert.Equal(People.Housing.Email, notice.To);
        Assert.Contains($"/Actions/{action.Id}", notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lockmark", notice.Text + notice.Subject, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    [Rule("S1-5.5")]
    public async Task A_cancelled_hub_is_not_the_next_one(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        await moot.WithAsync(async db =>
            (await db.Set<HubMeeting>().SingleAsync(m => m.Id == World.MeetingAfter)).Status =
                MeetingStatus.Cancelled
        );
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var page = await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        (string, string?)[] action =
        [
            ("Act.Text", "Write to the school"),
            ("Act.OwnerMembershipId", World.PoliceMember.ToString()),
        ];
        var undated = await ActAsync(clive, page, action);
        Assert.Contains("No further hub is planned", undated.Words, StringComparison.Ordinal);
        var dated = await ActAsync(clive, page, [.. action, ("Act.Due", "10/12/2026")]);
        Assert.Empty(dated.Errors);
    }

    [Theory, BothDatabases]
    [Rule("S1-3.3")]
    public async Task There_are_two_ways_off_the_list_and_both_are_a_meetings(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        using var hannah = await moot.AsAsync(People.Housing);
        var address = $"/Actions/{sitting.OldAction}";
        var reported = await hannah.PostAsync(
            await hannah.GetAsync(address),
            "handler=Report",
            null,
            ("Report.Progress", "Done"),
            ("Report.Text", "Visited"),
            ("Report.Evidence", "Visit note 12")
        );
        Assert.Contains(
            "leaves the list when the hub decides",
            reported.Words,
            StringComparison.Ordinal
        );
        Assert.Equal(ActionStatus.Open, (await ActionAsync(moot, sitting)).Status);

        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var page = await Sitting.MoveAsync(clive, "Open actions");
        Assert.Contains("Visited", page.Words, StringComparison.Ordinal);
        var unsaid = await TakeOffAsync(clive, page, "Resolved", "");
        Assert.Equal(["Say what the result was."], unsaid.Errors);
        var sideways = await TakeOffAsync(clive, page, "Open", "just because");
        Assert.Equal(["Choose resolved or no further hub action."], sideways.Errors);
        await clive.PostAsync(page, "handler=Carry");
        await clive.PostAsync(await clive.GetAsync(Sitting.Live), "handler=Carry");
        Assert.Equal(1, (await ActionAsync(moot, sitting)).CarriedForward);
        var stale = await clive.GetAsync(Sitting.Live);
        await TakeOffAsync(clive, page, "NoFurtherAction", "Superseded by the court order");
        var off = await ActionAsync(moot, sitting);
        Assert.Equal(
            (
                ActionStatus.NoFurtherAction,
                "Superseded by the court order",
                (Guid?)World.NextMeeting
            ),
            (off.Status, off.ClosedBecause, off.ClosedAtMeetingId)
        );
        var again = await TakeOffAsync(clive, stale, "Resolved", "Twice");
        Assert.Equal(["This action is off the list already."], again.Errors);
    }

    [Theory, BothDatabases]
    [Rule("C8")]
    public async Task No_change_is_one_click_and_stays_listed(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        using var hannah = await moot.AsAsync(People.Housing);
        await moot.WithAsync(async db =>
            (await db.Set<HubAction>().SingleAsync(one => one.Id == sitting.OldAction)).Due = new(
                2026,
                12,
                15
            )
        );
        var list = await hannah.PostAsync(await hannah.GetAsync("/Actions"), "handler=Unchanged");
        Assert.StartsWith("/Actions", list.Path, StringComparison.Ordinal);
        Assert.Contains(
            "No change is recorded: Visit the flat Oldmark",
            list.Document.Body!.TextContent,
            StringComparison.Ordinal
        );
        var update = await moot.WithAsync(db => db.Set<ActionUpdate>().SingleAsync());
        Assert.Equal(
            (ReportedProgress.NoChange, "Hannah Wright"),
            (update.Progress, update.ByName)
        );
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var page = await Sitting.MoveAsync(clive, "Open actions");
        var quiet = page.Document.QuerySelector("#live-quiet")!;
        Assert.Contains(
            "No change since last week (1)",
            quiet.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Oldmark", quiet.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_list_puts_mine_first_and_its_table_runs_nothing(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        await moot.AddAsync(
            new HubAction
            {
                BodyId = World.Hub,
                MeetingId = World.NextMeeting,
                Text = "=cmd|' /C calc'!A0",
                OwnerMembershipId = World.PoliceMember,
                OwnerName = "Testshire Police",
                Due = new(2026, 11, 1),
                AgreedAt = Sitting.Morning,
            }
        );
        using var hannah = await moot.AsAsync(People.Housing);
        var page = await hannah.GetAsync("/Actions");
        var rows = page
            .Document.QuerySelectorAll("main tbody tr")
            .Select(row => row.TextContent)
            .ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("Oldmark", rows[0], StringComparison.Ordinal);
        Assert.Contains("Overdue", rows[1], StringComparison.Ordinal);
        var overdue = await hannah.GetAsync("/Actions?Filter.Overdue=true");
        Assert.DoesNotContain("Oldmark", overdue.Words, StringComparison.Ordinal);
        using var answer = await hannah.SendAsync(new(HttpMethod.Get, "/Actions?handler=Table"));
        var table = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"'=cmd|' /C calc'!A0\"", table, StringComparison.Ordinal);
        using var olwen = await moot.AsAsync(People.Councillor);
        Assert.DoesNotContain(
            "Oldmark",
            (await olwen.GetAsync("/Actions")).Text,
            StringComparison.Ordinal
        );
        using var theirs = await olwen.SendAsync(new(HttpMethod.Get, "/Actions?handler=Table"));
        Assert.DoesNotContain(
            "Oldmark",
            await theirs.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.NotEqual(Guid.Empty, sitting.OldAction);
    }

    private static Task<HubAction> ActionAsync(Moot moot, Sitting sitting) =>
        moot.WithAsync(db => db.Set<HubAction>().SingleAsync(one => one.Id == sitting.OldAction));

    private static Task<Page> ActAsync(
        Browser browser,
        Page page,
        params (string Name, string? Value)[] fields
    ) => browser.PostAsync(page, "handler=Act", null, fields);

    private static Task<Page> TakeOffAsync(
        Browser browser,
        Page page,
        string way,
        string because
    ) => browser.PostAsync(page, "handler=TakeOff", null, ("way", way), ("because", because));
}
