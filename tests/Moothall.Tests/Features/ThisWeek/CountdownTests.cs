using Moothall.Features.ThisWeek;

namespace Moothall.Tests.Features.ThisWeek;

public sealed class CountdownTests
{
    [Theory]
    [InlineData(0, "now")]
    [InlineData(59, "now")]
    [InlineData(60, "in 1 minute")]
    [InlineData(2400, "in 40 minutes")]
    [InlineData(3600, "in 1 hour")]
    [InlineData(10_860, "in 3 hours and 1 minute")]
    [InlineData(86_400, "in 1 day")]
    [InlineData(183_599, "in 2 days and 2 hours")]
    [InlineData(-10_800, "3 hours ago")]
    public void Says_how_long_in_words(int seconds, string words)
    {
        var now = new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);
        Assert.Equal(words, Countdown.Words(now, now.AddSeconds(seconds)));
    }

    [Theory]
    [InlineData(0, "no referrals")]
    [InlineData(1, "1 referral")]
    [InlineData(3, "3 referrals")]
    public void Counts_in_words(int count, string words) =>
        Assert.Equal(words, Countdown.Count(count, "referral"));
}
