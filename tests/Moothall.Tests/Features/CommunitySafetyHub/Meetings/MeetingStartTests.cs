using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>Recording, transcription and assistants are off before a meeting starts; who chairs when the chair never comes.</summary>
public sealed class MeetingStartTests
{
    [Theory]
    [InlineData(MeetingMode.InPerson, "on every device in the room")]
    [InlineData(MeetingMode.Virtual, "in the call and on everyone's device")]
    [InlineData(MeetingMode.Hybrid, "in the call and on every device in the room")]
    public void What_is_confirmed_fits_the_way_people_meet(MeetingMode mode, string where) =>
        Assert.Equal(
            $"recording, transcription and assistants are off {where}",
            MeetingStart.RecordingOff(mode)
        );

    [Theory, BothDatabases]
    [Rule("S1-7.2e")]
    public async Task It_does_not_start_before_recording_is_confirmed_off(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        await moot.WithAsync(async db =>
            (await db.Set<HubMeeting>().SingleAsync(m => m.Id == World.NextMeeting)).Mode =
                MeetingMode.Hybrid
        );
        var (clive, page) = await Sitting.ComeAsync(moot, People.Chair);
        using var closing = clive;
        var without = await clive.PostAsync(page, "Start the meeting", null, ("explained", "true"));
        Assert.Equal(
            [
                "Check and tick that recording, transcription and assistants are off in the call and on every device in the room.",
            ],
            without.Errors
        );
        Assert.Equal(MeetingStatus.Planned, (await Sitting.MeetingAsync(moot)).Status);
        // What was ticked before is still ticked, so that one more tick is enough.
        var live = await clive.PostAsync(
            without,
            "Start the meeting",
            null,
            ("recordingOff", "true")
        );
        Assert.Empty(live.Errors);
        var meeting = await Sitting.MeetingAsync(moot);
        Assert.Equal(
            (MeetingStatus.Live, Sitting.Morning, "Clive Hartley"),
            (meeting.Status, meeting.RecordingOffAt!.Value, meeting.StartedByName)
        );
        await clive.PostAsync(live, "End the meeting", null, ("roomChecked", "true"));
        Assert.Contains(
            "Recording, transcription and assistants were off in the call and on every device in the room, confirmed by Clive Hartley at 09:50.",
            await TextAsync(moot, MinutesSectionKind.Confidentiality),
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-6.1")]
    public async Task When_the_chair_never_comes_another_chairs_and_the_minutes_say_why(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (olwen, councillor) = await Sitting.ComeAsync(moot, People.Councillor);
        using var ending = olwen;
        Assert.DoesNotContain("handler=Chair", councillor.Text, StringComparison.Ordinal);
        var (petra, page) = await Sitting.ComeAsync(moot, People.Police);
        using var closing = petra;
        moot.Clock.Set(Sitting.Morning.AddMinutes(14));
        page = await petra.PostAsync(page, "Take the chair");
        page = await petra.PostAsync(page, "Start the meeting", null, Sitting.Confirmed);
        Assert.Empty(page.Errors);
        Assert.Contains(
            "Petra Novak took the chair at 10:04. The reason: Clive Hartley had not come.",
            page.Words,
            StringComparison.Ordinal
        );
        var chairing = (await Sitting.MeetingAsync(moot)).Chairings.Single();
        Assert.Equal(
            (People.Police.Id, Sitting.Morning.AddMinutes(14), "Clive Hartley had not come"),
            (chairing.UserId, chairing.From, chairing.Because)
        );
        await petra.PostAsync(page, "End the meeting", null, ("roomChecked", "true"));
        var text = await TextAsync(moot, MinutesSectionKind.Meeting);
        Assert.Contains("Acting chair: Petra Novak", text, StringComparison.Ordinal);
        Assert.Contains(
            "Chair taken: by Petra Novak at 10:04, because Clive Hartley had not come",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_reason_is_what_the_register_says_of_the_chair()
    {
        AttendanceEntry Line(AttendanceState state, DateTime? left = null) =>
            new()
            {
                MeetingId = World.NextMeeting,
                Name = "Clive",
                OrganisationName = "",
                Kind = AttendeeKind.Chair,
                State = state,
                LeftAt = left,
            };
        Assert.Equal("nobody was named to chair", ActingChair.Because("", null));
        Assert.Equal("Clive had not come", ActingChair.Because("Clive", null));
        Assert.Equal(
            "Clive had not come",
            ActingChair.Because("Clive", Line(AttendanceState.Expected))
        );
        Assert.Equal(
            "Clive sent apologies",
            ActingChair.Because("Clive", Line(AttendanceState.Apologies))
        );
        Assert.Null(ActingChair.Because("Clive", Line(AttendanceState.Present)));
        Assert.Equal(
            "Clive left at 09:50",
            ActingChair.Because("Clive", Line(AttendanceState.Present, Sitting.Morning))
        );
    }

    private static Task<string> TextAsync(Moot moot, MinutesSectionKind kind) =>
        moot.WithAsync(db =>
            db.Set<MinutesSection>()
                .Where(section => section.Kind == kind)
                .Select(section => section.Text)
                .SingleAsync()
        );
}
