using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Import.Reading;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>Both sample plans come through as they are, with the counts that reading them by hand gave.</summary>
public sealed class SeedPlanTests
{
    internal static readonly (string Name, int Count)[] FlatPriorities =
    [
        ("Anti-Social Behaviour", 12),
        ("Community Cohesion & Tackling Extremism", 7),
        ("Domestic Abuse", 6),
        ("Drugs & County Lines", 9),
        ("Fraud", 4),
        ("Serious Violence & Violence Against Women and Girls", 11),
        ("Safeguarding Vulnerable Persons (incl. Alcohol, Drugs and Mental Health)", 11),
    ];

    internal static readonly (string Name, int Count)[] FlatDates =
    [
        ("Ongoing", 3),
        ("December 2024", 1),
        ("February 2025", 1),
        ("1 April 2022 to 31 March 2025", 5),
        ("April 2025", 7),
    ];

    [Fact, Rule("S2-F"), Rule("S2-I3"), Rule("S2-R1"), Rule("S2-R3")]
    public void The_flat_plan_gives_its_actions_priorities_and_dates()
    {
        var plan = Seeds.Read(Seeds.Flat);
        Assert.Equal(17, plan.Actions.Count);
        Assert.Equal(FlatPriorities, plan.ByPriority());
        Assert.Equal(60, plan.Actions.Sum(action => action.Priorities.Count));
        Assert.Equal(FlatDates, plan.ByTarget());
        Assert.Equal(TargetDate.OfPeriod(new(2024, 4, 1), new(2025, 3, 31)), plan.Period);
    }

    [Fact, Rule("S2-I4"), Rule("S2-I5")]
    public void Footnotes_define_priorities_and_the_commissioners_stand_apart()
    {
        var plan = Seeds.Read(Seeds.Flat);
        Assert.StartsWith(
            "County Lines refers to",
            plan.Priorities.Single(one => one.Name == "Drugs & County Lines").Definition,
            StringComparison.Ordinal
        );
        Assert.Equal("ASB", plan.Priorities[0].Abbreviation);
        Assert.Equal(
            [
                "A Local and Responsive Service",
                "Prevent Harm and Protect People",
                "Support Victims and Witnesses",
                "Reduce Offending and Re-offending",
                "A More Effective Criminal Justice System",
            ],
            plan.Commissioners.Select(one => one.Name)
        );
        Assert.All(plan.Commissioners, one => Assert.NotEmpty(one.Definition));
    }

    [Fact]
    public void An_action_keeps_its_rationale_and_every_agency()
    {
        var plan = Seeds.Read(Seeds.Flat);
        var hub = plan.Actions[0];
        Assert.StartsWith("CSP to chair and manage", hub.Text, StringComparison.Ordinal);
        Assert.StartsWith("The CSH also manages", hub.Rationale, StringComparison.Ordinal);
        Assert.Equal(
            "Community Safety Team, Cannock Chase Council",
            Assert.Single(hub.Responsible).Words
        );
        Assert.Equal(24, hub.Additional.Count);
        Assert.Contains(hub.Additional, one => one is { Words: "Guest Speakers", IsClass: true });
        // "N/A" names nobody, and "Commissioned services" nobody in particular.
        Assert.Empty(plan.Actions[3].Additional);
        Assert.True(Assert.Single(plan.Actions[2].Additional).IsClass);
        Assert.Equal(3, plan.Actions[2].Responsible.Count);
    }

    [Fact, Rule("S4-R2"), Rule("S4-F1")]
    public void The_matrix_plan_gives_seven_priorities_28_strands_and_55_actions()
    {
        var plan = Seeds.Read(Seeds.Matrix);
        Assert.Equal([8, 9, 9, 8, 7, 8, 6], plan.ByPriority().Select(one => one.Count));
        Assert.Equal([4, 4, 4, 4, 3, 5, 4], plan.Priorities.Select(one => one.Strands.Count));
        Assert.Equal(55, plan.Actions.Count);
        Assert.All(
            plan.Actions,
            action => Assert.Same(Assert.Single(action.Priorities), action.Strand!.Priority)
        );
        Assert.Empty(plan.ByTarget());
    }

    [Fact, Rule("S4-F2"), Rule("S4-F3"), Rule("S4-F4")]
    public void Each_priority_has_its_aim_its_leads_its_strategies_and_its_own_strands()
    {
        var plan = Seeds.Read(Seeds.Matrix);
        var women = plan.Priorities[5];
        Assert.Equal(("Violence Against Women & Girls", "VAWG"), (women.Name, women.Abbreviation));
        Assert.StartsWith("To prevent and reduce the number", women.Aim, StringComparison.Ordinal);
        Assert.Equal(
            ["Cheshire Police", "Cheshire West and Chester Council"],
            women.Leads.Select(one => one.Words)
        );
        Assert.Equal(
            [
                "Understanding VAWG",
                "Prioritising Prevention",
                "Supporting people harmed",
                "Pursuing people who harm",
                "A stronger System",
            ],
            women.Strands.Select(one => one.Name)
        );
        Assert.Equal(
            [3, 2, 1, 1, 1],
            women.Strands.Select(strand => plan.Actions.Count(action => action.Strand == strand))
        );
        // The last two objectives stand below the actions in the text.
        Assert.Equal(
            [(2020, 2024, 4), (2021, 2024, 4)],
            women.Strategies.Select(one =>
                (one.FromYear!.Value, one.UntilYear!.Value, one.Objectives.Count)
            )
        );

        var sentences = plan
            .Strands.Where(one => one.Name == "Prevent")
            .Select(one => one.Sentence)
            .ToList();
        Assert.Equal(5, sentences.Distinct().Count());
        Assert.All(plan.Priorities, one => Assert.NotEmpty(one.Aim));
        Assert.All(plan.Priorities, one => Assert.Equal(2, one.Strategies.Count));
    }

    [Fact]
    public void What_looks_like_the_heading_of_a_strand_is_asked_and_can_be_answered_otherwise()
    {
        var plan = Seeds.Read(Seeds.Matrix);
        var question = Assert.Single(plan.Questions, one => one.About == "strand");
        Assert.StartsWith("Prepare evidence across", question.Value, StringComparison.Ordinal);
        Assert.Equal("action", question.Suggestion);
        var other = Seeds.Read(Seeds.Content(Seeds.Matrix), Seeds.Matrix, (question.Key, "strand"));
        Assert.Equal(54, other.Actions.Count);
    }

    [Theory]
    [InlineData(Seeds.Flat, 3)]
    [InlineData(Seeds.Matrix, 4)]
    public void Every_piece_is_read_as_something_or_shown_as_unread(string seed, int unread)
    {
        var outline = Moothall.Platform.Documents.Outlines.OutlineReader.Read(
            Seeds.Content(seed),
            seed
        );
        var plan = PlanReader.Read(outline, seed, Seeds.World, new Dictionary<string, string>());
        Assert.Equal(unread, plan.Unread.Count);
        Assert.All(
            outline.Pieces.Where(piece => !piece.IsRule),
            piece =>
                Assert.NotEqual(plan.Read.ContainsKey(piece.Number), plan.Unread.Contains(piece))
        );
    }
}
