using Moothall.Features.Plan.Import.Reading;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>Plans in the layouts and words of other partnerships, each invented.</summary>
public sealed class OtherPlansTests
{
    [Fact]
    public void A_spreadsheet_with_a_row_an_action_and_names_separated_by_commas_and_semicolons()
    {
        var plan = Seeds.ReadText(
            """
            Northshire Community Safety Partnership Plan 2025-2028,,,,,,,,
            ,,,,,,,,
            Ref,Priority,Objective,Action,Lead,Partners,Timescale,Measure of success,RAG
            1.1,Anti-social behaviour,Fewer callers,Hold a case conference,Northshire Council,"Police, Fire, Housing",31/03/2026,10% fewer calls,Green
            2.1,Domestic abuse; Hate crime,Earlier help,Train 40 hairdressers,Police,TBC,by end of June 2026,40 trained,Green
            3.1,Serious violence,,Install ten bleed kits,Fire and Rescue,All partners,Ongoing,,Blue
            """,
            "plan.csv"
        );
        Assert.Equal(
            [
                ("Anti-social behaviour", 1),
                ("Domestic abuse", 1),
                ("Hate crime", 1),
                ("Serious violence", 1),
            ],
            plan.ByPriority()
        );
        Assert.Equal([("Ongoing", 1), ("31 March 2026", 1), ("June 2026", 1)], plan.ByTarget());
        Assert.Equal(
            ["Police", "Fire", "Housing"],
            plan.Actions[0].Additional.Select(one => one.Words)
        );
        Assert.Equal("10% fewer calls", plan.Actions[0].More[PlanField.Measure]);
        Assert.Equal("Fewer callers", plan.Actions[0].More[PlanField.Aim]);
        Assert.Equal("1 April 2025 to 31 March 2028", plan.Period!.ToString());
        Assert.Empty(plan.Unread);
    }

    [Fact]
    public void Headings_with_lists_below_them()
    {
        var plan = Seeds.ReadText(
            """
            Eastborough Safer Communities Strategy 2024/27

            Our priorities
            • Tackling anti-social behaviour
            • Reducing reoffending

            Priority 1: Tackling anti-social behaviour
            Aim: People feel safe where they live.
            Lead: Eastborough Borough Council
            What we will do
            • Run two weeks of action each year.
            • Publish a simple guide on how to report.
            How we will measure success
            • Fewer people who say that it is a problem.

            Priority 2 – Reducing reoffending
            We want people who have offended to find work and a home.
            What we will do:
            1. Hold a job fair at the probation office.
            2. Offer a mentor to everyone released.
            Lead agency: Probation Service
            """
        );
        Assert.Equal(
            [("Tackling anti-social behaviour", 2), ("Reducing reoffending", 2)],
            plan.ByPriority()
        );
        Assert.Equal("Hold a job fair at the probation office.", plan.Actions[2].Text);
        Assert.Equal(
            [
                "People feel safe where they live.",
                "We want people who have offended to find work and a home.",
            ],
            plan.Priorities.Select(one => one.Aim)
        );
        Assert.Equal(
            ["Eastborough Borough Council", "Probation Service"],
            plan.Priorities.Select(one => Assert.Single(one.Leads).Words)
        );
        Assert.Equal(
            "Fewer people who say that it is a problem.",
            Assert.Single(plan.Priorities[0].Measures)
        );
        Assert.Empty(plan.Unread);
    }

    [Fact]
    public void A_table_below_each_heading_with_questions_for_headings()
    {
        var plan = Seeds.ReadText(
            "Westvale Partnership Plan 2026\n\nPriority One – Domestic abuse\nWhat will we do?\tWho will lead?\tBy when?\tHow will we know?\n"
                + "Open a second refuge\tWestvale Council\tMarch 2027\tRefuge open\nTrain GPs\tIntegrated Care Board\tDecember 2026\t20 practices\n\n"
                + "Priority Two – Hate crime\nWhat will we do?\tWho will lead?\tBy when?\tHow will we know?\nOpen five reporting centres\tPolice\tSummer 2026\tFive open\n"
        );
        Assert.Equal([("Domestic abuse", 2), ("Hate crime", 1)], plan.ByPriority());
        Assert.Equal(
            ["Westvale Council", "Integrated Care Board", "Police"],
            plan.Actions.Select(one => Assert.Single(one.Responsible).Words)
        );
        Assert.Equal("1 June 2026 to 31 August 2026", plan.Actions[2].Target!.ToString());
    }

    [Fact]
    public void Labels_on_the_left_and_what_they_say_on_the_right()
    {
        var plan = Seeds.ReadText(
            "Action 1\tSet up a speed watch\nLead agency\tParish councils\nDeadline\t30 September 2026\nPriorities\tRoad safety\n\n"
                + "Action 2\tRepair the lights in the park\nLead agency\tDistrict Council\nDeadline\tNovember 2026\nPriorities\tAnti-social behaviour\n"
        );
        Assert.Equal(
            ["Set up a speed watch", "Repair the lights in the park"],
            plan.Actions.Select(one => one.Text)
        );
        Assert.Equal([("30 September 2026", 1), ("November 2026", 1)], plan.ByTarget());
        Assert.Equal([("Road safety", 1), ("Anti-social behaviour", 1)], plan.ByPriority());
    }

    [Fact]
    public void A_row_across_the_table_stands_over_the_rows_below_it()
    {
        var plan = Seeds.ReadText(
            """
            Action,Owner,Target date,Progress
            Priority 1: Road safety,,,
            Speed watch in five villages,Police,April 2026,Two running
            New crossing at the school,County Council,2027,
            Priority 2: Rural crime,,,
            Mark farm machinery,Police,Ongoing,
            """,
            "plan.csv"
        );
        Assert.Equal([("Road safety", 2), ("Rural crime", 1)], plan.ByPriority());
        Assert.Equal("Two running", plan.Actions[0].More[PlanField.Progress]);
    }

    [Fact]
    public void A_column_that_is_not_known_is_asked_about_and_unread_until_somebody_answers()
    {
        const string Plan =
            "Workstream,Intervention,Accountable body,Finish,Notional spend\nEarly help,Family hubs open on Saturdays,County Council,01/09/2026,£20\nPlaces,Gate the alley,District Council,asap,£40\n";
        var plan = Seeds.ReadText(Plan, "plan.csv");
        Assert.Equal([("Early help", 1), ("Places", 1)], plan.ByPriority());
        Assert.Equal(["Notional spend", "£20", "£40"], plan.Unread.Select(one => one.Text));
        Assert.Equal(
            ["column", "date", "period"],
            plan.Questions.Where(one => one.About != "agency").Select(one => one.About)
        );
        var told = Seeds.ReadText(
            Plan,
            "plan.csv",
            ("column:Notional spend", "Resources"),
            ("date:asap", "ongoing")
        );
        Assert.Equal("£20", told.Actions[0].More[PlanField.Resources]);
        Assert.Equal("Ongoing", told.Actions[1].Target!.ToString());
        Assert.Empty(told.Unread);
    }

    [Fact]
    public void A_priority_that_is_written_almost_the_same_is_asked_about()
    {
        const string Plan =
            "Our priorities are:\n- Anti-social behaviour and its causes\n- Fraud\n\nAction\tPriority\tTarget date\nOne\tAnti-social behaviour\tMay 2026\nTwo\tFrauds\tMay 2026\n";
        var plan = Seeds.ReadText(Plan);
        Assert.Equal(
            [("Anti-social behaviour and its causes", 1), ("Fraud", 1)],
            plan.ByPriority()
        );
        Assert.Equal(2, plan.Open.Count(one => one.About == "priority"));
        Assert.Equal(
            3,
            Seeds.ReadText(Plan, "plan.txt", ("priority:Frauds", "new")).Priorities.Count
        );
    }

    [Fact]
    public void Prose_is_no_plan_and_is_shown_as_unread()
    {
        var plan = Seeds.ReadText(
            "Dear all,\n\nActions speak louder than words. The leads are known.\nWe met on Tuesday: it went well.\n"
        );
        Assert.Empty(plan.Actions);
        Assert.Empty(plan.Priorities);
        Assert.Equal(3, plan.Unread.Count);
    }
}
