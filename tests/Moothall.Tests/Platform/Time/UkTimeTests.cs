using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Moothall.Platform.Time;

namespace Moothall.Tests.Platform.Time;

[Rule("C3")]
public class UkTimeTests
{
    [Theory]
    [InlineData("2026-11-24", "10:00", "2026-11-24T10:00")] // winter
    [InlineData("2026-06-23", "10:00", "2026-06-23T09:00")] // summer
    [InlineData("2026-03-29", "00:59", "2026-03-29T00:59")]
    [InlineData("2026-03-29", "01:00", "2026-03-29T01:00")] // skipped: becomes 02:00 summer time
    [InlineData("2026-03-29", "01:30", "2026-03-29T01:30")] // skipped: becomes 02:30 summer time
    [InlineData("2026-03-29", "02:00", "2026-03-29T01:00")]
    [InlineData("2026-10-25", "01:30", "2026-10-25T00:30")] // happens twice: the first
    [InlineData("2026-10-25", "02:00", "2026-10-25T02:00")]
    public void London_times_become_instants(string date, string time, string expected)
    {
        var utc = UkTime.ToUtc(Day(date), TimeOnly.Parse(time, CultureInfo.InvariantCulture));
        Assert.Equal(expected, utc.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        Assert.Equal(DateTimeKind.Utc, utc.Kind);
    }

    [Fact]
    public void A_skipped_time_reads_an_hour_later()
    {
        var utc = UkTime.ToUtc(new(2026, 3, 29), new(1, 30));
        Assert.Equal("Sunday 29 March 2026 at 02:30", UkTime.Long(utc));
    }

    [Fact]
    public void People_read_whole_words()
    {
        var utc = new DateTime(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc);
        Assert.Equal("Tuesday 24 November 2026 at 10:00", UkTime.Long(utc));
        Assert.Equal("24 Nov 2026, 10:00", UkTime.Short(utc));
        Assert.Equal(
            "4 Sep 2026, 11:00",
            UkTime.Short(new DateTime(2026, 9, 4, 10, 0, 0, DateTimeKind.Utc))
        );
        Assert.Equal("Tuesday 24 November at 10:00", UkTime.DayAndTime(utc));
    }

    [Fact]
    public void The_servers_own_time_is_refused()
    {
        var local = new DateTime(2026, 11, 24, 10, 0, 0, DateTimeKind.Local);
        Assert.Throws<ArgumentException>(() => UkTime.ToLocal(local));
    }

    [Fact]
    public void Midnight_in_summer_belongs_to_the_london_day()
    {
        Assert.Equal(
            new DateOnly(2026, 6, 24),
            UkTime.DateOf(new DateTime(2026, 6, 23, 23, 0, 0, DateTimeKind.Utc))
        );
    }

    [Fact]
    public void There_and_back_changes_only_skipped_times()
    {
        var moments =
            from day in Gen.Choose(0, 365 * 15)
            from minute in Gen.Choose(0, (24 * 60) - 1)
            select (
                Date: new DateOnly(2018, 1, 1).AddDays(day),
                Time: new TimeOnly(0, 0).AddMinutes(minute)
            );
        Prop.ForAll(
                moments.ToArbitrary(),
                m =>
                {
                    var wall = m.Date.ToDateTime(m.Time);
                    var back = UkTime.ToLocal(UkTime.ToUtc(m.Date, m.Time));
                    return back == (UkTime.Zone.IsInvalidTime(wall) ? wall.AddHours(1) : wall);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
