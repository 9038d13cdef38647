using Moothall.Platform.Time;

namespace Moothall.Tests.Platform.Time;

public class BankHolidaysTests
{
    [Theory]
    [InlineData(2026, 4, 6, "Easter Monday")]
    [InlineData(2026, 12, 28, "Boxing Day")] // the substitute day
    [InlineData(2023, 5, 8, "Bank holiday for the coronation of King Charles III")]
    [InlineData(2026, 11, 24, null)]
    public void Named_as_gov_uk_names_them(int year, int month, int day, string? name) =>
        Assert.Equal(name, BankHolidays.NameOf(new DateOnly(year, month, day)));

    [Fact]
    public void Christmas_2026_is_followed_by_a_tuesday_at_work()
    {
        Assert.Equal(
            new DateOnly(2026, 12, 29),
            BankHolidays.WorkingDayOnOrAfter(new DateOnly(2026, 12, 25))
        );
    }

    [Fact]
    public void Every_year_covered_has_its_eight()
    {
        for (var year = BankHolidays.FirstYear; year <= BankHolidays.LastYear; year++)
        {
            var days = Enumerable.Range(0, 365).Select(n => new DateOnly(year, 1, 1).AddDays(n));
            Assert.True(
                days.Count(d => BankHolidays.NameOf(d) is not null) >= 8,
                $"{year} is incomplete"
            );
        }
    }
}
