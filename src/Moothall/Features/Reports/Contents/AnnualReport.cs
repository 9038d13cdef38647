namespace Moothall.Features.Reports.Contents;

/// <summary>What the partnership tells everybody of a year (practice, section 11).</summary>
internal static class AnnualReport
{
    public static IEnumerable<SectionDraft> Of(ReportFacts facts) =>
        [
            new(
                "annual.foreword",
                "Foreword",
                Prompt: "From the board rather than from one person. What mattered this year."
            ),
            new(
                "annual.who",
                "Who we are",
                $"{facts.Partnership} is made up of the responsible authorities:\n{SectionDraft.List(facts.Authorities)}",
                Prompt: "Name the others who take part if they agreed to it: a refuge or a small charity may not wish to be named."
            ),
            new(
                "annual.area",
                "Our area",
                Prompt: "Where it is, who lives there, the figures of crime and disorder with their source."
            ),
            Priorities(facts),
            PlanSections.State(facts, "How the plan stands"),
            .. PlanSections.Objectives(facts, "Progress by priority", updates: false),
            DoneSections.All(facts, "What we did"),
            new(
                "annual.stories",
                "What it meant to people",
                Prompt: "One or two stories that nobody can be known by. Change ages, places and dates."
            ),
            DoneSections.Money(facts, "Money"),
            HubSection.Of(facts),
            new(
                "annual.reviews",
                "Reviews of deaths",
                Prompt: "Only numbers: begun, under way, published."
            ),
            new(
                "annual.casereview",
                "ASB case reviews",
                Prompt: "The four numbers that the law asks for: asked for, not meeting the threshold, carried out, ending in recommendations (Anti-social Behaviour, Crime and Policing Act 2014, section 104)."
            ),
            new(
                "annual.violence",
                "Serious violence duty",
                Prompt: "What the duty holders did together, and where their strategy is."
            ),
            new(
                "annual.engagement",
                "What you said, what we did",
                Prompt: "Meetings and surveys, how many took part, what changed."
            ),
            DoneSections.Coming(facts, "Next year", "What is planned, and what will be different."),
        ];

    private static SectionDraft Priorities(ReportFacts facts) =>
        new(
            "annual.priorities",
            "Our priorities",
            facts.Whole is { } whole
                ? SectionDraft.List(
                    whole.Priorities.Select(one =>
                        one.Priority.Definition.Length > 0
                            ? $"{one.Name}: {one.Priority.Definition}"
                            : one.Name
                    )
                )
                : "",
            Prompt: "What the strategic assessment found, and why these."
        );
}
