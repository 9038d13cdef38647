using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Email;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>The course of a meeting: start, items, sharing, the chair, the end.</summary>
public sealed class LiveMeetingTests
{
    [Theory, BothDatabases]
    [Rule("S1-3.4")]
    public async Task The_minutes_are_there_when_the_meeting_ends(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, page) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var ended = await clive.PostAsync(page, "End the meeting", null, ("roomChecked", "true"));
        Assert.Contains("The meeting has ended.", ended.Words, StringComparison.Ordinal);
        Assert.Equal(MeetingStatus.Ended, (await Sitting.MeetingAsync(moot)).Status);
        var minutes = await moot.WithAsync(db =>
            db.Set<Minutes>().Include(one => one.Sections).SingleAsync()
        );
        Assert.Equal((World.NextMeeting, MinutesStatus.Draft), (minutes.MeetingId, minutes.Status));
        Assert.NotEmpty(minutes.Sections);
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "Minutes of Tuesday 24 November to be checked and signed",
            (await carys.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-7.2e")]
    [Rule("S1-7.2f")]
    public async Task It_starts_only_with_the_chair_the_protocol_and_every_signature(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (carys, page) = await Sitting.ComeAsync(moot, People.Coordinator);
        using var closing = carys;
        var noChair = await carys.PostAsync(page, "Start the meeting", null, Sitting.Confirmed);
        Assert.Contains(
            "Clive Hartley is not on the register as here",
            noChair.Words,
            StringComparison.Ordinal
        );

        var (clive, atDoor) = await Sitting.ComeAsync(moot, People.Chair);
        using var ending = clive;
        var silent = await clive.PostAsync(atDoor, "Start the meeting");
        Assert.Contains("sharing protocol was explained", silent.Words, StringComparison.Ordinal);

        await moot.AddAsync(
            new AttendanceEntry
            {
                MeetingId = World.NextMeeting,
                MembershipId = World.CharityMember,
                Name = "Wren Holloway",
                OrganisationName = "Harbour",
                Kind = AttendeeKind.Representative,
                State = AttendanceState.Present,
                ArrivedAt = Sitting.Morning,
            }
        );
        var unsigned = await clive.PostAsync(
            await clive.GetAsync(Sitting.Live),
            "Start the meeting",
            null,
            Sitting.Confirmed
        );
        Assert.Equal(["Not signed yet: Wren Holloway."], unsigned.Errors);
        Assert.Equal(MeetingStatus.Planned, (await Sitting.MeetingAsync(moot)).Status);

        await moot.WithAsync(db =>
            db.Set<AttendanceEntry>()
                .Where(entry => entry.Name == "Wren Holloway")
                .ExecuteDeleteAsync()
        );
        await clive.PostAsync(
            await clive.GetAsync(Sitting.Live),
            "Start the meeting",
            null,
            Sitting.Confirmed
        );
        var meeting = await Sitting.MeetingAsync(moot);
        Assert.Equal(
            (MeetingStatus.Live, Sitting.Morning, Sitting.Morning),
            (meeting.Status, meeting.StartedAt, meeting.ProtocolExplainedAt)
        );
        Assert.Equal(People.Chair.Id, meeting.Chairings.Single().UserId);
        Assert.Equal(meeting.Items.Single(i => i.Order == 1).Id, meeting.CurrentItemId);
    }

    [Theory, BothDatabases]
    [Rule("S1-6.2")]
    [Rule("S1-5.8")]
    public async Task An_item_ends_with_a_summary_and_the_next_one_opens(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var page = await Sitting.MoveAsync(clive, "Scooters");
        moot.Clock.Advance(TimeSpan.FromMinutes(4));
        var empty = await clive.PostAsync(page, "handler=EndItem", null, ("Ending.Summary", ""));
        Assert.Contains(
            "Sum up the discussion before moving on.",
            empty.Words,
            StringComparison.Ordinal
        );
        await clive.PostAsync(
            page,
            "handler=EndItem",
            null,
            ("Ending.Summary", "Patrols after school"),
            ("Ending.Decision", "Letter to the school"),
            ("Ending.Dissent", "Housing would rather wait")
        );
        var meeting = await Sitting.MeetingAsync(moot);
        var item = meeting.Items.Single(one => one.Id == sitting.Theme);
        Assert.Equal(
            (
                ItemOutcome.Discussed,
                "Patrols after school",
                "Letter to the school",
                "Housing would rather wait",
                240
            ),
            (item.Outcome, item.Summary, item.Decision, item.Dissent, item.UsedSeconds)
        );
        Assert.Equal(sitting.Actions, meeting.CurrentItemId);
        Assert.Equal(ItemOutcome.Discussed, meeting.Items.Single(one => one.Order == 1).Outcome);
    }

    [Theory, BothDatabases]
    public async Task An_acting_chair_takes_over_with_that_meetings_powers(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var (petra, page) = await Sitting.ComeAsync(moot, People.Police);
        using var ending = petra;
        Assert.DoesNotContain("handler=Move", page.Text, StringComparison.Ordinal);
        var share = page.Form("handler=Share");
        share.SetAttribute("action", Sitting.Live + "?handler=End");
        var refused = await petra.PostAsync(page, share, null, ("roomChecked", "true"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);

        moot.Clock.Advance(TimeSpan.FromMinutes(5));
        var asked = await petra.PostAsync(page, "handler=Chair", null, ("from", ""));
        Assert.Contains("Clive Hartley is in the chair and here", asked.Errors.Single());
        Assert.Equal(People.Chair.Id, (await Sitting.MeetingAsync(moot)).ChairId);
        var mute = await petra.PostAsync(page, "Take the chair from");
        Assert.StartsWith("Say why Clive Hartley hands", mute.Errors.Single());
        await petra.PostAsync(page, "Take the chair from", null, ("why", "he presents item 2"));
        var meeting = await Sitting.MeetingAsync(moot);
        Assert.Equal(People.Police.Id, meeting.ChairId);
        Assert.Equal(
            [
                (People.Chair.Name, Sitting.Morning.AddMinutes(10)),
                (People.Police.Name, Sitting.Morning.AddMinutes(15)),
            ],
            meeting.Chairings.OrderBy(one => one.From).Select(one => (one.Name, one.From))
        );
        var seen = await clive.GetAsync(Sitting.Live);
        Assert.Contains(
            "Petra Novak took the chair from Clive Hartley at 10:05. The reason: he presents item 2.",
            seen.Words,
            StringComparison.Ordinal
        );
        var told = await moot.WithAsync(db => db.Set<Notice>().ToListAsync());
        Assert.Contains(told, one => one.To == People.Chair.Email);
        var moved = await Sitting.MoveAsync(petra, "Scooters");
        Assert.Contains("2. Scooters in the park", moved.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    [Rule("S1-7.2g")]
    [Rule("C5")]
    public async Task It_ends_with_the_room_check_and_what_was_not_reached(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, page) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var untidy = await clive.PostAsync(page, "no paper is left");
        Assert.Contains("Tick that the room was checked", untidy.Words, StringComparison.Ordinal);
        page = await Sitting.MoveAsync(clive, "Scooters");
        await moot.WithAsync(async db =>
            db.Add(
                new SharedInformation
                {
                    ItemId = (
                        await db.Set<AgendaItem>().SingleAsync(i => i.Title.Contains("Scooters"))
                    ).Id,
                    OrganisationName = "Testshire Police",
                    RecordedByName = People.Police.Name,
                    At = Sitting.Morning,
                    Text = "Seen twice on Sunday.",
                }
            )
        );
        var half = await clive.PostAsync(page, "no paper is left", null, ("roomChecked", "true"));
        Assert.Equal(["Begun but not summed up: item 2. End these first."], half.Errors);
        page = await clive.PostAsync(page, "handler=EndItem", "No change");
        moot.Clock.Set(Sitting.Morning.AddMinutes(70));
        page = await clive.PostAsync(page, "no paper is left", null, ("roomChecked", "true"));
        var meeting = await Sitting.MeetingAsync(moot);
        Assert.Equal(
            (
                MeetingStatus.Ended,
                Sitting.Morning.AddMinutes(70),
                RoomCheck.Done,
                People.Chair.Name
            ),
            (meeting.Status, meeting.EndedAt, meeting.RoomCheck, meeting.RoomCheckedByName)
        );
        ItemOutcome?[] outcomes =
        [
            ItemOutcome.Discussed,
            ItemOutcome.NoChange,
            ItemOutcome.Discussed,
            ItemOutcome.NotReached,
            ItemOutcome.NotReached,
            ItemOutcome.NotReached,
        ];
        Assert.Equal(outcomes, meeting.Items.OrderBy(i => i.Order).Select(i => i.Outcome));
        var action = await moot.WithAsync(db =>
            db.Set<HubAction>().SingleAsync(one => one.Id == sitting.OldAction)
        );
        Assert.Equal((1, ActionStatus.Open), (action.CarriedForward, action.Status));
    }

    [Theory, BothDatabases]
    [Rule("C5")]
    public async Task A_virtual_meeting_needs_no_room_check_and_says_so(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        await moot.WithAsync(async db =>
            (await db.Set<HubMeeting>().SingleAsync(m => m.Id == World.NextMeeting)).Mode =
                MeetingMode.Virtual
        );
        var (clive, page) = await Sitting.StartAsync(moot);
        using var closing = clive;
        await clive.PostAsync(page, "not applicable");
        Assert.Equal(RoomCheck.NotApplicable, (await Sitting.MeetingAsync(moot)).RoomCheck);
    }

    [Theory, BothDatabases]
    [Rule("S1-6.5")]
    public async Task A_case_closes_for_one_of_two_reasons_and_not_before_its_actions(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var page = await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        (string, string?)[] end =
        [
            ("Ending.Summary", "Tenancy saved"),
            ("Ending.Case", "CloseResolved"),
        ];
        var early = await clive.PostAsync(page, "handler=EndItem", null, end);
        Assert.Contains(
            "One action of this case is still on the list",
            early.Words,
            StringComparison.Ordinal
        );
        Assert.Equal(CaseStatus.Open, (await CaseAsync(moot, sitting)).Status);
        page = await clive.PostAsync(
            page,
            "handler=TakeOff",
            "Resolved",
            ("because", "Visited on Monday")
        );
        await clive.PostAsync(page, "handler=EndItem", null, end);
        var closed = await CaseAsync(moot, sitting);
        Assert.Equal(
            (CaseStatus.Closed, ClosureReason.Resolved, "Tenancy saved"),
            (closed.Status, closed.ClosedAs, closed.ClosureSummary)
        );
    }

    private static Task<HubCase> CaseAsync(Moot moot, Sitting sitting) =>
        moot.WithAsync(db => db.Set<HubCase>().SingleAsync(one => one.Id == sitting.Case));
}
