using Moothall.Features.CommunitySafetyHub.Agendas;

namespace Moothall.Tests.Features.CommunitySafetyHub.Agendas;

[Rule("S1-3.1b")]
public class AgendaTimeTests
{
    [Theory]
    [InlineData(
        new[] { 5, 20, 20 },
        60,
        0,
        "The items add up to 45 minutes, with 15 left of the hour."
    )]
    [InlineData(new[] { 40, 20 }, 60, 0, "The items add up to 60 minutes and fill the hour.")]
    [InlineData(new[] { 40, 35 }, 60, 15, "The items add up to 75 minutes, 15 over the hour.")]
    [InlineData(
        new[] { 40, 35 },
        90,
        0,
        "The items add up to 75 minutes, with 15 left of the 90 minutes planned."
    )]
    [InlineData(new[] { 1 }, 60, 0, "The items add up to 1 minute, with 59 left of the hour.")]
    [InlineData(new int[0], 60, 0, "The items add up to 0 minutes, with 60 left of the hour.")]
    public void Items_are_added_up_against_the_meeting(
        int[] minutes,
        int limit,
        int over,
        string sentence
    )
    {
        var time = AgendaTime.Of(minutes, limit);
        Assert.Equal(over, time.OverBy);
        Assert.Equal(sentence, time.Sentence);
    }
}
