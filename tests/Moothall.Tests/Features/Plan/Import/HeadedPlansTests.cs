using System.Text;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Tests.Hosting;
using static Moothall.Tests.Platform.Documents.Tables.TableFiles;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>Plans whose priorities are headings, numbers or labels over lists, each invented.</summary>
public sealed class HeadedPlansTests
{
    private const string Headed = """
        Eastfield Safer Communities Plan 2026-29

        Foreword
        Welcome to our plan. We have listened.

        Domestic abuse
        One in five women has lived with it, and many do not report it to anybody at all.
        What we’ll do
        • Train forty hairdressers
        • Open a second refuge
        Hate crime
        What we'll do
        • Open five reporting centres
        How we'll measure success
        • Twice the reports
        Governance
        The Board meets every quarter and hears about every action in this plan.
        """;

    [Fact, Rule("S4-F1")]
    public void A_heading_above_what_will_be_done_may_be_a_priority()
    {
        var plan = Seeds.ReadText(Headed);
        Assert.Equal([("Domestic abuse", 2), ("Hate crime", 1)], plan.ByPriority());
        Assert.Equal("Twice the reports", Assert.Single(plan.Priorities[1].Measures));
        Assert.StartsWith("One in five", plan.Priorities[0].Aim, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Foreword",
                "Welcome to our plan. We have listened.",
                "Governance",
                "The Board meets every quarter and hears about every action in this plan.",
            ],
            plan.Unread.Select(one => one.Text)
        );
        var asked = plan.Questions.First(one => one.About == "heading");
        Assert.Equal("Is “Domestic abuse” (Line 6) a priority?", asked.Words);

        var left = Seeds.ReadText(Headed, answers: (asked.Key, "unread"));
        Assert.Equal([("Hate crime", 1)], left.ByPriority());
        Assert.Equal(3, left.Actions.Count);
        Assert.Contains(left.Unread, one => one.Text == "Domestic abuse");
    }

    [Fact]
    public void A_heading_above_a_table_or_a_bare_list_may_be_a_priority_too()
    {
        const string head = "Ref\tAction\tLead\tBy when\n";
        var tables = Seeds.ReadText(
            $"**Introduction**\nThis is what we do.\n**Domestic abuse**\n{head}1.1\tTrain GPs\tPolice\tMarch 2027\n"
                + $"**Year 1 actions**\n{head}2.1\tFive centres\tPolice\tMarch 2027\n"
        );
        Assert.Equal([("Domestic abuse", 1)], tables.ByPriority());
        Assert.Equal(
            ["priority", "unread"],
            tables.Questions.Where(one => one.About == "heading").Select(one => one.Suggestion)
        );
        Assert.Empty(tables.Actions[1].Priorities);

        var lists = Seeds.ReadText(
            """
            Domestic abuse
            • Train forty hairdressers
            • Open a second refuge
            Our partners
            • Police
            """
        );
        Assert.Equal([("Domestic abuse", 2)], lists.ByPriority());
        Assert.Equal(["Our partners", "Police"], lists.Unread.Select(one => one.Text));
    }

    [Fact]
    public void Numbers_in_a_list_of_priorities_have_their_actions_below_them()
    {
        var plan = Seeds.ReadText(
            """
            Our priorities for 2026-29 are:
            1. Anti-social behaviour
            - Run joint patrols
            - 40 visits to landlords
            2. Domestic abuse
            - Fund two refuge places

            How we will report
            The Board meets every quarter.
            """
        );
        Assert.Equal([("Anti-social behaviour", 2), ("Domestic abuse", 1)], plan.ByPriority());
        Assert.Equal("40 visits to landlords", plan.Actions[1].Text);
        Assert.Equal(
            ["How we will report", "The Board meets every quarter."],
            plan.Unread.Select(one => one.Text)
        );
    }

    [Fact]
    public void A_priority_by_its_label_has_objectives_within_it()
    {
        var plan = Seeds.ReadText(
            """
            Safer Holloway Delivery Plan 2025/26
            PRIORITY: VIOLENCE AGAINST WOMEN AND GIRLS
            Objective 1: Safer streets at night
            1.1 Extend the safe places scheme to 30 venues – Testshire Police – by December 2027
            1.2 Commission an audit of lighting – TBC
            Objective 2: Support
            2.1 Review the routes – summer 2027
            PRIORITY: REOFFENDING
            Objective 3: Work
            3.1 Hold four job fairs – ongoing
            """
        );
        Assert.Equal(
            [("VIOLENCE AGAINST WOMEN AND GIRLS", 3), ("REOFFENDING", 1)],
            plan.ByPriority()
        );
        Assert.Equal(
            ["Objective 1: Safer streets at night", "Objective 2: Support", "Objective 3: Work"],
            plan.Strands.Select(one => one.Name)
        );
        Assert.Equal(
            ["1.1", "1.2", "2.1", "3.1"],
            plan.Actions.Select(one => one.More[PlanField.Reference])
        );
        Assert.Equal(
            ["December 2027", "", "1 June 2027 to 31 August 2027", "Ongoing"],
            plan.Actions.Select(one => one.Target?.ToString() ?? "")
        );
    }

    [Fact]
    public void A_label_over_several_actions_holds_until_the_next()
    {
        var plan = Seeds.ReadText(
            """
            Priority A: Fraud
            What we want to achieve:
            Fewer people lose money.
            What we’ll do:
            • Visit lunch clubs
            • 1.5 thousand leaflets
            Priority B: Hate crime
            What we’ll do:
            • Open five centres
            """
        );
        Assert.Equal([("Fraud", 2), ("Hate crime", 1)], plan.ByPriority());

        var labels = Seeds.ReadText(
            """
            Priority: Fraud
            Action: Visit lunch clubs
            Lead: Testshire Police
            Action: Print leaflets
            Priority: Hate crime
            Action: Open five centres
            """
        );
        Assert.Equal(
            [
                ("Visit lunch clubs", "Fraud"),
                ("Print leaflets", "Fraud"),
                ("Open five centres", "Hate crime"),
            ],
            labels.Actions.Select(one => (one.Text, Assert.Single(one.Priorities).Name))
        );
        var within = Seeds.ReadText(
            """
            Action: Visit lunch clubs
            Priority: Fraud
            Action: Open five centres
            Priority: Hate crime
            """
        );
        Assert.Equal([("Fraud", 1), ("Hate crime", 1)], within.ByPriority());
        Assert.Equal(["Fraud", "Hate crime"], within.Actions.Select(one => one.Priorities[0].Name));
    }

    [Fact]
    public void Numbers_in_words_are_no_names_and_an_aim_in_a_row_of_its_own_is_the_priority_s()
    {
        const string head = "Action\tLead\tBy when\n";
        var plan = Seeds.ReadText(
            $"PRIORITY ONE: Substance misuse\nAim: Less harm\n{head}Give out kits\tHealth\tMarch 2027\n"
                + $"PRIORITY TWO: Hate crime\n{head}Open centres\tPolice\tMarch 2027\n"
        );
        Assert.Equal(["Substance misuse", "Hate crime"], plan.Priorities.Select(one => one.Name));
        var column = Seeds.ReadText(
            "Priority,Action,Lead\nPriority 1,Visit,Police\n2,Print,Police\n",
            "plan.csv"
        );
        Assert.Equal([("Priority 1", 1), ("2", 1)], column.ByPriority());
        var rows = Seeds.Read(
            Xlsx(
                new Sheet(
                    "Tracker",
                    [
                        ["PRIORITY ONE: Substance misuse", null, null],
                        ["Aim: Less harm", null, null],
                        ["Action", "Lead", "By when"],
                        ["Give out kits", "Health", "March 2027"],
                    ]
                )
            ),
            "plan.xlsx"
        );
        Assert.Equal([("Substance misuse", 1)], rows.ByPriority());
        Assert.Equal("Less harm", rows.Priorities[0].Aim);
        Assert.Empty(rows.Strands);
    }

    [Fact]
    public void Numbered_lines_below_numbered_headings_are_their_actions_and_pages_have_numbers()
    {
        var plan = Seeds.ReadText(
            """
            Safer Plan 2026-29
            1. Reducing violence
            1.1 Deliver mentors in four schools - March 2027
            Page 2 of 4
            1.2 Extend the night bus - ongoing
            2. Tackling anti-social behaviour
            2.1 Set up a taskforce
            """
        );
        Assert.Equal(
            [("Reducing violence", 2), ("Tackling anti-social behaviour", 1)],
            plan.ByPriority()
        );
        Assert.Equal(
            ["1.1", "1.2", "2.1"],
            plan.Actions.Select(one => one.More[PlanField.Reference])
        );
        Assert.Empty(plan.Unread);
    }

    [Fact]
    public void Objectives_of_a_table_without_priorities_may_be_its_priorities()
    {
        const string sheet = """
            Objective|What will we do?|Who will lead?|By when?
            1. Reduce burglary|Lock 150 homes|Council|31/03/2027
            |Mark cycles|Police|Q3 2026/27
            2. Safe nights out|Renew the flag|Council|summer 2027
            """;
        var plan = Seeds.ReadText(sheet, "plan.csv");
        Assert.Equal([("Reduce burglary", 2), ("Safe nights out", 1)], plan.ByPriority());
        var asked = plan.Questions.First(one => one.About == "blank");
        var none = Seeds.ReadText(sheet, "plan.csv", (asked.Key, "unread"));
        Assert.Empty(none.Priorities);
        Assert.Equal("1. Reduce burglary", none.Actions[0].More[PlanField.Aim]);
    }

    [Theory, BothDatabases, Rule("S4-F1")]
    public async Task What_is_asked_of_headings_is_answered_on_the_page(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var look = await BringingPlans.UploadAsync(
            carys,
            "plan.txt",
            Encoding.UTF8.GetBytes(Headed)
        );
        Assert.Equal(
            "Yes, a priority",
            BringingPlans.ChosenFor(look, "Is “Domestic abuse” (Line 6) a priority?")
        );
        var sheet = await BringingPlans.UploadAsync(
            carys,
            "plan.csv",
            Encoding.UTF8.GetBytes(
                "Theme,Action,Lead,By when\nFraud,Visit clubs,Police,March 2029\n,Print,Police,March 2029\n"
            )
        );
        Assert.Equal(
            "Yes, the same as above",
            BringingPlans.ChosenFor(sheet, "Some rows leave the column of priorities empty")
        );
        var made = await carys.PostAsync(await carys.PostAsync(sheet), "Make this the plan");
        Assert.Contains("The plan is made", made.Words, StringComparison.Ordinal);
    }
}
