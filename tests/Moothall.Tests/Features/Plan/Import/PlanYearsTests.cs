using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>The years of a plan, and the day on which what is ongoing is looked at again, are shown and can be changed.</summary>
public sealed class PlanYearsTests
{
    private const string NoYears = "Action,Priority,Target date\nKeep the helpline,Fraud,Ongoing\n";
    private const string WhichYears = "from when until when the plan runs";
    private const string WhichDay = "looked at again";

    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void A_plan_that_names_no_years_is_asked_about_with_the_usual_ones_suggested()
    {
        var plan = Seeds.ReadText(NoYears, "plan.csv");
        var question = Assert.Single(plan.Open, one => one.About == "period");
        Assert.Equal(
            "1 April 2027 to 31 March 2030",
            question.Choices.Single(one => one.Value == question.Suggestion).Words
        );
        Assert.Equal("1 April 2027 to 31 March 2030", plan.Period.ToString());
        var told = Seeds.ReadText(NoYears, "plan.csv", (question.Key, "2026-28"));
        Assert.Equal("1 April 2026 to 31 March 2028", told.Period.ToString());
    }

    [Fact]
    public void The_years_that_a_plan_names_can_be_answered_otherwise()
    {
        const string Plan =
            "Hilltop Plan 2026-29\n\nAction\tTarget date\nGate the alley\tMay 2027\n";
        var key = Assert.Single(Seeds.ReadText(Plan).Questions, one => one.About == "period").Key;
        Assert.Equal(
            "1 January 2026 to 31 December 2027",
            Seeds
                .ReadText(Plan, "plan.txt", (key, "1 January 2026 to 31 December 2027"))
                .Period.ToString()
        );
        // The plan of the years after is another, though it is called nearly the same.
        var next = Seeds.ReadText(
            Plan.Replace("2026-29", "2029-32", StringComparison.Ordinal),
            "plan.txt",
            (key, "2026-29")
        );
        Assert.Equal("1 April 2029 to 31 March 2032", next.Period.ToString());
    }

    [Theory]
    [InlineData("2026-04-01", "2029-03-31", "2027-03-31 2028-03-31 2029-03-31")]
    [InlineData("2026-01-01", "2026-12-31", "2026-12-31")]
    [InlineData("2027-04-01", "2030-03-31", "2028-03-31 2029-03-31 2030-03-31")]
    [InlineData("2024-04-01", "2025-03-31", "2025-03-31")]
    public void What_is_ongoing_is_looked_at_before_each_April_and_never_after_the_plan(
        string from,
        string until,
        string days
    ) =>
        Assert.Equal(
            days.Split(' ').Select(DateOnly.Parse),
            ReviewDay.Offered(
                TargetDate.OfPeriod(
                    DateOnly.Parse(from, CultureInfo.InvariantCulture),
                    DateOnly.Parse(until, CultureInfo.InvariantCulture)
                ),
                Today
            )
        );

    [Theory]
    [InlineData("2026-12-31", null)]
    [InlineData("2027-01-01", "The plan ends on 31 December 2026. Enter a day before it ends.")]
    [InlineData("2025-12-31", "The plan begins on 1 January 2026. Enter a day after it begins.")]
    [InlineData("2026-11-22", "22 November 2026 has passed. Enter a day to come.")]
    public void A_day_is_within_the_plan_and_to_come(string day, string? problem) =>
        Assert.Equal(
            problem,
            ReviewDay.Problem(
                DateOnly.Parse(day, CultureInfo.InvariantCulture),
                TargetDate.OfPeriod(new(2026, 1, 1), new(2026, 12, 31)),
                Today
            )
        );

    [Fact, Rule("C15")]
    public void The_day_of_what_is_ongoing_is_asked_shown_and_given()
    {
        var plan = Seeds.ReadText(NoYears, "plan.csv");
        Assert.Equal(new(2028, 3, 31), plan.Actions[0].ReviewOn);
        Assert.Contains(
            "Target date of action 1: Ongoing, reviewed on 31 March 2028",
            plan.Read.Values.SelectMany(one => one)
        );
        var told = Seeds.ReadText(NoYears, "plan.csv", ("review:ongoing", "30/06/2027"));
        Assert.Equal(new(2027, 6, 30), told.Actions[0].ReviewOn);
        Assert.Contains(
            Seeds.ReadText(NoYears, "plan.csv", ("review:ongoing", "30/06/2031")).Open,
            one => one.About == "review"
        );
    }

    [Theory, BothDatabases]
    public async Task Years_and_day_are_asked_on_the_page_and_arrive_in_the_plan(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var look = await BringingPlans.UploadAsync(
            carys,
            "plan.csv",
            Encoding.UTF8.GetBytes(NoYears)
        );
        Assert.Matches(
            "plan, 1 April 20[0-9]{2} to 31 March 20[0-9]{2}: 1 priority, 1 action",
            look.Words
        );
        var wrong = await carys.PostAsync(
            look,
            fields: [(BringingPlans.OwnFieldOf(look, WhichYears), "for ever")]
        );
        Assert.StartsWith(
            "“for ever” gives no years",
            Assert.Single(wrong.Errors),
            StringComparison.Ordinal
        );

        var kept = await carys.PostAsync(
            wrong,
            fields:
            [
                (BringingPlans.OwnFieldOf(look, WhichYears), "1 April 2026 to 30 September 2029"),
            ]
        );
        Assert.Contains(
            "1 April 2026 to 30 September 2029: 1 priority",
            kept.Words,
            StringComparison.Ordinal
        );

        // The day that was suggested for other years is asked about anew where it lies outside of these.
        var late = await carys.PostAsync(
            kept,
            "Keep these answers",
            fields: [(BringingPlans.OwnFieldOf(kept, WhichDay), "1 October 2029")]
        );
        Assert.StartsWith(
            "The plan ends on 30 September 2029",
            Assert.Single(late.Errors),
            StringComparison.Ordinal
        );
        var ready = await carys.PostAsync(
            late,
            "Keep these answers",
            fields: [(BringingPlans.OwnFieldOf(kept, WhichDay), "30 September 2029")]
        );
        Assert.Contains(
            "Ongoing, reviewed on 30 September 2029",
            ready.Words,
            StringComparison.Ordinal
        );
        await carys.PostAsync(ready, "Make this the plan");
        await moot.WithAsync(async db =>
        {
            var plan = await db.Set<PartnershipPlan>().Include(one => one.Actions).SingleAsync();
            Assert.Equal("1 April 2026 to 30 September 2029", plan.Details.PeriodWords());
            Assert.Equal(new(2029, 9, 30), Assert.Single(plan.Actions).ReviewOn);
        });
    }

    [Theory]
    [InlineData("Safer Plan, April 2026 to March 2029", "1 April 2026 to 31 March 2029")]
    [InlineData("Safer Plan 2026 to 2029", "1 April 2026 to 31 March 2029")]
    [InlineData("Safer Plan 2026/27", "1 April 2026 to 31 March 2027")]
    public void The_years_of_a_plan_are_read_in_words_too(string title, string years) =>
        Assert.Equal(years, Seeds.ReadText($"{title}\nAction: Visit farms\n").Period.ToString());
}
