using System.Globalization;
using Moothall.Features.CommunitySafetyHub.Cases;

namespace Moothall.Tests.Features.CommunitySafetyHub.Cases;

/// <summary>Twelve months are whole days in London, also where the clocks or the year's length differ.</summary>
public sealed class ClosedLatelyTests
{
    [Theory]
    [InlineData("2026-11-24", "2025-11-24T23:59:59Z", false)]
    [InlineData("2026-11-24", "2025-11-25T00:00:00Z", true)]
    [InlineData("2026-07-10", "2025-07-10T22:59:59Z", false)] // in summer a London day begins an hour earlier
    [InlineData("2026-07-10", "2025-07-10T23:00:00Z", true)]
    [InlineData("2024-02-29", "2023-02-28T23:59:59Z", false)]
    [InlineData("2024-02-29", "2023-03-01T00:00:00Z", true)]
    [InlineData("2025-02-28", "2024-02-28T23:59:59Z", false)]
    [InlineData("2025-02-28", "2024-02-29T00:00:00Z", true)]
    public void A_case_is_counted_from_the_first_moment_of_the_first_day(
        string today,
        string closed,
        bool counted
    )
    {
        var at = DateTime.Parse(
            closed,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal
        );
        var since = ClosedLately.Since(DateOnly.Parse(today, CultureInfo.InvariantCulture));
        Assert.Equal(counted, at >= since);
    }
}
