using System.Text;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Features.Plan.Priorities;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>What stands between a priority and its first action, and the numbers that plans give their actions.</summary>
public sealed class AheadOfActionsTests
{
    private const string Labelled = """
        Priority 1: Serious violence
        Aim: Fewer young people carry knives.
        Action: Install ten bleed kits
        Lead: Fire and Rescue
        By when: March 2027
        Action: Visit every school
        Lead: Police
        By when: June 2027
        """;

    [Fact, Rule("S4-F1")]
    public void An_aim_above_the_first_action_is_the_priority_s_unless_someone_says_otherwise()
    {
        var plan = Seeds.ReadText(Labelled);
        Assert.Equal("Fewer young people carry knives.", Assert.Single(plan.Priorities).Aim);
        Assert.Equal(2, plan.Actions.Count);
        Assert.DoesNotContain(PlanField.Aim, plan.Actions[0].More.Keys);
        Assert.Empty(plan.Unread);
        var asked = Assert.Single(plan.Questions, one => one.About == "ahead");

        var other = Seeds.ReadText(Labelled, answers: (asked.Key, "action"));
        Assert.Equal("", Assert.Single(other.Priorities).Aim);
        Assert.Equal("Fewer young people carry knives.", other.Actions[0].More[PlanField.Aim]);
    }

    [Fact]
    public void What_is_known_and_what_was_done_are_no_actions()
    {
        var plan = Seeds.ReadText(
            """
            Priority 1: Domestic abuse
            What we know
            One in five women has lived with it.
            What we have done so far
            A refuge was opened in 2024.
            What we will do
            • Train forty hairdressers
            • Open a second refuge

            Priority 2: Hate crime
            What is hate crime?
            A crime that someone sees as driven by hostility.
            What residents told us
            Few know where to report it.
            What we will do
            • Open five reporting centres
            """
        );
        Assert.Equal([("Domestic abuse", 2), ("Hate crime", 1)], plan.ByPriority());
        Assert.Equal(
            [
                "One in five women has lived with it.",
                "A crime that someone sees as driven by hostility.\nFew know where to report it.",
            ],
            plan.Priorities.Select(one => one.Definition)
        );
        Assert.Equal(["A refuge was opened in 2024."], plan.Unread.Select(one => one.Text));
    }

    [Fact]
    public void What_was_done_before_the_first_action_is_no_progress_of_it()
    {
        var plan = Seeds.ReadText(
            """
            Priority 1: Domestic abuse
            What we have done so far
            A refuge was opened in 2024.
            What we will do
            Train forty hairdressers
            Lead: Police
            """
        );
        Assert.DoesNotContain(PlanField.Progress, Assert.Single(plan.Actions).More.Keys);
        Assert.Equal(["A refuge was opened in 2024."], plan.Unread.Select(one => one.Text));
    }

    [Theory]
    [InlineData("What we are doing", PlanField.Action)]
    [InlineData("What is being done", PlanField.Action)]
    [InlineData("What is our aim", PlanField.Aim)]
    [InlineData("What we want to achieve", PlanField.Aim)]
    [InlineData("What do we already know about it?", PlanField.Evidence)]
    [InlineData("What the data tells us", PlanField.Evidence)]
    [InlineData("What do we mean by exploitation?", PlanField.Evidence)]
    [InlineData("What has been achieved", PlanField.Progress)]
    [InlineData("What we did last year", PlanField.Progress)]
    public void A_question_as_a_heading_means_what_it_asks(string heading, PlanField meaning) =>
        Assert.Equal(meaning, PlanLabels.Of(heading));

    [Fact]
    public void Numbers_that_the_plan_gives_its_actions_are_kept()
    {
        var sheet = Seeds.ReadText(
            """
            Ref,Priority,Action,Lead,By when
            VAWG 3,Domestic abuse,Train 40 hairdressers,Police,March 2027
            1.2,Domestic abuse,2.4 million leaflets,Police,March 2027
            D 4,Domestic abuse,3.1 Vetting of staff,Police,March 2027
            """,
            "plan.csv"
        );
        Assert.Equal(
            [
                ("VAWG 3", "Train 40 hairdressers"),
                ("1.2", "2.4 million leaflets"),
                ("D 4", "3.1 Vetting of staff"),
            ],
            sheet.Actions.Select(one => (one.More[PlanField.Reference], one.Text))
        );

        var list = Seeds.ReadText(
            """
            Priority 1: Domestic abuse
            What we will do
            1.1 Train forty hairdressers
            1.2. Open a second refuge
            1.5 million leaflets
            """
        );
        Assert.Equal(
            [
                ("1.1", "Train forty hairdressers"),
                ("1.2", "Open a second refuge"),
                ("", "1.5 million leaflets"),
            ],
            list.Actions.Select(one =>
                (one.More.GetValueOrDefault(PlanField.Reference, ""), one.Text)
            )
        );
        Assert.Contains(
            list.Read.Values.SelectMany(one => one),
            one => one == "Number of action 1: 1.1"
        );
    }

    [Theory, BothDatabases]
    public async Task It_is_asked_on_the_page(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var look = await BringingPlans.UploadAsync(
            carys,
            "plan.txt",
            Encoding.UTF8.GetBytes(Labelled)
        );
        Assert.Equal(
            "The priority “Serious violence”",
            BringingPlans.ChosenFor(look, "stands above the first action of “Serious violence”")
        );
        await carys.PostAsync(await carys.PostAsync(look), "Make this the plan");
        Assert.Equal(
            "Fewer young people carry knives.",
            await moot.WithAsync(db => db.Set<PlanPriority>().Select(one => one.Aim).SingleAsync())
        );
    }
}
