using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Moothall.Features.Plan.Actions;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Layouts;

/// <summary>What a plan can say of an action beside its text (practice, section 6).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActionColumn>))]
public enum ActionColumn
{
    [Display(Name = "Number in our papers")]
    Reference,

    [Display(Name = "Responsible")]
    Responsible,

    [Display(Name = "Working with")]
    WorkingWith,

    [Display(Name = "Priorities met")]
    Priorities,

    [Display(Name = "By when")]
    ByWhen,

    [Display(Name = "Starts on")]
    Starts,

    [Display(Name = "How success is measured")]
    Measures,

    [Display(Name = "Milestones")]
    Milestones,

    [Display(Name = "Cost and funding")]
    Money,

    [Display(Name = "Why")]
    Why,

    [Display(Name = "Evidence")]
    Evidence,

    [Display(Name = "Business as usual")]
    Usual,
}

/// <summary>A column of a plan under the heading that the partnership gives it.</summary>
public sealed record PlanColumn(ActionColumn Column, string Heading)
{
    /// <summary>The column under its usual heading.</summary>
    public static PlanColumn Usual(ActionColumn column) => new(column, DisplayNames.Of(column));
}

/// <summary>
/// How a plan is laid out: its actions in one list or under their priorities, and what is said of each, in which order and under
/// which heading. A column that is left out is neither shown nor asked for (S4-R1); what it held is kept.
/// </summary>
/// <param name="IsByPriority">Whether actions stand under their priorities and strands.</param>
/// <param name="Columns">What is said of an action, in its order.</param>
/// <param name="AsksAll">Whether the forms ask for what the layout does not show at a glance.</param>
public sealed record PlanLayout(
    bool IsByPriority,
    IReadOnlyList<PlanColumn> Columns,
    bool AsksAll = false
)
{
    /// <summary>The longest heading, in characters.</summary>
    public const int LongestHeading = 60;

    // Reasons, evidence and money are for partners; the words of a plan for everybody are the rest.
    private static readonly HashSet<ActionColumn> ForEverybody =
    [
        ActionColumn.Reference,
        ActionColumn.Responsible,
        ActionColumn.WorkingWith,
        ActionColumn.Priorities,
        ActionColumn.ByWhen,
        ActionColumn.Starts,
        ActionColumn.Measures,
    ];

    /// <summary>A list of actions, each with the priorities it meets (S2-F).</summary>
    public static PlanLayout Flat { get; } =
        new(
            false,
            [
                .. new[]
                {
                    ActionColumn.Reference,
                    ActionColumn.Responsible,
                    ActionColumn.WorkingWith,
                    ActionColumn.Priorities,
                    ActionColumn.ByWhen,
                    ActionColumn.Starts,
                    ActionColumn.Measures,
                    ActionColumn.Money,
                    ActionColumn.Usual,
                }.Select(PlanColumn.Usual),
            ],
            AsksAll: true
        );

    /// <summary>Priority by priority with strands (S4-F1); the priorities are headings and no column.</summary>
    public static PlanLayout Matrix { get; } =
        new(
            true,
            [.. Flat.Columns.Where(one => one.Column != ActionColumn.Priorities)],
            AsksAll: true
        );

    /// <summary>Whether the forms ask for it. By priority, an action needs to be put somewhere.</summary>
    public bool Asks(ActionColumn column) =>
        AsksAll
        || Columns.Any(one => one.Column == column)
        || IsByPriority && column == ActionColumn.Priorities;

    /// <summary>The layout in a line, for versions of a plan.</summary>
    [JsonIgnore]
    public string Words =>
        $"{(IsByPriority ? "By priority" : "One list")}: {string.Join(", ", Columns.Select(one => one.Heading))}";

    /// <summary>What is said of an action, without what is empty.</summary>
    public IEnumerable<(string Heading, string Text)> Facts(WholePlan whole, PlanAction action) =>
        Of(Columns, whole, action);

    /// <summary>What everybody may read of it.</summary>
    public IEnumerable<(string Heading, string Text)> PublicFacts(
        WholePlan whole,
        PlanAction action
    ) => Of(Columns.Where(one => ForEverybody.Contains(one.Column)), whole, action);

    private static IEnumerable<(string, string)> Of(
        IEnumerable<PlanColumn> columns,
        WholePlan whole,
        PlanAction action
    ) =>
        columns
            .Select(one => (one.Heading, Text: Text(one.Column, whole, action)))
            .Where(one => one.Text.Length > 0);

    private static string Text(ActionColumn column, WholePlan whole, PlanAction action) =>
        column switch
        {
            ActionColumn.Reference => action.Details.Reference,
            ActionColumn.Responsible => action.AgencyWords(AgencyPart.Responsible),
            ActionColumn.WorkingWith => action.AgencyWords(AgencyPart.Additional),
            ActionColumn.Priorities => string.Join(
                "; ",
                whole.Of(action).Select(one => one.Priority.Name)
            ),
            ActionColumn.ByWhen => action.TargetWords(),
            ActionColumn.Starts => action.Details.StartsOn is { } day ? UkTime.Date(day) : "",
            ActionColumn.Measures => Lines(action.Measures.Select(one => one.Details.Name)),
            ActionColumn.Milestones => Lines(action.Milestones.Select(one => one.Words)),
            ActionColumn.Money => action.Funding.Sum(one => one.Details.Pence ?? 0)
                is > 0
                    and var sum
                ? FigureText.Money(sum)
                : Lines(action.Funding.Select(one => one.Words)),
            ActionColumn.Why => action.Details.Rationale,
            ActionColumn.Evidence => Lines(action.Evidence.Select(one => one.Words)),
            _ => action.Details.IsBusinessAsUsual ? "Yes: an agency does this anyway" : "",
        };

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
