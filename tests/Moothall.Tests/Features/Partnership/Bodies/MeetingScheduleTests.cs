using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Moothall.Features.Partnership.Bodies;
using Moothall.Platform.Time;

namespace Moothall.Tests.Features.Partnership.Bodies;

[Rule("S1-3.1a")]
[Rule("S0-4")]
public class MeetingScheduleTests
{
    private static readonly MeetingSchedule Hub = MeetingSchedule.Hub;

    [Theory]
    // The weekend of each clock change, and the weeks on either side.
    [InlineData("2026-03-20", "2026-03-24T10:00", "2026-03-23T12:00")]
    [InlineData("2026-03-27", "2026-03-31T09:00", "2026-03-30T11:00")]
    [InlineData("2026-10-19", "2026-10-20T09:00", "2026-10-19T11:00")]
    [InlineData("2026-10-23", "2026-10-27T10:00", "2026-10-26T12:00")]
    [InlineData("2026-11-20", "2026-11-24T10:00", "2026-11-23T12:00")]
    [Rule("S1-5.6b")]
    public void Ten_o_clock_and_noon_in_london_whatever_the_clocks_do(
        string from,
        string start,
        string cutOff
    )
    {
        var next = NextAfter(Utc(from + "T00:00"));
        Assert.Equal(Utc(start), next);
        Assert.Equal(Utc(cutOff), Hub.CutOff(next));
    }

    [Theory]
    [InlineData("2026-03-27T00:00", DayOfWeek.Sunday, "01:30", "2026-03-29T01:30")] // the skipped half past one
    [InlineData("2026-10-24T00:00", DayOfWeek.Sunday, "01:30", "2026-10-25T00:30")] // the first of the two
    public void A_meeting_inside_the_change_itself_happens_once(
        string from,
        DayOfWeek day,
        string time,
        string expected
    )
    {
        var schedule = Hub with
        {
            Day = day,
            Start = TimeOnly.Parse(time, CultureInfo.InvariantCulture),
        };
        var start = Utc(from);
        Assert.Equal([Utc(expected)], schedule.Occurrences(start, start.AddDays(5)));
    }

    [Fact]
    public void The_range_takes_its_start_and_not_its_end()
    {
        var first = Utc("2026-11-24T10:00");
        Assert.Equal([first], Hub.Occurrences(first, first.AddDays(7)));
        Assert.Equal(first.AddDays(7), NextAfter(first));
    }

    [Fact]
    [Rule("C4")]
    public void A_bank_holiday_is_told_and_moves_nothing()
    {
        var boxingDay = Utc("2028-12-26T10:00");
        Assert.Equal(boxingDay, NextAfter(boxingDay.AddDays(-3)));
        var clash = MeetingSchedule.FallsOnBankHoliday(boxingDay);
        Assert.NotNull(clash);
        Assert.Equal("Boxing Day", clash.Holiday);
        Assert.Equal(Utc("2028-12-27T10:00"), clash.SuggestedStartUtc);
        Assert.Contains(
            "Tuesday 26 December 2028 is a bank holiday (Boxing Day)",
            clash.Sentence,
            StringComparison.Ordinal
        );
        Assert.Null(MeetingSchedule.FallsOnBankHoliday(Utc("2026-11-24T10:00")));
    }

    [Fact]
    [Rule("C4")]
    public void A_bank_holiday_monday_keeps_its_cut_off()
    {
        var afterEaster = Utc("2026-04-07T09:00");
        Assert.Equal(Utc("2026-04-06T11:00"), Hub.CutOff(afterEaster));
    }

    [Fact]
    public void Every_meeting_is_a_london_tuesday_at_ten_and_a_week_from_the_last()
    {
        Prop.ForAll(
                Gen.Choose(0, 60 * 24 * 365 * 10).ToArbitrary(),
                minutes =>
                {
                    var from = new DateTime(2018, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(
                        minutes
                    );
                    var starts = Hub.Occurrences(from, from.AddDays(60)).ToList();
                    var local = starts.ConvertAll(UkTime.ToLocal);
                    return starts.Count is 8 or 9
                        && starts.TrueForAll(s =>
                            s >= from && UkTime.ToLocal(Hub.CutOff(s)).Hour == 12
                        )
                        && local.TrueForAll(l =>
                            l is { DayOfWeek: DayOfWeek.Tuesday, Hour: 10, Minute: 0 }
                        )
                        && local
                            .Zip(local.Skip(1))
                            .All(p => p.Second - p.First == TimeSpan.FromDays(7));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(61, 1, 12, 1)]
    [InlineData(0, 1, 12, 1)]
    [InlineData(60, 7, 12, 1)]
    [InlineData(60, 0, 12, 1)]
    [InlineData(60, 1, 12, 0)]
    [Rule("S1-3.1b")]
    public void A_schedule_says_what_is_wrong_with_it(
        int minutes,
        int daysBefore,
        int hour,
        int problems
    )
    {
        var schedule = Hub with
        {
            Minutes = minutes,
            CutOffDaysBefore = daysBefore,
            CutOffTime = new(hour, 0),
        };
        Assert.Equal(problems, schedule.Problems().Count());
    }

    private static DateTime NextAfter(DateTime utc) =>
        Hub.Occurrences(utc, utc.AddDays(15)).First(start => start > utc);

    private static DateTime Utc(string text) =>
        DateTime.Parse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
        );
}
