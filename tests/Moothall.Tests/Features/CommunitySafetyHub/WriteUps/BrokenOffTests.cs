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
        var (clive, _) = await BrokenOff.BeginAsync(moot);
        using var closing = clive;
        var before = await Sitting.MeetingAsync(moot);
        var form = await BrokenOff.BreakOffAsync(clive);
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
        using var carys = await BrokenOff.SignedAsync(moot, People.Coordinator);
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
            before.Signatures.Select(one => (one.Id, one.Manner)),
            meeting
                .Signatures.Where(one => one.UserId != People.Coordinator.Id)
                .Select(one => (one.Id, one.Manner))
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
    public async Task Two_who_write_it_up_lose_nothing(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, _) = await BrokenOff.BeginAsync(moot);
        using var closing = clive;
        await BrokenOff.BreakOffAsync(clive);
        moot.Clock.Set(Sitting.Morning.AddHours(2));
        using var carys = await BrokenOff.SignedAsync(moot, People.Coordinator);
        using var sunil = await BrokenOff.SignedAsync(moot, People.SecondCoordinator);
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
        await BrokenOff.EndAsync(carys, sitting);
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
    public async Task The_end_lies_behind_what_the_screen_recorded(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, _) = await BrokenOff.BeginAsync(moot);
        using var closing = clive;
        await BrokenOff.BreakOffAsync(clive);
        moot.Clock.Set(Sitting.Morning.AddHours(2));
        var wrong = await BrokenOff.EndAsync(clive, sitting, "10:05");
        Assert.Equal(
            ["An item began or ended at 10:21, so the meeting cannot have ended before."],
            wrong.Errors
        );
        Assert.Equal(MeetingStatus.Live, (await Sitting.MeetingAsync(moot)).Status);
        // The chair, who writes no minutes, ends it all the same.
        Assert.Equal(Sitting.Live, (await BrokenOff.EndAsync(clive, sitting)).Path);
    }
}
