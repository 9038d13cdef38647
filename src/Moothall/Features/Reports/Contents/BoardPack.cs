using Moothall.Platform.Time;

namespace Moothall.Features.Reports.Contents;

/// <summary>What a board needs before it decides: exceptions first.</summary>
internal static class BoardPack
{
    public static IEnumerable<SectionDraft> Of(ReportFacts facts) =>
        [
            new(
                "board.decisions",
                "Decisions asked for",
                Prompt: "Say what the board is to decide, a line each."
            ),
            PlanSections.Exceptions(facts),
            PlanSections.State(facts, "How the plan stands"),
            PlanSections.Measures(facts),
            PlanSections.Steps(facts, "Steps of the year"),
            Actions(facts),
            ScrutinySection.Of(facts),
            DoneSections.All(facts, "What was done"),
            DoneSections.Money(facts, "Money"),
            HubSection.Of(facts, isRounded: false),
            new(
                "board.risks",
                "Risks",
                Prompt: "What could stop the plan, and what is done against it."
            ),
        ];

    private static SectionDraft Actions(ReportFacts facts) =>
        new(
            "board.actions",
            "Actions from earlier meetings",
            facts.BodyActions is not { } actions ? "No body was chosen for this report."
                : actions.Count == 0 ? "No action of the body is open."
                : "",
            facts.BodyActions is not { Count: > 0 } open
                ? null
                : new(
                    "Open actions of the board",
                    ["Action", "Owner", "Due"],
                    [
                        .. open.Select(one =>
                            (IReadOnlyList<string>)
                                [
                                    $"{one.Number}. {one.Details.Text}",
                                    one.Owner?.Name ?? "",
                                    one.IsOverdue(facts.Today)
                                        ? $"{UkTime.Date(one.Details.Due!.Value)}, overdue"
                                        : UkTime.Date(one.Details.Due!.Value),
                                ]
                        ),
                    ],
                    [5, 3, 2]
                )
        );
}
