using Moothall.Features.CommunitySafetyHub.Meetings;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

[Rule("S1-3.1b")]
public class MeetingLengthTests
{
    [Theory]
    [InlineData(60, false, true)]
    [InlineData(61, false, false)]
    [InlineData(61, true, true)]
    [InlineData(180, true, true)]
    [InlineData(181, true, false)]
    [InlineData(0, true, false)]
    public void An_hour_unless_a_guest_speaks(int minutes, bool speaker, bool allowed)
    {
        var verdict = MeetingLength.Check(minutes, speaker);
        Assert.Equal(allowed, verdict.Allowed);
        Assert.EndsWith(".", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_refusal_names_the_one_reason_that_would_do() =>
        Assert.Contains(
            "only when a guest speaker",
            MeetingLength.Check(75, false).Reason,
            StringComparison.Ordinal
        );
}
