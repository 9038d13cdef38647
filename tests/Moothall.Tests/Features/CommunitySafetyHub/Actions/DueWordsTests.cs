using System.Globalization;
using Moothall.Features.CommunitySafetyHub.Actions;

namespace Moothall.Tests.Features.CommunitySafetyHub.Actions;

/// <summary>A due date as a scribe types it. The days are counted from Tuesday 24 November 2026.</summary>
public sealed class DueWordsTests
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    [Theory]
    [InlineData("today", "2026-11-24")]
    [InlineData("Tomorrow", "2026-11-25")]
    [InlineData("fri", "2026-11-27")]
    [InlineData("tue", "2026-12-01")]
    [InlineData("mo", "2026-11-30")]
    [InlineData("next fri", "2026-12-04")]
    [InlineData("next monday", "2026-11-30")]
    [InlineData("next sun", "2026-12-06")]
    [InlineData("3/12", "2026-12-03")]
    [InlineData("3.12.", "2026-12-03")]
    [InlineData("3 dec", "2026-12-03")]
    [InlineData("3rd December", "2026-12-03")]
    [InlineData("dec 3", "2026-12-03")]
    [InlineData("3/1", "2027-01-03")]
    [InlineData("24/11", "2026-11-24")]
    [InlineData("29 feb", "2028-02-29")]
    [InlineData("3/12/26", "2026-12-03")]
    [InlineData("2026-12-03", "2026-12-03")]
    [InlineData(" 2  weeks ", "2026-12-08")]
    [InlineData("in 10 days", "2026-12-04")]
    [InlineData("1 month", "2026-12-24")]
    public void It_is_read(string typed, string expected) =>
        Assert.Equal(
            new DueReading(DateOnly.Parse(expected, CultureInfo.InvariantCulture), null),
            DueWords.Read(typed, Tuesday)
        );

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("next hub")]
    public void Nothing_means_by_the_next_hub(string? typed) =>
        Assert.Equal(new DueReading(null, null), DueWords.Read(typed, Tuesday));

    [Theory]
    [InlineData("31 feb")]
    [InlineData("soon")]
    [InlineData("t")]
    [InlineData("32/1")]
    [InlineData("next")]
    [InlineData("-3 days")]
    [InlineData("٣/١٢")]
    public void What_is_no_day_is_said(string typed)
    {
        var reading = DueWords.Read(typed, Tuesday);
        Assert.Null(reading.Date);
        Assert.Contains("fri, 3 dec", reading.Problem, StringComparison.Ordinal);
    }
}
