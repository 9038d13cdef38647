using System.Text;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>What a plan says of a date that there is not: its words are kept, and a person can say the date.</summary>
public sealed class DoubtfulDateTests
{
    private const string Plan =
        "Hilltop Community Safety Plan 2026-29\n\nAction\tPriority\tMilestones\tTarget date\n"
        + "Gate the alley\tFraud\tPermission given\t31/09/2027\nVisit farms\tFraud\t\t31 February 2027\n";

    [Fact]
    public void The_words_of_a_date_that_there_is_not_become_a_milestone()
    {
        var plan = Seeds.ReadText(Plan);
        Assert.All(plan.Actions, action => Assert.Null(action.Target));
        Assert.Equal(
            ["Permission given\n31/09/2027", "31 February 2027"],
            plan.Actions.Select(action => action.More[PlanField.Milestones])
        );
        Assert.Equal(2, plan.Open.Count(one => one.About == "date"));
    }

    [Theory]
    [InlineData("30/09/2027", "30 September 2027")]
    [InlineData("September 2027", "September 2027")]
    public void A_date_of_ones_own_stands_instead_of_the_words(string typed, string target)
    {
        var plan = Seeds.ReadText(Plan, "plan.txt", ("date:31/09/2027", typed));
        Assert.Equal(target, plan.Actions[0].Target!.ToString());
        Assert.Equal("Permission given", plan.Actions[0].More[PlanField.Milestones]);
    }

    [Fact]
    public void What_is_no_date_is_no_answer() =>
        Assert.Contains(
            Seeds.ReadText(Plan, "plan.txt", ("date:31/09/2027", "31/11/2027")).Open,
            one => one.Value == "31/09/2027"
        );

    [Fact]
    public void What_is_ongoing_keeps_the_words_too()
    {
        var action = Seeds.ReadText(Plan, "plan.txt", ("date:31/09/2027", "ongoing")).Actions[0];
        Assert.Equal(TargetDate.Ongoing, action.Target);
        Assert.Contains("31/09/2027", action.More[PlanField.Milestones], StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_words_arrive_in_the_plan_and_a_date_of_ones_own_is_checked_beside_its_field(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var look = await BringingPlans.UploadAsync(carys, "plan.txt", Encoding.UTF8.GetBytes(Plan));
        var field = BringingPlans.OwnFieldOf(look, "31/09/2027");

        var wrong = await carys.PostAsync(look, fields: [(field, "31/06/2027")]);
        Assert.Equal(
            "“31/06/2027” gives no date. Write it like 31/03/2027 or March 2027.",
            Assert.Single(wrong.Errors)
        );
        Assert.Equal("31/06/2027", BringingPlans.ValueOf(wrong, field));
        Assert.NotNull(wrong.Document.QuerySelector($"[name='{field}'][aria-describedby*=error]"));

        var kept = await carys.PostAsync(wrong, fields: [(field, "30/09/2027")]);
        Assert.Equal("30/09/2027", BringingPlans.ValueOf(kept, field));
        var made = await carys.PostAsync(kept, "Make this the plan");
        Assert.Contains("The plan is made", made.Words, StringComparison.Ordinal);
        await moot.WithAsync(async db =>
        {
            var actions = await db.Set<PlanAction>()
                .Include(one => one.Milestones)
                .OrderBy(one => one.Number)
                .ToListAsync();
            Assert.Equal(["30 September 2027", ""], actions.Select(one => one.TargetWords()));
            Assert.Equal(
                ["Permission given", "31 February 2027"],
                actions.Select(one => Assert.Single(one.Milestones).Words)
            );
        });

        // The next plan that says the same is read with the same date; a choice of the list takes it back.
        var next = await BringingPlans.UploadAsync(carys, "next.txt", Encoding.UTF8.GetBytes(Plan));
        Assert.Equal("30/09/2027", BringingPlans.ValueOf(next, field));
        var list = field.Replace("Typed", "Answers", StringComparison.Ordinal);
        var back = await carys.PostAsync(next, "Keep these answers", fields: [(list, "none")]);
        Assert.Equal("", BringingPlans.ValueOf(back, field));
    }
}
