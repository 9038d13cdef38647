using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Platform.Time;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>Durations and days of meetings, across both clock changes too.</summary>
public sealed class MeetingClockTests
{
    [Theory]
    // Sunday 28 March 2027: 01:00 becomes 02:00; Sunday 25 October 2026: 02:00 becomes 01:00.
    [InlineData(2027, 3, 28, 0, 30, 90)]
    [InlineData(2026, 10, 25, 0, 30, 210)]
    public void Between_half_past_midnight_and_three_by_the_wall_clock(
        int year,
        int month,
        int day,
        int hour,
        int minute,
        int minutes
    )
    {
        var date = new DateOnly(year, month, day);
        var begun = UkTime.ToUtc(date, new(hour, minute));
        var now = UkTime.ToUtc(date, new(3, 0));
        var meeting = Meeting(begun);
        meeting.StartedAt = begun;
        Assert.Equal(minutes * 60, MeetingClock.Of(meeting, now).Used);
        var item = Item();
        (item.UsedSeconds, item.RunningSince) = (30, begun);
        Assert.Equal((minutes * 60) + 30, MeetingClock.Of(item, now).Used);
    }

    [Fact]
    public void Time_left_and_time_over_are_said_in_words()
    {
        Assert.Equal("12 minutes used, 48 minutes left", new MeetingClock(750, 3600, true).Words);
        Assert.Equal("61 minutes used, 1 minute over", new MeetingClock(3670, 3600, true).Words);
    }

    [Theory]
    [InlineData("2026-10-23T22:59:00Z", false)]
    [InlineData("2026-10-23T23:00:00Z", true)]
    [InlineData("2027-03-27T00:00:00Z", false)]
    public void The_agreement_opens_at_midnight_in_London_before_a_meeting_of_the_clock_change(
        string now,
        bool open
    )
    {
        var meeting = Meeting(new(2026, 10, 25, 10, 0, 0, DateTimeKind.Utc));
        meeting.PublishedAt = new(2026, 10, 20, 10, 0, 0, DateTimeKind.Utc);
        if (now.StartsWith("2027", StringComparison.Ordinal))
        {
            meeting.StartsAt = new(2027, 3, 29, 9, 0, 0, DateTimeKind.Utc);
        }

        var at = DateTime.Parse(
            now,
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AdjustToUniversal
        );
        Assert.Equal(open, AgreementWindow.Check(meeting, at).Allowed);
    }

    private static HubMeeting Meeting(DateTime start) =>
        new()
        {
            BodyId = World.Hub,
            StartsAt = start,
            Minutes = 60,
            CutOffAt = start.AddHours(-22),
        };

    private static AgendaItem Item() =>
        new()
        {
            MeetingId = World.NextMeeting,
            Part = AgendaPart.A,
            Kind = AgendaItemKind.Urgent,
            Order = 1,
            Title = "Theme",
            Minutes = 5,
        };
}
