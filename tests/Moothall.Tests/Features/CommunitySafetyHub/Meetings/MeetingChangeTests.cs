using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Features.CommunitySafetyHub.Agendas;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>Moving, cancelling, planning and inviting to one meeting.</summary>
public sealed class MeetingChangeTests
{
    private static readonly string Meeting = $"/Meetings/{World.NextMeeting}";

    [Theory, BothDatabases]
    [Rule("C4")]
    public async Task Moving_takes_the_cut_off_along_and_changes_no_lateness(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = Week.Case("CSH-2026-MOV1", "Moved");
        var referral = Week.Accepted(hubCase, World.NextMeeting);
        referral.IsLate = true;
        await moot.AddAsync(hubCase, referral);
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync(Meeting + "/Move");
        var back = await carys.PostAsync(form, (string?)null, null, [.. Day(26, 11, 2026)]);
        Assert.Equal(["Say why the meeting is moved"], back.Errors);
        back = await carys.PostAsync(
            form,
            (string?)null,
            null,
            [.. Day(1, 12, 2026), ("Input.Because", "Chamber flooded")]
        );
        Assert.Contains(
            "Another meeting is planned",
            back.Errors.Single(),
            StringComparison.Ordinal
        );
        back = await carys.PostAsync(
            form,
            (string?)null,
            null,
            [.. Day(20, 11, 2026), ("Input.Because", "Chamber flooded")]
        );
        Assert.Contains("still ahead", back.Errors.Single(), StringComparison.Ordinal);
        await carys.PostAsync(
            form,
            (string?)null,
            null,
            [.. Day(26, 11, 2026), ("Input.Because", "Chamber flooded")]
        );
        var moved = await FindAsync(moot);
        Assert.Equal(new(2026, 11, 26, 10, 0, 0, DateTimeKind.Utc), moved.StartsAt);
        Assert.Equal(new(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc), moved.CutOffAt);
        var told = await moot.WithAsync(db => db.Set<Referral>().SingleAsync());
        Assert.True(told.IsLate);
        Assert.Equal(World.NextMeeting, told.MeetingId);
        Assert.Equal(
            "The meeting of Tuesday 24 November was moved to Thursday 26 November 2026 at 10:00: Chamber flooded",
            told.MeetingWhy
        );
    }

    [Theory, BothDatabases]
    [Rule("C4")]
    public async Task A_cancelled_meetings_referrals_and_actions_come_to_the_next(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var last = Week.LastMeeting();
        var hubCase = Week.Case("CSH-2026-CAN1", "Cancelled week");
        await moot.AddAsync(last, hubCase);
        await moot.AddAsync(
            Week.Accepted(hubCase, World.NextMeeting),
            Week.Action(null, last, "Marker carried", new(2026, 11, 24))
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync(Meeting + "/Cancel");
        var back = await carys.PostAsync(form, (string?)null, null, ("Because", " "));
        Assert.Equal(["Say why the meeting is cancelled"], back.Errors);
        await carys.PostAsync(form, (string?)null, null, ("Because", "Snow."));
        Assert.Equal(MeetingStatus.Cancelled, (await FindAsync(moot)).Status);
        var referral = await moot.WithAsync(db => db.Set<Referral>().SingleAsync());
        Assert.Equal(World.MeetingAfter, referral.MeetingId);
        Assert.False(referral.IsLate);
        Assert.Equal(
            "The meeting of Tuesday 24 November was cancelled: Snow. The referral goes to the meeting of Tuesday 1 December 2026 at 10:00.",
            referral.MeetingWhy
        );
        var next = await carys.GetAsync($"/Meetings/{World.MeetingAfter}/Agenda");
        Assert.Contains("CSH-2026-CAN1", next.Words, StringComparison.Ordinal);
        Assert.Contains("Marker carried", next.Words, StringComparison.Ordinal);
        // It is over: no more arranging, and it is not planned a second time.
        Assert.Equal(HttpStatusCode.NotFound, (await carys.GetAsync(Meeting + "/Move")).Status);
        await carys.GetAsync("/Meetings");
        Assert.Equal(8, (await PlanningTests.MeetingsAsync(moot)).Count(one => one.Id != last.Id));
    }

    [Theory, BothDatabases]
    [Rule("S0-5")]
    public async Task A_meeting_has_a_mode_with_its_venue_or_link(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync(Meeting + "/Plan");
        var back = await carys.PostAsync(
            form,
            "Save the meeting",
            null,
            ("Input.Mode", "Virtual"),
            ("Input.Place", "")
        );
        Assert.Equal(["Enter the link people join by"], back.Errors);
        await carys.PostAsync(
            form,
            "Save the meeting",
            null,
            ("Input.Mode", "Hybrid"),
            ("Input.Place", "Chamber and https://meet.example/hub")
        );
        Assert.Equal(MeetingMode.Hybrid, (await FindAsync(moot)).Mode);
        await Week.PublishAsync(moot, World.NextMeeting);
        using var petra = await moot.AsAsync(People.Police);
        var agenda = await petra.GetAsync(Meeting + "/Agenda");
        Assert.Contains(
            "Hybrid: Chamber and https://meet.example/hub",
            agenda.Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    [Rule("C4")]
    public async Task The_chair_may_set_another_cut_off(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var clive = await moot.AsAsync(People.Chair);
        var form = await clive.GetAsync(Meeting + "/Plan");
        var late = await clive.PostAsync(
            form,
            "Save the meeting",
            null,
            [("Input.CutOffTime", "11am"), .. CutOff(24)]
        );
        Assert.Equal(["Referrals cannot close after the meeting has started"], late.Errors);
        await clive.PostAsync(
            form,
            "Save the meeting",
            null,
            [("Input.CutOffTime", "4pm"), .. CutOff(20)]
        );
        Assert.Equal(
            new(2026, 11, 20, 16, 0, 0, DateTimeKind.Utc),
            (await FindAsync(moot)).CutOffAt
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-4.5")]
    public async Task An_invitation_says_who_why_by_whom_and_for_which_items(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var mine = Week.Case("CSH-2026-MINE", "Marker mine");
        var other = Week.Case("CSH-2026-OTHR", "Marker other");
        await moot.AddAsync(mine, other);
        await moot.AddAsync(
            Week.Accepted(mine, World.NextMeeting),
            Week.Accepted(other, World.NextMeeting)
        );
        using var clive = await moot.AsAsync(People.Chair);
        await clive.GetAsync(Meeting + "/Agenda");
        var item = await moot.WithAsync(db =>
            db.Set<AgendaItem>()
                .Where(one => one.CaseId == mine.Id)
                .Select(one => one.Id)
                .SingleAsync()
        );
        var form = await clive.GetAsync(Meeting + "/Invite");
        (string, string?)[] person =
        [
            ("Input.Name", People.Guest.Name),
            ("Input.Agency", "Riverside School"),
            ("Input.UserId", People.Guest.Id.ToString()),
            ("Input.Items", item.ToString()),
        ];
        var back = await clive.PostAsync(
            form,
            (string?)null,
            null,
            [.. person, ("Input.Kind", "Invitee")]
        );
        Assert.Equal(["Say why they are invited"], back.Errors);
        back = await clive.PostAsync(
            form,
            (string?)null,
            null,
            [.. person, ("Input.Kind", "Observer"), ("Input.Why", "Learning")]
        );
        Assert.Contains("They get no papers", back.Errors.Single(), StringComparison.Ordinal);
        await clive.PostAsync(
            form,
            (string?)null,
            null,
            [.. person, ("Input.Kind", "Invitee"), ("Input.Why", "Teaches the pupil")]
        );
        var entry = await moot.WithAsync(db =>
            db.Set<AttendanceEntry>().Include(one => one.Items).SingleAsync()
        );
        Assert.Equal(
            (People.Chair.Name, "Teaches the pupil", AttendeeKind.Invitee),
            (entry.InvitedByName, entry.InvitedWhy, entry.Kind)
        );
        Assert.Equal(item, entry.Items.Single().ItemId);

        // The invitee reads that item and no other, once the agenda is published.
        using var gita = await moot.AsAsync(People.Guest);
        Assert.Equal(HttpStatusCode.NotFound, (await gita.GetAsync(Meeting + "/Agenda")).Status);
        await Week.PublishAsync(moot, World.NextMeeting);
        var agenda = await gita.GetAsync(Meeting + "/Agenda");
        Assert.Contains("Marker mine", agenda.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Marker other", agenda.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Any other business", agenda.Text, StringComparison.Ordinal);

        // Taken back, nothing is left.
        var plan = await clive.GetAsync(Meeting + "/Plan");
        Assert.Contains(
            "Invited by Clive Hartley: Teaches the pupil",
            plan.Words,
            StringComparison.Ordinal
        );
        await clive.PostAsync(plan, "Take back");
        Assert.Equal(HttpStatusCode.NotFound, (await gita.GetAsync(Meeting + "/Agenda")).Status);
    }

    [Theory, BothDatabases]
    [Rule("S1-4.5")]
    [Rule("S1-3.1b")]
    public async Task A_guest_speaker_comes_with_an_item(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        await carys.GetAsync(Meeting + "/Agenda");
        await carys.PostAsync(
            await carys.GetAsync(Meeting + "/Invite"),
            (string?)null,
            null,
            ("Input.Kind", "GuestSpeaker"),
            ("Input.Name", "Sam Lowe"),
            ("Input.Agency", "Fire Service"),
            ("Input.Why", "Water safety")
        );
        var agenda = await carys.GetAsync(Meeting + "/Agenda");
        Assert.Contains("Guest speaker: Sam Lowe", AgendaPageTests.Titles(agenda));
    }

    private static (string, string?)[] Day(int day, int month, int year) =>
        [
            ("Input.Day.Day", $"{day}"),
            ("Input.Day.Month", $"{month}"),
            ("Input.Day.Year", $"{year}"),
        ];

    private static (string, string?)[] CutOff(int day) =>
        [
            ("Input.CutOffDay.Day", $"{day}"),
            ("Input.CutOffDay.Month", "11"),
            ("Input.CutOffDay.Year", "2026"),
        ];

    private static Task<HubMeeting> FindAsync(Moot moot) =>
        moot.WithAsync(db =>
            db.Set<HubMeeting>().AsNoTracking().SingleAsync(one => one.Id == World.NextMeeting)
        );
}
