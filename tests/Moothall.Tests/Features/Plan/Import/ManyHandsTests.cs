using static Moothall.Tests.Platform.Documents.Tables.TableFiles;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>Plans as different hands keep them: sheets with gaps and sums, actions without labels, and plans in Welsh.</summary>
public sealed class ManyHandsTests
{
    private const string Gaps = """
        Theme,Activity,Owner(s),Finish
        Safe places,Cycle marking,Police,31/03/2027
        ,Lock giveaway,Council,Spring 2027
        Safe people,Talk to lunch clubs,Police,Mar-27
        Total,3,,
        """;

    [Fact]
    public void A_gap_in_the_column_of_priorities_means_the_row_above_and_a_row_of_sums_is_no_action()
    {
        var plan = Seeds.ReadText(Gaps, "plan.csv");
        Assert.Equal([("Safe places", 2), ("Safe people", 1)], plan.ByPriority());
        Assert.Equal(["Total", "3"], plan.Unread.Select(one => one.Text));
        var asked = Assert.Single(plan.Questions, one => one.About == "blank");
        var none = Seeds.ReadText(Gaps, "plan.csv", (asked.Key, "unread"));
        Assert.Equal([("Safe places", 1), ("Safe people", 1)], none.ByPriority());
        Assert.Empty(none.Actions[1].Priorities);
    }

    [Fact]
    public void Paragraphs_below_what_will_be_done_are_asked_about_one_by_one()
    {
        var plan = Seeds.ReadText(
            """
            Priority 1 - Reduce anti-social behaviour
            What we will do
            Working with others, we will go on with patrols. They are looked at every quarter.
            We will install cameras at the bus station.
            How we will measure success
            A fall of 10% in reports.
            Priority 2 - Protect people
            What we will do
            Train staff to spot exploitation
            Lead: Council
            Timescale: June 2027
            Launch a directory of services
            Lead: Voluntary Action
            Timescale: ongoing
            """
        );
        Assert.Equal(
            [("Reduce anti-social behaviour", 2), ("Protect people", 2)],
            plan.ByPriority()
        );
        Assert.Equal(2, plan.Questions.Count(one => one.About == "line"));
        Assert.Equal("A fall of 10% in reports.", Assert.Single(plan.Priorities[0].Measures));
        Assert.Equal(
            [("Council", "June 2027"), ("Voluntary Action", "Ongoing")],
            plan.Actions.Skip(2)
                .Select(one => (Assert.Single(one.Responsible).Words, one.Target!.ToString()))
        );
    }

    [Fact]
    public void A_plan_in_Welsh()
    {
        var plan = Seeds.ReadText(
            """
            Cynllun Diogelwch Cymunedol 2026-2029
            Blaenoriaeth 1: Cam-drin domestig
            Nod: Cymorth cynharach i bawb
            Camau gweithredu
            • Hyfforddi 40 o staff
            • Agor ail loches
            Arweinydd: Heddlu
            """
        );
        Assert.Equal([("Cam-drin domestig", 2)], plan.ByPriority());
        Assert.Equal(
            ("Cymorth cynharach i bawb", "Heddlu"),
            (plan.Priorities[0].Aim, Assert.Single(plan.Priorities[0].Leads).Words)
        );
        Assert.Empty(plan.Unread);

        var sheet = Seeds.ReadText(
            "Blaenoriaeth;Gweithred;Arweinydd;Dyddiad targed\nTwyll;Ymweld â chlybiau;Heddlu;31 Mawrth 2027\nTwyll;Llinell gymorth;Heddlu;Parhaus\nTwyll;Taflenni;Heddlu;Mehefin 2027\n",
            "cynllun.csv"
        );
        Assert.Equal([("Twyll", 3)], sheet.ByPriority());
        Assert.Equal(
            ["31 March 2027", "Ongoing", "June 2027"],
            sheet.Actions.Select(one => one.Target!.ToString())
        );
    }

    [Fact]
    public void What_stands_below_an_item_is_that_action_s_and_not_the_priority_s()
    {
        var plan = Seeds.ReadText(
            """
            Priority 1: Fraud
            Actions:
            • Visit lunch clubs
            • Run patrols
              Lead: Police
              By: March 2027
            • Publish a guide
              Lead: Council
            Priority 2: Hate crime
            Actions:
            • Open five centres
            • Train staff
            Lead: Council
            """
        );
        Assert.Equal([("Fraud", 3), ("Hate crime", 2)], plan.ByPriority());
        Assert.Equal(
            [
                ("Visit lunch clubs", "", ""),
                ("Run patrols", "Police", "March 2027"),
                ("Publish a guide", "Council", ""),
                ("Open five centres", "", ""),
                ("Train staff", "", ""),
            ],
            plan.Actions.Select(one =>
                (
                    one.Text,
                    string.Join(';', one.Responsible.Select(agency => agency.Words)),
                    one.Target?.ToString() ?? ""
                )
            )
        );
        Assert.Empty(plan.Priorities[0].Leads);
        Assert.Equal("Council", Assert.Single(plan.Priorities[1].Leads).Words);
        Assert.Empty(plan.Unread);
    }

    [Fact]
    public void A_sheet_may_be_called_as_its_priority()
    {
        object?[] head = ["Ref", "Action", "Lead", "Target date"];
        var workbook = Xlsx(
            new Sheet("Domestic abuse", [head, ["DA1", "Train GPs", "Police", "March 2027"]]),
            new Sheet("Sheet2", [head, ["X1", "Print leaflets", "Police", "March 2027"]]),
            new Sheet("Hate crime", [head, ["HC1", "Five centres", "Police", "March 2027"]])
        );
        var plan = Seeds.Read(workbook, "plan.xlsx");
        Assert.Equal([("Domestic abuse", 1), ("Hate crime", 1)], plan.ByPriority());
        Assert.Empty(plan.Actions[1].Priorities);
        var asked = plan.Questions.Where(one => one.About == "heading").ToList();
        Assert.Equal(["Domestic abuse", "Hate crime"], asked.Select(one => one.Value));
        var none = Seeds.Read(workbook, "plan.xlsx", [.. asked.Select(one => (one.Key, "unread"))]);
        Assert.Empty(none.Priorities);
        Assert.Equal(3, none.Actions.Count);
    }

    [Fact]
    public void A_priority_of_one_sheet_does_not_hold_on_the_next()
    {
        object?[] head = ["Action", "Lead", "Target date"];
        var plan = Seeds.Read(
            Xlsx(
                new Sheet(
                    "ASB",
                    [
                        ["Priority 1: Anti-social behaviour", null, null],
                        head,
                        ["Visit landlords", "Police", "March 2027"],
                    ]
                ),
                new Sheet("Completed", [head, ["Publish a guide", "Council", "March 2026"]])
            ),
            "plan.xlsx"
        );
        Assert.Equal([("Anti-social behaviour", 1)], plan.ByPriority());
        Assert.Empty(plan.Actions[1].Priorities);
    }
}
