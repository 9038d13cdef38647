namespace Moothall.Features.Reports.Contents;

/// <summary>What the council's crime and disorder committee is given, in the order that such reports have (S3-10).</summary>
internal static class ScrutinyUpdate
{
    // Regulations of 2007 and the Acts behind them; the seven are S3-2.
    private static readonly string[] Responsibilities =
    [
        "a strategic group that directs the work",
        "sharing of information, agreed in protocols that are looked after",
        "analysis of data, and priorities that follow from a strategic assessment",
        "a plan, looked at each year",
        "regular engagement with residents about their priorities",
        "a strategy to reduce reoffending",
        "reviews of deaths that follow from domestic abuse",
    ];

    public static IEnumerable<SectionDraft> Of(ReportFacts facts) =>
        [
            new(
                "scrutiny.scene",
                "Setting the scene",
                $"{facts.Partnership} brings together those who by law work here against crime, disorder, substance misuse, reoffending and serious violence (Crime and Disorder Act 1998, sections 5 and 6). The committee reviews what they do together (Police and Justice Act 2006, section 19).\n\nThe responsible authorities are:\n{SectionDraft.List(facts.Authorities)}",
                Prompt: "Say what is particular to the area and the time."
            ),
            new(
                "scrutiny.responsibilities",
                "Responsibilities",
                $"The partnership answers for:\n{SectionDraft.List(Responsibilities)}"
            ),
            PlanSections.State(facts, "The plan"),
            PlanSections.Steps(facts, "Steps of the year"),
            .. PlanSections.Objectives(facts, "Each objective"),
            ScrutinySection.Of(facts),
            DoneSections.Successes(facts, "Successes"),
            DoneSections.Money(facts, "Money and value for it"),
            HubSection.Of(facts),
            new(
                "scrutiny.views",
                "What residents say",
                Prompt: "What was asked, who answered, what changed."
            ),
            new("scrutiny.risks", "Risks", Prompt: "What could go wrong, and what is done."),
            DoneSections.Coming(
                facts,
                "The year ahead",
                "What the partnership means to do, and when."
            ),
            new(
                "scrutiny.implications",
                "Implications",
                Prompt: "Legal, financial, equality, section 17, data protection: say what applies."
            ),
            new(
                "scrutiny.recommendations",
                "Recommendations",
                Prompt: "What the committee is asked to agree, a line each."
            ),
            new(
                "scrutiny.questions",
                "Questions",
                Prompt: "Whom members may ask, or what they may wish to ask."
            ),
        ];
}
