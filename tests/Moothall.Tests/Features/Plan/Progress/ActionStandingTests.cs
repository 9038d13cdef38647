using Moothall.Features.Plan.Progress;

namespace Moothall.Tests.Features.Plan.Progress;

/// <summary>The computed rating of an action (practice, section 7), with its reason.</summary>
public sealed class ActionStandingTests
{
    // A quarter runs from 1 October to 31 December; updates for it are asked for until 15 October.
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static TheoryData<string, ActionFacts, ProgressRating, bool, string> Table =>
        new()
        {
            {
                "said to be complete",
                Facts(rating: ProgressRating.Blue, due: "2026-01-01"),
                ProgressRating.Blue,
                false,
                "complete"
            },
            {
                "starts later",
                Facts(starts: "2027-01-01"),
                ProgressRating.Grey,
                false,
                "1 January 2027"
            },
            {
                "past its date",
                Facts(update: "2026-11-01", due: "2026-11-22"),
                ProgressRating.Red,
                false,
                "due by 22 November 2026"
            },
            {
                "due today",
                Facts(update: "2026-11-01", due: "2026-11-23"),
                ProgressRating.Green,
                false,
                "Nothing"
            },
            {
                "review past",
                Facts(update: "2026-11-01", due: "2026-11-01", ongoing: true),
                ProgressRating.Red,
                false,
                "review was due"
            },
            {
                "update this quarter",
                Facts(update: "2026-10-01"),
                ProgressRating.Green,
                false,
                "Nothing"
            },
            {
                "update last quarter, late for this",
                Facts(update: "2026-09-30"),
                ProgressRating.Amber,
                true,
                "15 October 2026"
            },
            {
                "none for the last quarter",
                Facts(update: "2026-06-30"),
                ProgressRating.Amber,
                true,
                "last period"
            },
            {
                "none for two quarters",
                Facts(update: "2026-03-31"),
                ProgressRating.Red,
                true,
                "two periods"
            },
            {
                "plan new, never asked",
                Facts(asked: "2026-10-02"),
                ProgressRating.Green,
                false,
                "Nothing"
            },
            {
                "action began this quarter",
                Facts(starts: "2026-11-02"),
                ProgressRating.Green,
                false,
                "Nothing"
            },
            {
                "due soon, few milestones",
                Facts(update: "2026-11-01", due: "2026-12-07", reached: 2, all: 3),
                ProgressRating.Amber,
                false,
                "2 of 3"
            },
            {
                "due soon, most milestones",
                Facts(update: "2026-11-01", due: "2026-12-07", reached: 3, all: 4),
                ProgressRating.Green,
                false,
                "Nothing"
            },
            {
                "due a day later",
                Facts(update: "2026-11-01", due: "2026-12-08", reached: 0, all: 3),
                ProgressRating.Green,
                false,
                "Nothing"
            },
            {
                "due soon, no milestones",
                Facts(update: "2026-11-01", due: "2026-12-01"),
                ProgressRating.Green,
                false,
                "Nothing"
            },
        };

    [Theory]
    [MemberData(nameof(Table), DisableDiscoveryEnumeration = true)]
    public void It_is_computed_from_dates_updates_and_milestones_and_says_why(
        string what,
        ActionFacts facts,
        ProgressRating rating,
        bool owes,
        string why
    )
    {
        var standing = ActionStanding.Of(facts, ProgressInterval.Quarterly, Today);
        Assert.True(standing.Rating == rating, $"{what}: {standing}");
        Assert.True(standing.Owes == owes, $"{what}: {standing}");
        Assert.Contains(why, standing.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void At_the_beginning_of_a_period_there_is_time_to_answer()
    {
        var facts = Facts(update: "2026-09-01");
        var soon = ActionStanding.Of(facts, ProgressInterval.Quarterly, new(2026, 10, 15));
        Assert.Equal((ProgressRating.Green, true), (soon.Rating, soon.Owes));
        Assert.False(soon.IsLate(new(2026, 10, 15)));
        Assert.True(soon.IsLate(new(2026, 10, 16)));
    }

    [Theory]
    [InlineData(ProgressInterval.Monthly, "2026-11-30", "2026-11-01", "2026-11-30")]
    [InlineData(ProgressInterval.Quarterly, "2027-03-31", "2027-01-01", "2027-03-31")]
    [InlineData(ProgressInterval.Quarterly, "2026-04-01", "2026-04-01", "2026-06-30")]
    [InlineData(ProgressInterval.HalfYearly, "2027-01-15", "2026-10-01", "2027-03-31")]
    [InlineData(ProgressInterval.HalfYearly, "2026-09-30", "2026-04-01", "2026-09-30")]
    public void Periods_are_those_of_years_that_begin_in_April(
        ProgressInterval interval,
        string day,
        string first,
        string last
    ) => Assert.Equal(new(Day(first), Day(last)), ProgressPeriod.Of(interval, Day(day)));

    [Fact]
    public void Every_day_lies_in_one_period_and_the_one_before_ends_the_day_before()
    {
        foreach (var interval in Enum.GetValues<ProgressInterval>())
        {
            for (var day = new DateOnly(2026, 1, 1); day.Year < 2029; day = day.AddDays(1))
            {
                var period = ProgressPeriod.Of(interval, day);
                Assert.True(period.First <= day && day <= period.Last);
                Assert.Equal(period.First.AddDays(-1), period.Before(interval).Last);
            }
        }
    }

    private static ActionFacts Facts(
        string? starts = null,
        string? due = null,
        bool ongoing = false,
        string asked = "2020-04-01",
        string? update = null,
        ProgressRating? rating = null,
        int reached = 0,
        int all = 0
    ) =>
        new(
            starts is null ? null : Day(starts),
            due is null ? null : Day(due),
            ongoing,
            Day(asked),
            update is null ? null : Day(update),
            rating,
            (reached, all)
        );

    private static DateOnly Day(string text) =>
        DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
