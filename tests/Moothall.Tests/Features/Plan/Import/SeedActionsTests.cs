namespace Moothall.Tests.Features.Plan.Import;

/// <summary>What each action and strand of the sample plans asks for has its place, as reading them by hand gave it.</summary>
public sealed class SeedActionsTests
{
    // In the order in which the flat plan names them.
    private static readonly string[] Codes = ["ASB", "CCE", "DA", "DCL", "FR", "SV", "SVP"];

    [Theory]
    [Rule("S2-A2"), Rule("S2-A3"), Rule("S2-A4"), Rule("S2-A5"), Rule("S2-A7"), Rule("S2-A8")]
    [Rule("S2-A9"), Rule("S2-A10"), Rule("S2-A11"), Rule("S2-A12"), Rule("S2-A13"), Rule("S2-A14")]
    [Rule("S2-A15"), Rule("S2-A16"), Rule("S2-A17")]
    [InlineData(2, "diversionary", 2, 5, "ASB CCE DCL SVP", "1 April 2022 to 31 March 2025")]
    [InlineData(3, "Safe as Houses", 3, 1, "DA SV SVP", "1 April 2022 to 31 March 2025")]
    [InlineData(4, "theatre", 1, 0, "ASB CCE DA DCL SV SVP", "1 April 2022 to 31 March 2025")]
    [InlineData(5, "Space", 2, 1, "ASB CCE DCL SVP", "Ongoing")]
    [InlineData(6, "budget", 1, 1, "ASB CCE DA DCL FR SV SVP", "1 April 2022 to 31 March 2025")]
    [InlineData(7, "Floating Support", 1, 0, "ASB SV SVP", "1 April 2022 to 31 March 2025")]
    [InlineData(8, "taxi rank", 1, 1, "ASB SV SVP", "April 2025")]
    [InlineData(9, "CCTV", 1, 1, "ASB CCE DA DCL FR SV SVP", "April 2025")]
    [InlineData(10, "Fraud", 1, 0, "FR SVP", "December 2024")]
    [InlineData(11, "hardening", 1, 1, "ASB DA DCL SV SVP", "April 2025")]
    [InlineData(12, "bleed kits", 1, 0, "SV", "April 2025")]
    [InlineData(13, "knife", 1, 1, "DCL SV", "April 2025")]
    [InlineData(14, "PSPO", 1, 3, "ASB", "February 2025")]
    [InlineData(15, "Policy", 1, 0, "ASB", "April 2025")]
    [InlineData(16, "Safer Streets", 1, 0, "ASB DCL SV", "April 2025")]
    [InlineData(17, "Prevent, Protect", 1, 3, "CCE", "Ongoing")]
    public void An_action_has_who_is_responsible_what_it_meets_and_by_when(
        int number,
        string words,
        int responsible,
        int additional,
        string priorities,
        string target
    )
    {
        var plan = Seeds.Read(Seeds.Flat);
        var action = plan.Actions[number - 1];
        Assert.Contains(
            words,
            $"{action.Text} {action.Rationale}",
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Equal(
            (responsible, additional, priorities, target),
            (
                action.Responsible.Count,
                action.Additional.Count,
                string.Join(
                    ' ',
                    Codes.Where((_, at) => action.Priorities.Contains(plan.Priorities[at]))
                ),
                action.Target!.ToString()
            )
        );
    }

    [Fact, Rule("C13")]
    public void An_agency_in_both_roles_is_brought_in_and_said() =>
        Assert.Equal(
            [
                (14, "Community Safety Team, Cannock Chase Council"),
                (17, "Community Safety Team, Cannock Chase Council"),
            ],
            Seeds.Read(Seeds.Flat).InBothRoles
        );

    [Theory]
    [
        Rule("S4-1"),
        Rule("S4-2"),
        Rule("S4-3"),
        Rule("S4-4"),
        Rule("S4-5"),
        Rule("S4-6"),
        Rule("S4-7")
    ]
    [InlineData(1, "reoffending", "Probation", 2, 3)]
    [InlineData(
        2,
        "serious and organised crime",
        "Cheshire West and Chester Council; Cheshire Police",
        2,
        3
    )]
    [InlineData(3, "anti-social behaviour", "Community Safety; Cheshire Police", 3, 4)]
    [InlineData(4, "drugs", "Public Health", 2, 3)]
    [InlineData(5, "domestic abuse", "Early Help and Prevention; Cheshire Police", 2, 4)]
    [InlineData(6, "violence", "Cheshire Police; Cheshire West and Chester Council", 4, 4)]
    [InlineData(7, "serious violence", "Cheshire Police", 2, 4)]
    public void A_priority_has_its_leads_and_the_objectives_of_others_that_it_serves(
        int number,
        string aim,
        string leads,
        int council,
        int police
    )
    {
        var priority = Seeds.Read(Seeds.Matrix).Priorities[number - 1];
        Assert.Contains(aim, priority.Aim, StringComparison.OrdinalIgnoreCase);
        var named = leads.Split("; ");
        Assert.Equal(named.Length, priority.Leads.Count);
        Assert.All(
            named.Zip(priority.Leads),
            pair => Assert.Contains(pair.First, pair.Second.Words, StringComparison.Ordinal)
        );
        Assert.Equal([council, police], priority.Strategies.Select(one => one.Objectives.Count));
    }

    [Theory]
    [Rule("S4-1.1"), Rule("S4-1.2"), Rule("S4-1.3"), Rule("S4-1.4")]
    [Rule("S4-2.1"), Rule("S4-2.2"), Rule("S4-2.3"), Rule("S4-2.4")]
    [Rule("S4-3.1"), Rule("S4-3.2"), Rule("S4-3.3"), Rule("S4-3.4")]
    [Rule("S4-4.1"), Rule("S4-4.2"), Rule("S4-4.3"), Rule("S4-4.4")]
    [Rule("S4-5.1"), Rule("S4-5.2"), Rule("S4-5.3")]
    [Rule("S4-6.1"), Rule("S4-6.2"), Rule("S4-6.3"), Rule("S4-6.4"), Rule("S4-6.5")]
    [Rule("S4-7.1"), Rule("S4-7.2"), Rule("S4-7.3"), Rule("S4-7.4")]
    [InlineData(1, 1, "Prevent", "registered sexual", "Community Payback")]
    [InlineData(1, 2, "Pursue", "Integrated Offender Management")]
    [InlineData(1, 3, "Protect", "MAPPA", "Victims", "adverse childhood")]
    [InlineData(1, 4, "Prepare", "needs analysis", "segmentation")]
    [InlineData(2, 1, "Prevent", "Dashboard", "education")]
    [InlineData(2, 2, "Pursue", "weeks of action", "Proceeds of Crime")]
    [InlineData(2, 3, "Protect", "cyber", "all-age", "workforce")]
    [InlineData(2, 4, "Prepare", "governance", "trauma")]
    [InlineData(3, 1, "Prevent", "Hate Crime", "events", "Water Safety", "diversion")]
    [InlineData(3, 2, "Pursue", "powers")]
    [InlineData(3, 3, "Protect", "repeat locations")]
    [InlineData(3, 4, "Prepare", "ASB Board", "dashboard", "Problem Solving")]
    [InlineData(4, 1, "Prevent", "safety alerts", "Purple Flag")]
    [InlineData(4, 2, "Pursue", "Drug Rehabilitation", "organised crime groups")]
    [InlineData(4, 3, "Protect", "Treatment", "death", "needs assessment")]
    [InlineData(4, 4, "Prepare", "litter")]
    [InlineData(5, 1, "Prevention", "Domestic Abuse Act", "Homicide", "non-intimate")]
    [InlineData(5, 2, "Pursuing people who harm", "intelligence", "prevalence")]
    [InlineData(5, 3, "Supporting people harmed", "Action Plan", "intelligence")]
    [InlineData(6, 1, "Understanding VAWG", "prevalence", "cooperative", "victims")]
    [InlineData(6, 2, "Prioritising Prevention", "attitudes", "environment")]
    [InlineData(6, 3, "Supporting people harmed", "Safe Spaces")]
    [InlineData(6, 4, "Pursuing people who harm", "Safer Streets")]
    [InlineData(6, 5, "A stronger System", "Violence Against Wome")]
    [InlineData(7, 1, "Prevent", "Serious Violence Duty")]
    [InlineData(7, 2, "Pursue", "targeted")]
    [InlineData(7, 3, "Protect", "analysis", "Needs Assessment", "strategy")]
    [InlineData(7, 4, "Prepare", "safeguard")]
    public void A_strand_has_its_actions_in_their_order(
        int priority,
        int strand,
        string name,
        params string[] actions
    )
    {
        var plan = Seeds.Read(Seeds.Matrix);
        var one = plan.Priorities[priority - 1].Strands[strand - 1];
        Assert.Equal(name, one.Name);
        var found = plan.Actions.Where(action => action.Strand == one).ToList();
        Assert.Equal(actions.Length, found.Count);
        Assert.All(
            actions.Zip(found),
            pair =>
                Assert.Contains(pair.First, pair.Second.Text, StringComparison.OrdinalIgnoreCase)
        );
    }
}
