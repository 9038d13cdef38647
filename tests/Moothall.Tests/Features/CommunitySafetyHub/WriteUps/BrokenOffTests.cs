using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Audit;
using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.WriteUps;

/// <summary>A meeting that the network broke off is written up from where it stopped, and nothing of it is lost.</summary>
public sealed class BrokenOffTests
{
    [Theory, BothDatabases]
    public async Task The_rest_is_written_up_and_what_was_recorded_live_stays(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, _) = await BegunAsync(moot);
        using var closing = clive;
        var before = await Sitting.MeetingAsync(moot);
        var form = await BreakOffAsync(clive);
        Assert.Equal(PaperSheet.Address, form.Path);
        Assert.Empty(form.Errors);
        Assert.Contains("Scooters are seized", form.Text, StringComparison.Ordinal);
        Assert.Contains("Write to the ward", form.Words, StringComparison.Ordinal);
        Assert.Contains(
            "The meeting started on the screen at 10:00. Clive Hartley confirmed then",
            form.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Finish.Started", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Sitting.SecretTitle, form.Text, StringComparison.Ordinal);

        // In the evening, at a desk.
        moot.Clock.Set(Sitting.Morning.AddHours(8));
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync(PaperSheet.Address);
        var row = PaperSheet.RowOf(page, sitting.CaseItem);
        page = await carys.PostAsync(
            page,
            "handler=Save",
            "End the meeting",
            ($"{row}.Outcome", "Discussed"),
            ($"{row}.Ended", "10:21"),
            ($"{row}.Summary", "Noise goes on"),
            ($"{row}.Decision", "The landlord writes"),
            ($"{row}.Dissent", "Police: too slow"),
            ($"{row}.Share.Text", "Three calls in a week"),
            ($"{row}.Share.MembershipId", World.PoliceMember.ToString()),
            ($"{row}.Share.From", "Petra Novak"),
            ("Finish.Ended", "10:40"),
            ("Finish.RoomChecked", "true")
        );
        Assert.Empty(page.Errors);
        Assert.Equal($"/Minutes/{World.NextMeeting}", page.Path);
        await StaysAsync(moot, before);
        var meeting = await Sitting.MeetingAsync(moot);
        var written = meeting.Items.Single(item => item.Id == sitting.CaseItem);
        Assert.Equal(
            ("Noise goes on", "The landlord writes", "Police: too slow", 6 * 60),
            (written.Summary, written.Decision, written.Dissent, written.UsedSeconds)
        );
        Assert.Equal(Sitting.Morning.AddMinutes(31), written.EndedAt);
        Assert.Equal(
            ItemOutcome.NotReached,
            meeting.Items.Single(item => item.Id == sitting.SecretItem).Outcome
        );
        var text = await moot.WithAsync(db =>
            db.Set<MinutesSection>().Select(section => section.Text).ToListAsync()
        );
        Assert.Contains(text, one => one.Contains("Time: 10:00 to 10:40"));
        Assert.Contains(
            text,
            one =>
                one.Contains(
                    "Record: on the screen until the network failed; the rest written up afterwards from paper by Carys Bevan"
                )
        );
        Assert.Contains(
            text,
            one => one.Contains("confirmed at the meeting by Clive Hartley at 10:00")
        );
        Assert.Contains(text, one => one.Contains("Three calls in a week"));
        await AuditedAsync(moot);
    }

    // What the screen recorded is what it was, to the second.
    private static async Task StaysAsync(Moot moot, HubMeeting before)
    {
        var meeting = await Sitting.MeetingAsync(moot);
        Assert.Equal(
            (MeetingStatus.Ended, before.StartedAt, before.RecordingOffAt, before.StartedByName),
            (meeting.Status, meeting.StartedAt, meeting.RecordingOffAt, meeting.StartedByName)
        );
        Assert.Equal(Sitting.Morning.AddMinutes(50), meeting.EndedAt);
        Assert.Equal(
            before.Register.Select(one => (one.Id, one.State, one.ArrivedAt, one.LeftAt)).Order(),
            meeting
                .Register.Where(one => one.State == AttendanceState.Present)
                .Select(one => (one.Id, one.State, one.ArrivedAt, one.LeftAt))
                .Order()
        );
        Assert.Equal(
            before.Signatures.Select(one => (one.Id, one.Manner)).Order(),
            meeting.Signatures.Select(one => (one.Id, one.Manner)).Order()
        );
        AgendaItem Theme(HubMeeting of) => of.Items.Single(item => item.Order == 2);
        Assert.Equal(
            (Theme(before).StartedAt, Theme(before).EndedAt, Theme(before).UsedSeconds),
            (Theme(meeting).StartedAt, Theme(meeting).EndedAt, Theme(meeting).UsedSeconds)
        );
        Assert.Equal("Scooters are seized", Theme(meeting).Summary);
        var actions = await moot.WithAsync(db =>
            db.Set<HubAction>().Where(one => one.MeetingId == World.NextMeeting).ToListAsync()
        );
        Assert.Equal(["Write to the ward"], actions.Select(one => one.Text));
    }

    private static async Task AuditedAsync(Moot moot)
    {
        var entries = await moot.WithAsync(db =>
            db.Set<AuditContent>()
                .Where(one => one.Kind == AuditKind.Change)
                .Select(one => new { one.At, one.Json })
                .ToListAsync()
        );
        Assert.Contains(
            entries,
            one =>
                one.At == Sitting.Morning.AddMinutes(27).AddSeconds(30)
                && one.Json.Contains("WrittenUpByName")
                && one.Json.Contains("Clive Hartley")
        );
    }

    [Theory, BothDatabases]
    public async Task Screens_still_open_say_that_it_is_being_written_up(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var police = petra;
        var (clive, page) = await BegunAsync(moot);
        using var closing = clive;
        await BreakOffAsync(clive);
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
    public async Task Two_who_write_it_up_lose_nothing(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, _) = await BegunAsync(moot);
        using var closing = clive;
        await BreakOffAsync(clive);
        moot.Clock.Set(Sitting.Morning.AddHours(2));
        using var carys = await moot.AsAsync(People.Coordinator);
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        var stale = await sunil.GetAsync(PaperSheet.Address);
        Assert.Empty(
            (await PaperSheet.PeopleAsync(carys, (PaperSheet.Petra, "10:07", "10:12"))).Errors
        );
        // His sheet knows nothing of her and says something else.
        var name = PaperSheet.PersonOf(stale, PaperSheet.Petra);
        var met = await sunil.PostAsync(
            stale,
            "handler=Save",
            null,
            ($"{name}.State", "Present"),
            ($"{name}.Arrived", "10:09")
        );
        Assert.Equal(
            [
                "Petra Novak: someone else wrote down present from 10:07 to 10:12 meanwhile. Save again to have what stands here.",
            ],
            met.Errors
        );
        Assert.Contains("value=\"10:09\"", met.Text, StringComparison.Ordinal);

        // She ends the meeting while he types: his words are on his page still.
        var open = await sunil.GetAsync(PaperSheet.Address);
        await EndAsync(carys, sitting);
        var late = await PaperSheet.ItemAsync(
            sunil,
            sitting.SecretItem,
            "Discussed",
            "A new address",
            open
        );
        Assert.Contains("written down already", late.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("A new address", late.Text, StringComparison.Ordinal);
        Assert.Equal(MeetingStatus.Ended, (await Sitting.MeetingAsync(moot)).Status);
    }

    [Theory, BothDatabases]
    public async Task A_meeting_that_was_never_ended_is_on_This_week_of_who_ran_it(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, _) = await BegunAsync(moot);
        using var closing = clive;
        const string Line = "The hub of Tuesday 24 November was never ended";
        Assert.DoesNotContain(Line, (await clive.GetAsync("/")).Words, StringComparison.Ordinal);
        moot.Clock.Set(Sitting.Morning.AddMinutes(75));
        using var carys = await moot.AsAsync(People.Coordinator);
        foreach (var browser in new[] { clive, carys })
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
        Assert.Contains(
            "The rest of the hub of Tuesday 24 November waits to be written up",
            (await clive.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task The_end_lies_behind_what_the_screen_recorded(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, _) = await BegunAsync(moot);
        using var closing = clive;
        await BreakOffAsync(clive);
        moot.Clock.Set(Sitting.Morning.AddHours(2));
        var wrong = await EndAsync(clive, sitting, "10:05");
        Assert.Equal(
            ["An item began or ended at 10:21, so the meeting cannot have ended before."],
            wrong.Errors
        );
        Assert.Equal(MeetingStatus.Live, (await Sitting.MeetingAsync(moot)).Status);
        // The chair, who writes no minutes, ends it all the same.
        Assert.Equal(Sitting.Live, (await EndAsync(clive, sitting)).Path);
    }

    // The theme is dealt with and an action given; the network fails at the case, twelve minutes after it began.
    private static async Task<(Browser Chair, Page Page)> BegunAsync(Moot moot)
    {
        var (clive, _) = await Sitting.StartAsync(moot);
        moot.Clock.Advance(TimeSpan.FromSeconds(90));
        var page = await Sitting.MoveAsync(clive, "Scooters");
        page = await clive.PostAsync(
            page,
            "handler=Act",
            null,
            ("Act.Text", "Write to the ward"),
            ("Act.OwnerMembershipId", World.PoliceMember.ToString())
        );
        Assert.Empty(page.Errors);
        moot.Clock.Advance(TimeSpan.FromMinutes(4));
        page = await clive.PostAsync(
            page,
            "handler=EndItem",
            null,
            ("Ending.Summary", "Scooters are seized")
        );
        moot.Clock.Set(Sitting.Morning.AddMinutes(25));
        page = await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        Assert.Empty(page.Errors);
        moot.Clock.Advance(TimeSpan.FromSeconds(150));
        return (clive, page);
    }

    private static async Task<Page> BreakOffAsync(Browser browser) =>
        await browser.PostAsync(await browser.GetAsync(Sitting.Live), "Write up the rest on paper");

    private static async Task<Page> EndAsync(
        Browser browser,
        Sitting sitting,
        string ended = "10:40"
    )
    {
        var page = await browser.GetAsync(PaperSheet.Address);
        var row = PaperSheet.RowOf(page, sitting.CaseItem);
        return await browser.PostAsync(
            page,
            "handler=Save",
            "End the meeting",
            ($"{row}.Outcome", "Discussed"),
            ($"{row}.Ended", "10:21"),
            ($"{row}.Summary", "Noise goes on"),
            ("Finish.Ended", ended),
            ("Finish.RoomChecked", "true")
        );
    }
}
