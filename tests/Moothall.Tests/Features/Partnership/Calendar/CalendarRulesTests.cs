using Moothall.Features.Partnership.Calendar;
using Moothall.Features.Partnership.LegalParameters;
using Moothall.Platform.Time;

namespace Moothall.Tests.Features.Partnership.Calendar;

/// <summary>What falls on which day of a year from 1 April.</summary>
public sealed class CalendarRulesTests
{
    private static readonly PlanYear Year = new(2026);

    [Theory]
    [InlineData("2026-03-31", 2025)]
    [InlineData("2026-04-01", 2026)]
    [InlineData("2027-01-15", 2026)]
    public void A_year_begins_on_1_April(string day, int begins)
    {
        Assert.Equal(begins, PlanYear.Of(Day(day)).Begins);
        Assert.Equal("2026/27", Year.ToString());
        Assert.Equal(new DateOnly(2027, 3, 31), Year.Last);
        Assert.Equal(new DateOnly(2027, 2, 9), Year.Day(2, 9));
        Assert.Equal(Year, PlanYear.Named(99_999, new(2026, 11, 23)));
    }

    [Theory]
    [InlineData(null, null, "")]
    [InlineData("2026-10-18", null, "18 October 2026")]
    [InlineData("2026-10-05", "2026-10-11", "5 to 11 October 2026")]
    [InlineData("2026-11-25", "2026-12-10", "25 November to 10 December 2026")]
    [InlineData("2026-12-28", "2027-01-03", "28 December 2026 to 3 January 2027")]
    [InlineData("2026-10-05", "2027-10-11", "5 October 2026 to 11 October 2027")]
    public void A_run_of_days_is_said_as_people_say_it(string? from, string? until, string words) =>
        Assert.Equal(
            words,
            DayRun.Words(from is null ? null : Day(from), until is null ? null : Day(until))
        );

    [Fact]
    public void What_the_law_wants_falls_before_the_next_1_April_with_its_source()
    {
        var dates = StatutoryDates
            .Of(Year, [Law("csp.plan_revision", 2007), Law("csp.public_meeting", 2007)])
            .ToList();
        Assert.Equal(2, dates.Count);
        Assert.All(
            dates,
            one =>
            {
                Assert.Equal(new DateOnly(2027, 3, 31), one.First);
                Assert.Equal("2007 Regulations: in words", one.Source);
                Assert.Equal(OccasionType.StatutoryDate, one.Type);
            }
        );
    }

    [Fact]
    public void A_number_that_applies_later_asks_for_nothing_yet()
    {
        Assert.Empty(StatutoryDates.Of(Year, [Law("csp.assessment", 2028)]));
        Assert.Empty(StatutoryDates.Of(Year, []));
        Assert.Equal(
            "2020 Regulations: in words",
            StatutoryDates
                .Of(Year, [Law("csp.assessment", 2007), Law("csp.assessment", 2020)])
                .Single()
                .Source
        );
    }

    [Fact]
    public void Quarterly_data_have_four_days() =>
        Assert.Equal(
            [new(2026, 6, 30), new(2026, 9, 30), new(2026, 12, 31), new(2027, 3, 31)],
            StatutoryDates.Of(Year, [Law("csp.data_quarter", 2007)]).Select(one => one.First)
        );

    [Fact]
    public void What_spans_two_months_stands_in_both_and_what_lasts_longer_in_none()
    {
        var days = Line("2026-11-25", "2026-12-10");
        var months = CalendarMonth.Of(Year, [days, Line("2026-04-01", "2027-03-31")]);
        Assert.Equal(12, months.Count);
        Assert.Equal("April 2026", months[0].Name);
        Assert.Equal(
            ["November 2026", "December 2026"],
            months.Where(one => one.Lines.Count > 0).Select(one => one.Name)
        );
        Assert.Equal("25 to 10 Dec", months[7].When(days));
        Assert.Equal("until 10", months[8].When(days));
        Assert.Equal("5 to 11", months[6].When(Line("2026-10-05", "2026-10-11")));
        Assert.Equal("Sun 18", months[6].When(Line("2026-10-18", "2026-10-18")));
    }

    [Fact]
    public void National_days_with_a_fixed_date_are_filled_in()
    {
        (DateOnly, DateOnly?)? In(string key) =>
            NationalDays.All.Single(one => one.Key == key).In(Year);
        Assert.Equal((new(2026, 11, 25), (DateOnly?)null), In("ribbon"));
        Assert.Equal((new(2026, 11, 25), (DateOnly?)new DateOnly(2026, 12, 10)), In("sixteen"));
        Assert.Equal((new(2026, 10, 18), (DateOnly?)null), In("slavery"));
        Assert.Null(In("asb"));
        Assert.Equal(9, NationalDays.All.Count);
    }

    [Theory]
    [InlineData("2026-10-05", "2026-10-04", null, null, "Last")]
    [InlineData("2026-10-05", "2026-10-06", "10:00", null, "Starts")]
    [InlineData("2026-10-05", null, null, "10:00", "Starts")]
    [InlineData("2026-10-05", null, "10:00", "09:00", "Ends")]
    [InlineData("2026-10-05", null, "10:00", "11:00", null)]
    [InlineData("2026-10-05", "2026-10-05", "10:00", null, null)]
    public void The_parts_of_an_entry_must_fit(
        string first,
        string? last,
        string? starts,
        string? ends,
        string? field
    )
    {
        static TimeOnly? At(string? text) =>
            text is null
                ? null
                : TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var details = new OccasionDetails
        {
            First = Day(first),
            Last = last is null ? null : Day(last),
            Starts = At(starts),
            Ends = At(ends),
        };
        Assert.Equal(field, details.Problems().Select(one => one.Field).FirstOrDefault());
    }

    private static CalendarLine Line(string first, string last) =>
        new("key", "Title", OccasionType.Event, CalendarAudience.Partners, Day(first), Day(last));

    private static LegalParameter Law(string key, int from) =>
        new()
        {
            Key = key,
            Meaning = "What is meant",
            Value = "",
            Unit = "",
            Words = "in words",
            Source = FormattableString.Invariant($"{from} Regulations"),
            EffectiveFrom = new(from, 8, 1),
        };

    private static DateOnly Day(string text) =>
        DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
