using Moothall.Features.Plan;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Measures;
using Moothall.Features.Plan.Priorities;
using Moothall.Features.Plan.Progress;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Reports.Contents;

/// <summary>Sections that a plan makes.</summary>
internal static class PlanSections
{
    /// <summary>Whether there is a plan, and how many of its actions stand how.</summary>
    public static SectionDraft State(ReportFacts facts, string heading)
    {
        const string source = "plan.state";
        if (facts.Whole is not { } whole)
        {
            return new(source, heading, NoPlan(facts));
        }

        var details = whole.Plan.Details;
        var opening =
            $"{details.Title}, {details.PeriodWords()}: {DisplayNames.Of(details.Status).ToLowerInvariant()}.";
        return details.Status != PlanStatus.InForce
            ? new(source, heading, $"{opening} Progress is reported once it is in force.")
            : new(
                source,
                heading,
                $"{opening} It has {Counted(whole.Plan.Actions.Count, "action")} and {Counted(whole.Priorities.Count, "priority", "priorities")}. The table counts its actions by priority, as their owners rate them{Unsaid(facts)}; an action that meets several priorities is counted in each.",
                new(
                    $"Actions by priority, as they stood on {UkTime.Date(facts.Today)}",
                    [
                        "Priority",
                        .. ProgressBoard.WorstFirst.Select(rating => DisplayNames.Of(rating)),
                    ],
                    [
                        .. whole
                            .Priorities.Select(one => Count(facts, whole, one.Name, whole.Of(one)))
                            .Concat(
                                whole.Loose.Any()
                                    ? [Count(facts, whole, "No single priority", whole.Loose)]
                                    : []
                            ),
                    ],
                    [4, 1, 1, 1, 1, 1]
                )
            );
    }

    private static IReadOnlyList<string> Count(
        ReportFacts facts,
        WholePlan whole,
        string name,
        IEnumerable<PlanAction> actions
    ) =>
        [
            name,
            .. ProgressBoard.WorstFirst.Select(rating =>
                Wording.Number(
                    actions.Count(action =>
                        ActionStanding.Said(whole.Plan, action, facts.Today) == rating
                    )
                )
            ),
        ];

    /// <summary>What is off track or slips, by its owner's word or by dates and updates.</summary>
    public static SectionDraft Exceptions(ReportFacts facts)
    {
        var lines = facts
            .Board.Where(one => one.Worse is ProgressRating.Red or ProgressRating.Amber)
            .ToList();
        return new(
            "plan.exceptions",
            "Exceptions",
            lines.Count > 0 ? ""
                : facts.Board.Count > 0 ? "No action is off track or slipping."
                : facts.Whole is null ? NoPlan(facts)
                : "Nothing is reported on while the plan is not in force.",
            lines.Count == 0
                ? null
                : new(
                    $"Actions that were off track or slipping on {UkTime.Date(facts.Today)}, the worst first",
                    ["Action", "Responsible", "Computed", "Its owner says", "By when"],
                    [
                        .. lines.Select(one =>
                            (IReadOnlyList<string>)
                                [
                                    $"{one.Action.Number}. {one.Action.Details.Text}",
                                    one.Action.AgencyWords(AgencyPart.Responsible),
                                    $"{DisplayNames.Of(one.Standing.Rating)}. {one.Standing.Why}",
                                    Own(one),
                                    one.Action.TargetWords(),
                                ]
                        ),
                    ],
                    [4, 2, 3, 3, 2]
                )
        );
    }

    /// <summary>Each objective with its actions and figures (S3-15).</summary>
    public static IEnumerable<SectionDraft> Objectives(
        ReportFacts facts,
        string heading,
        bool updates = true
    )
    {
        if (facts.Whole is not { } whole || whole.Priorities.Count == 0)
        {
            yield break;
        }

        yield return new(
            "plan.objectives",
            heading,
            Prompt: "An opening word, if you wish. Each objective follows."
        );
        foreach (var priority in whole.Priorities)
        {
            yield return Objective(facts, whole, priority, updates);
        }

        if (whole.Loose.Any())
        {
            yield return new(
                "plan.loose",
                "Other actions",
                Table: Actions(facts, whole, whole.Loose, "Actions that meet no single priority"),
                IsPart: true
            );
        }
    }

    /// <summary>The figures by which success is measured.</summary>
    public static SectionDraft Measures(ReportFacts facts)
    {
        var measures = facts.Whole is { } whole
            ? whole
                .Priorities.SelectMany(one => one.Measures)
                .Concat(whole.Plan.Actions.SelectMany(one => one.Measures))
                .Where(one => one.Last is not null)
                .ToList()
            : [];
        return new(
            "plan.measures",
            "Measures",
            facts.Whole is null ? NoPlan(facts)
                : measures.Count == 0 ? "No figures were given yet."
                : "",
            measures.Count == 0
                ? null
                : new(
                    "Measures with their latest figures",
                    ["Measure", "From", "Target", "Latest"],
                    [.. measures.Select(Row)],
                    [4, 2, 2, 2]
                )
        );
    }

    /// <summary>The steps from the assessment to scrutiny (S3-25).</summary>
    public static SectionDraft Steps(ReportFacts facts, string heading) =>
        new(
            "plan.steps",
            heading,
            facts.Steps.Count == 0 ? NoPlan(facts) : "",
            facts.Steps.Count == 0
                ? null
                : new(
                    $"Steps of the plan year {PlanYear.Of(facts.Last)}",
                    ["Step", "Done on", "Due by", "What is missing"],
                    [
                        .. facts.Steps.Select(one =>
                            (IReadOnlyList<string>)
                                [
                                    DisplayNames.Of(one.Kind),
                                    one.DoneOn is { } done ? UkTime.Date(done)
                                    : one.Missing.Count == 0 ? "Done"
                                    : "Not yet",
                                    one.Due.By is { } by ? UkTime.Date(by) : "",
                                    string.Join("; ", one.Missing),
                                ]
                        ),
                    ],
                    [3, 2, 2, 3]
                )
        );

    private static SectionDraft Objective(
        ReportFacts facts,
        WholePlan whole,
        PlanPriority priority,
        bool withUpdates
    )
    {
        var actions = whole.Of(priority).ToList();
        var updates = actions
            .Where(_ => withUpdates)
            .SelectMany(action => action.Progress.Select(update => (action, update)))
            .Where(one =>
                UkTime.DateOf(one.update.At) is var day && day >= facts.First && day <= facts.Last
            )
            .Where(one => one.update.Text.Length > 0)
            .GroupBy(one => one.action.Id)
            .Select(group => group.MaxBy(one => one.update.At))
            .OrderBy(one => one.action.Number)
            .Select(one => $"Action {one.action.Number}: {one.update.Text}");
        var figures = priority
            .Measures.Concat(actions.SelectMany(action => action.Measures))
            .Where(measure => measure.Last is not null)
            .Select(measure => $"{measure.Details.Name}: {measure.Course()}");
        return new(
            FormattableString.Invariant($"plan.objective.{priority.Order}"),
            priority.Name,
            string.Join(
                "\n\n",
                new[]
                {
                    priority.Aim,
                    priority.Leads.Count > 0 ? $"Led by {priority.LeadWords()}." : "",
                    SectionDraft.List(updates),
                    SectionDraft.List(figures),
                }.Where(words => words.Length > 0)
            ),
            actions.Count == 0
                ? null
                : Actions(
                    facts,
                    whole,
                    actions,
                    $"Actions for {priority.Name}, as they stood on {UkTime.Date(facts.Today)}"
                ),
            withUpdates
                ? "The lines of the list are what owners wrote for partners. Take out what others should not read."
                : "Say what was done, in words for everybody.",
            IsPart: true
        );
    }

    private static ReportTable Actions(
        ReportFacts facts,
        WholePlan whole,
        IEnumerable<PlanAction> actions,
        string caption
    ) =>
        new(
            caption,
            ["Action", "Responsible", "By when", "How it stands"],
            [
                .. actions.Select(action =>
                    (IReadOnlyList<string>)
                        [
                            $"{action.Number}. {action.Details.Text}",
                            action.AgencyWords(AgencyPart.Responsible),
                            action.TargetWords(),
                            DisplayNames.Of(ActionStanding.Said(whole.Plan, action, facts.Today)),
                        ]
                ),
            ],
            [5, 3, 2, 2]
        );

    private static IReadOnlyList<string> Row(PlanMeasure measure) =>
        [
            measure.Details.Name,
            measure.Details.Baseline is { } from ? measure.WithUnit(from) : "",
            measure.Details.Target is { } to ? measure.WithUnit(to) : "",
            measure.Last is { Details: { Figure: { } now, On: { } on } }
                ? $"{measure.WithUnit(now)} ({UkTime.Date(on)})"
                : "",
        ];

    private static string Own(BoardLine line) =>
        line.Own?.Rating is { } own
            ? string.Join(
                " ",
                new[] { $"{DisplayNames.Of(own)}.", line.Own.Difference }.Where(words =>
                    words.Length > 0
                )
            )
            : "Nothing yet";

    private static string NoPlan(ReportFacts facts) =>
        facts.HasPlan
            ? "No plan was chosen for this report."
            : "The partnership has no plan at present.";

    private static string Unsaid(ReportFacts facts) =>
        facts.Board.Count(one => one.Own is null) is > 0 and var unsaid
            ? $", or as dates and updates tell where no owner has rated yet ({Counted(unsaid, "action")})"
            : "";

    private static string Counted(int count, string one, string? many = null) =>
        $"{Wording.Number(count)} {(count == 1 ? one : many ?? $"{one}s")}";
}
