using FsCheck;
using FsCheck.Fluent;
using Moothall.Features.CommunitySafetyHub.Circulation;

namespace Moothall.Tests.Features.CommunitySafetyHub.Circulation;

[Rule("S1-7.2i")]
public class FilePasswordMonthTests
{
    [Theory]
    [InlineData("2026-11-01T00:00Z", "2026-11-30T23:59Z", true)]
    [InlineData("2026-11-30T23:59Z", "2026-12-01T00:00Z", false)]
    [InlineData("2026-06-30T22:59Z", "2026-06-30T23:00Z", false)] // midnight in London is 23:00 in summer
    [InlineData("2025-11-10T12:00Z", "2026-11-10T12:00Z", false)]
    public void A_password_lasts_its_calendar_month_in_london(
        string made,
        string used,
        bool allowed
    ) => Assert.Equal(allowed, FilePasswordMonth.MayUse(Utc(made), Utc(used)).Allowed);

    [Fact]
    public void Never_older_than_31_days_and_an_hour()
    {
        var moments =
            from minute in Gen.Choose(0, 60 * 24 * 365 * 4)
            from later in Gen.Choose(0, 60 * 24 * 70)
            select (
                Made: Utc("2025-01-01T00:00Z").AddMinutes(minute),
                Later: TimeSpan.FromMinutes(later)
            );
        Prop.ForAll(
                moments.ToArbitrary(),
                m =>
                    !FilePasswordMonth.MayUse(m.Made, m.Made + m.Later).Allowed
                    || m.Later <= TimeSpan.FromDays(31) + TimeSpan.FromHours(1)
            )
            .QuickCheckThrowOnFailure();
    }

    private static DateTime Utc(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
