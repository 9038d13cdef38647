using System.Globalization;
using System.Text.Json.Serialization;
using Moothall.Features.Plan.Actions;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Versions;

/// <summary>One thing that is said of a part of a plan.</summary>
public sealed record CopiedField(string Label, string Text);

/// <summary>A part of a plan in words: the plan itself, a priority, a strand or an action.</summary>
/// <param name="Key">The same in every version, so that versions can be compared.</param>
/// <param name="Under">The priority or strand that it stands under; nothing at the top.</param>
/// <param name="Heading">What it is called.</param>
/// <param name="Fields">What is said of it.</param>
public sealed record CopiedPart(
    Guid Key,
    Guid? Under,
    string Heading,
    IReadOnlyList<CopiedField> Fields
);

/// <summary>
/// A plan in words, as it stood. It says what a reader of the plan reads, and nothing of how progress went; so it can be compared,
/// printed and published without asking the plan again.
/// </summary>
public sealed record PlanCopy(
    string Title,
    string Period,
    IReadOnlyList<CopiedPart> Coverage,
    IReadOnlyList<CopiedPart> Priorities,
    IReadOnlyList<CopiedPart> Strands,
    IReadOnlyList<CopiedPart> Actions,
    string Layout = "",
    IReadOnlyList<CopiedField>? About = null,
    IReadOnlyList<CopiedPart>? Strategies = null
)
{
    /// <summary>All parts in the order in which they are read, the plan as a whole first.</summary>
    [JsonIgnore]
    public IEnumerable<CopiedPart> Parts =>
        [
            new(
                Guid.Empty,
                null,
                "The plan",
                Said([("Title", Title), ("Period", Period), ("Layout", Layout)], About ?? [])
            ),
            .. Strategies ?? [],
            .. Coverage,
            .. Priorities,
            .. Strands,
            .. Actions,
        ];

    /// <summary>
    /// The copy with what it does not hold taken from another: versions that were kept earlier say nothing of the layout, of how the
    /// plan is reported on and of strategies, which is not to be read as a change.
    /// </summary>
    public PlanCopy FilledFrom(PlanCopy other) =>
        this with
        {
            Layout = Layout.Length > 0 ? Layout : other.Layout,
            About = About ?? other.About,
            Strategies = Strategies ?? other.Strategies,
        };

    /// <summary>The actions in their order, under the strand they stand in where they have one.</summary>
    public IEnumerable<(string Heading, IReadOnlyList<CopiedPart> Actions)> Grouped()
    {
        List<CopiedPart> loose = [.. Actions.Where(action => action.Under is null)];
        if (loose.Count > 0)
        {
            yield return ("", loose);
        }

        foreach (var strand in Strands)
        {
            var under = Actions.Where(action => action.Under == strand.Key).ToList();
            if (under.Count > 0)
            {
                var priority = Priorities.First(one => one.Key == strand.Under).Heading;
                yield return ($"{priority}: {strand.Heading}", under);
            }
        }
    }

    /// <summary>A plan in words.</summary>
    public static PlanCopy Of(WholePlan whole) =>
        new(
            whole.Plan.Details.Title,
            whole.Plan.Details.PeriodWords(),
            [
                .. whole
                    .Plan.Coverage.OrderBy(one => one.Strategy)
                    .Where(one => one.Says)
                    .Select(one => Of(whole, one)),
            ],
            [.. whole.Priorities.Select(Of)],
            [
                .. whole.Priorities.SelectMany(priority =>
                    priority
                        .Strands.OrderBy(one => one.Order)
                        .Select(one => new CopiedPart(
                            one.Id,
                            priority.Id,
                            one.Name,
                            Said(("What it is for", one.Sentence))
                        ))
                ),
            ],
            [.. whole.Plan.Actions.OrderBy(one => one.Number).Select(one => Of(whole, one))],
            whole.Plan.Layout.Words,
            Said(
                ("Status", DisplayNames.Of(whole.Plan.Details.Status)),
                ("Progress is asked for", DisplayNames.Of(whole.Plan.Details.Reporting)),
                ("Work that an agency does anyway", DisplayNames.Of(whole.Plan.Details.Usual))
            ),
            [
                .. whole
                    .Plan.Strategies.OrderBy(one => one.Title, StringComparer.Ordinal)
                    .ThenBy(one => one.Id)
                    .Select(one => new CopiedPart(
                        one.Id,
                        null,
                        one.Title,
                        Said(("Years", one.Years()))
                    )),
            ]
        );

    private static CopiedPart Of(WholePlan whole, Coverage.StrategyCoverage coverage) =>
        new(
            coverage.Id,
            null,
            DisplayNames.Of(coverage.Strategy),
            Said(
                ("How it is covered", coverage.How),
                (
                    "By the priorities",
                    string.Join(
                        "; ",
                        whole
                            .Priorities.Where(one =>
                                coverage.Priorities.Exists(link => link.PlanPriorityId == one.Id)
                            )
                            .Select(one => one.Name)
                    )
                )
            )
        );

    private static CopiedPart Of(Priorities.PlanPriority priority) =>
        new(
            priority.Id,
            null,
            priority.Name,
            Said(
                ("What it means", priority.Priority.Definition),
                ("Aim", priority.Aim),
                ("Led by", priority.LeadWords()),
                (
                    "Strategies that it serves",
                    Lines(
                        priority
                            .Strategies.OrderBy(one => one.Order)
                            .Select(one =>
                                one.Objectives.Length == 0
                                    ? one.Strategy.Title
                                    : $"{one.Strategy.Title}: {one.Objectives.Replace("\n", "; ", StringComparison.Ordinal)}"
                            )
                    )
                ),
                ("How success is measured", Lines(priority.Measures.Select(Measure))),
                ("Evidence", Lines(priority.Evidence.Select(one => one.Words)))
            )
        );

    private static CopiedPart Of(WholePlan whole, PlanAction action) =>
        new(
            action.Id,
            action.StrandId,
            string.Create(CultureInfo.InvariantCulture, $"Action {action.Number}"),
            Said(
                ("What will be done", action.Details.Text),
                ("Number in our papers", action.Details.Reference),
                ("Why", action.Details.Rationale),
                ("Responsible", action.AgencyWords(AgencyPart.Responsible)),
                ("Working with", action.AgencyWords(AgencyPart.Additional)),
                ("Priorities met", string.Join("; ", whole.Of(action).Select(one => one.Name))),
                ("Starts on", action.Details.StartsOn is { } day ? UkTime.Date(day) : ""),
                ("By when", action.TargetWords()),
                ("How success is measured", Lines(action.Measures.Select(Measure))),
                ("Milestones", Lines(action.Milestones.Select(Milestone))),
                ("Cost and funding", Lines(action.Funding.Select(one => one.Words))),
                ("Evidence", Lines(action.Evidence.Select(one => one.Words))),
                (
                    "Business as usual",
                    action.Details.IsBusinessAsUsual ? "An agency does this anyway" : ""
                )
            )
        );

    private static string Measure(Measures.PlanMeasure measure)
    {
        var details = measure.Details;
        return string.Join(
            "; ",
            new[]
            {
                details.Name,
                details.Baseline is { } from ? $"from {measure.WithUnit(from)}" : "",
                details.BaselineWords,
                details.Target is { } to ? $"target {measure.WithUnit(to)}" : "",
            }.Where(words => words.Length > 0)
        );
    }

    private static string Milestone(Milestones.PlanMilestone one) =>
        one.Details.Due is { } due
            ? $"{one.Details.Text} (by {UkTime.Date(due)})"
            : one.Details.Text;

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static List<CopiedField> Said(
        (string Label, string Text)[] fields,
        IReadOnlyList<CopiedField> more
    ) => [.. Said(fields), .. more];

    private static List<CopiedField> Said(params (string Label, string Text)[] fields) =>
        [
            .. fields
                .Where(field => field.Text.Length > 0)
                .Select(field => new CopiedField(field.Label, field.Text)),
        ];
}
