using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Measures;
using Moothall.Features.Plan.Priorities;
using Moothall.Features.Plan.Progress;
using Moothall.Features.Public;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Publishing;

/// <summary>
/// What everybody may read of a plan. Money, reasons, evidence and what owners write about progress stay inside unless somebody
/// puts them into the plan's own words.
/// </summary>
public static class PlanProjection
{
    /// <summary>A page of a plan.</summary>
    public static (string Title, PublishedContent Content) Of(
        PublicationKind kind,
        WholePlan whole,
        DateOnly today
    )
    {
        var title = whole.Plan.Details.Title;
        return kind switch
        {
            PublicationKind.PlanSummary => ($"{title}: summary", Summary(whole)),
            PublicationKind.PlanProgress => ($"{title}: progress", Progress(whole, today)),
            _ => (title, Full(whole)),
        };
    }

    private static PublishedContent Summary(WholePlan whole) =>
        new(
            $"Our plan for {whole.Plan.Details.PeriodWords()} in short: what we work on together, and why.",
            [
                .. Covered(whole),
                Heading("Our priorities"),
                .. whole.Priorities.Select(one => Of(whole, one)),
            ]
        );

    private static PublishedContent Full(WholePlan whole)
    {
        List<PublishedSection> sections =
        [
            .. Covered(whole),
            Heading("Our priorities"),
            .. whole.Priorities.Select(one => Of(whole, one)),
        ];
        if (!whole.Plan.Layout.IsByPriority)
        {
            sections.Add(Heading("What we will do"));
            sections.AddRange(whole.Plan.Actions.Select(action => Of(whole, action, 3)));
        }
        else
        {
            sections.AddRange(whole.Priorities.SelectMany(priority => Actions(whole, priority)));
            if (whole.Loose.Any())
            {
                sections.Add(Heading("What else we will do"));
                sections.AddRange(whole.Loose.Select(action => Of(whole, action, 3)));
            }
        }

        return new($"Our plan for {whole.Plan.Details.PeriodWords()}.", sections);
    }

    private static PublishedContent Progress(WholePlan whole, DateOnly today) =>
        new(
            $"How our plan for {whole.Plan.Details.PeriodWords()} goes, by priority. Each action counts as the agency that is responsible for it says, or, where it has said nothing yet, as dates tell. One that serves several priorities is counted in each.",
            [
                .. whole.Priorities.Select(priority =>
                    Progress(
                        whole,
                        priority.Name,
                        [.. whole.Of(priority)],
                        priority.Measures,
                        today
                    )
                ),
                .. whole.Loose.Any()
                    ?
                    [
                        Progress(
                            whole,
                            "Actions that serve no single priority",
                            [.. whole.Loose],
                            [],
                            today
                        ),
                    ]
                    : Array.Empty<PublishedSection>(),
            ]
        );

    private static PublishedSection Progress(
        WholePlan whole,
        string heading,
        List<PlanAction> actions,
        IEnumerable<PlanMeasure> measures,
        DateOnly today
    ) =>
        new(
            2,
            heading,
            actions.Count == 0 ? "No action of the plan serves this priority yet." : "",
            [
                .. Enum.GetValues<ProgressRating>()
                    .Select(rating =>
                        (
                            rating,
                            count: actions.Count(one =>
                                ActionStanding.Said(whole.Plan, one, today) == rating
                            )
                        )
                    )
                    .Where(one => one.count > 0)
                    .Select(one => new PublishedFact(
                        DisplayNames.Of(one.rating),
                        one.count == 1 ? "1 action" : $"{one.count} actions"
                    )),
                .. Facts(("How success is measured", Measured(measures, actions))),
            ]
        );

    private static string Measured(
        IEnumerable<PlanMeasure> measures,
        IEnumerable<PlanAction> actions
    ) =>
        string.Join(
            '\n',
            measures
                .Concat(actions.SelectMany(action => action.Measures))
                .Where(measure => measure.Readings.Count > 0)
                .Select(measure => $"{measure.Details.Name}: {measure.Course()}")
        );

    private static IEnumerable<PublishedSection> Covered(WholePlan whole)
    {
        var said = whole.Plan.Coverage.Where(one => one.Says).OrderBy(one => one.Strategy).ToList();
        if (said.Count > 0)
        {
            yield return new(
                2,
                "How the plan covers the four strategies of the law",
                "",
                [
                    .. said.Select(one => new PublishedFact(
                        DisplayNames.Of(one.Strategy),
                        string.Join(
                            '\n',
                            whole
                                .Priorities.Where(priority =>
                                    one.Priorities.Exists(link =>
                                        link.PlanPriorityId == priority.Id
                                    )
                                )
                                .Select(priority => priority.Name)
                                .Append(one.How)
                                .Where(words => words.Length > 0)
                        )
                    )),
                ]
            );
        }
    }

    private static PublishedSection Of(WholePlan whole, PlanPriority priority) =>
        new(
            3,
            priority.Name,
            string.Join(
                '\n',
                new[] { priority.Aim, priority.Priority.Definition }.Where(words =>
                    words.Length > 0
                )
            ),
            Facts(
                ("Led by", priority.LeadWords()),
                (
                    "Strategies that it serves",
                    string.Join(
                        '\n',
                        priority
                            .Strategies.OrderBy(one => one.Order)
                            .Select(one => one.Strategy.Title)
                    )
                ),
                (
                    "How success is measured",
                    string.Join('\n', priority.Measures.Select(one => one.Details.Name))
                ),
                ("Actions", Wording.Number(whole.Of(priority).Count()))
            )
        );

    private static IEnumerable<PublishedSection> Actions(WholePlan whole, PlanPriority priority)
    {
        yield return Heading($"What we will do: {priority.Name}");
        foreach (var (strand, actions) in whole.Groups(priority))
        {
            if (strand is not null)
            {
                yield return new(3, strand.Name, strand.Sentence, []);
            }

            foreach (var action in actions)
            {
                yield return Of(whole, action, strand is null ? 3 : 4);
            }
        }
    }

    private static PublishedSection Of(WholePlan whole, PlanAction action, int level) =>
        new(
            level,
            $"Action {action.Number}",
            action.Details.Text,
            [
                .. whole
                    .Plan.Layout.PublicFacts(whole, action)
                    .Select(one => new PublishedFact(one.Heading, one.Text)),
            ]
        );

    private static PublishedSection Heading(string words) => new(2, words, "", []);

    private static List<PublishedFact> Facts(params (string Label, string Text)[] facts) =>
        [
            .. facts
                .Where(fact => fact.Text.Length > 0)
                .Select(fact => new PublishedFact(fact.Label, fact.Text)),
        ];
}
