using FsCheck;
using FsCheck.Fluent;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Features.Partnership.Bodies;

namespace Moothall.Tests.Features.CommunitySafetyHub.Referrals;

[Rule("S1-5.6b")]
[Rule("C3")]
public class LatenessTests
{
    private static readonly PlannedMeeting First = Meeting(24, 11);
    private static readonly PlannedMeeting Second = Meeting(1, 12);
    private static readonly PlannedMeeting Third = Meeting(8, 12);

    [Theory]
    [InlineData(11, 59, 59, false)]
    [InlineData(12, 0, 0, false)] // noon itself is "by 12.00pm"
    [InlineData(12, 0, 1, true)]
    [InlineData(12, 1, 0, true)]
    [InlineData(23, 59, 59, true)]
    public void Noon_on_monday_is_the_line(int hour, int minute, int second, bool late)
    {
        var decision = Lateness.Decide(On(23, hour, minute, second), [Second, First]);
        Assert.Equal(late, decision.Late);
        Assert.Equal(late ? Second : First, decision.Meeting);
        Assert.Equal(late ? First : null, decision.LateFor);
    }

    [Fact]
    public void The_sentence_says_when_what_and_where_to()
    {
        Assert.Equal(
            "Received Monday 23 November at 12:01, after the cut-off at 12:00, so it goes to the hub on Tuesday 1 December unless the chair admits it.",
            Lateness.Decide(On(23, 12, 1), [First, Second]).Reason
        );
        Assert.Contains(
            "at 12:00:01, after",
            Lateness.Decide(On(23, 12, 0, 1), [First, Second]).Reason,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "after the cut-off at 12:00 on Monday 23 November",
            Lateness.Decide(On(24, 9, 0), [First, Second]).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_chair_may_admit_it_and_it_stays_late()
    {
        var decision = Lateness.Decide(On(23, 15, 0), [First, Second], chairAdmits: true);
        Assert.Equal(First, decision.Meeting);
        Assert.True(decision.Late);
        Assert.EndsWith(
            "admitted by the chair to the hub on Tuesday 24 November.",
            decision.Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_cancelled_meeting_has_no_cut_off()
    {
        var decision = Lateness.Decide(On(23, 15, 0), [First with { Cancelled = true }, Second]);
        Assert.Equal(Second, decision.Meeting);
        Assert.False(decision.Late);
        Assert.EndsWith(
            "The hub on Tuesday 24 November is cancelled.",
            decision.Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_late_referral_skips_a_cancelled_meeting()
    {
        var decision = Lateness.Decide(
            On(23, 15, 0),
            [First, Second with { Cancelled = true }, Third]
        );
        Assert.Equal(Third, decision.Meeting);
    }

    [Fact]
    public void During_the_meeting_it_is_in_time_for_the_next() =>
        Assert.Equal(Second, Lateness.Decide(On(24, 10, 30), [First, Second]).Meeting);

    [Fact]
    public void With_nothing_planned_it_waits()
    {
        Assert.Null(Lateness.Decide(On(24, 10, 30), [First]).Meeting);
        var late = Lateness.Decide(On(23, 13, 0), [First]);
        Assert.Null(late.Meeting);
        Assert.True(late.Late);
        Assert.Contains("the next hub to be planned", late.Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Rule("S1-5.6b")]
    public void Later_never_makes_an_earlier_meeting_and_late_means_past_the_cut_off()
    {
        var epoch = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var hub = MeetingSchedule.Hub;
        var planned = hub.Occurrences(epoch, epoch.AddDays(400))
            .Select(
                (s, n) => new PlannedMeeting(Guid.CreateVersion7(), s, hub.CutOff(s), n % 9 == 4)
            )
            .ToList();
        var pairs =
            from a in Gen.Choose(0, 60 * 24 * 365)
            from gap in Gen.Choose(0, 60 * 24 * 8)
            select (Early: epoch.AddMinutes(a), Late: epoch.AddMinutes(a + gap));
        Prop.ForAll(
                pairs.ToArbitrary(),
                p =>
                {
                    var early = Lateness.Decide(p.Early, planned);
                    var late = Lateness.Decide(p.Late, planned);
                    return early.Meeting!.StartUtc <= late.Meeting!.StartUtc
                        && !early.Meeting.Cancelled
                        && p.Early <= early.Meeting.CutOffUtc
                        && (
                            early.LateFor is null
                            || (
                                p.Early > early.LateFor.CutOffUtc
                                && p.Early < early.LateFor.StartUtc
                            )
                        );
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static PlannedMeeting Meeting(int day, int month)
    {
        var start = new DateTime(2026, month, day, 10, 0, 0, DateTimeKind.Utc);
        return new(Guid.CreateVersion7(), start, MeetingSchedule.Hub.CutOff(start), false);
    }

    private static DateTime On(int day, int hour, int minute, int second = 0) =>
        new(2026, 11, day, hour, minute, second, DateTimeKind.Utc);
}
