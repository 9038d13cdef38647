using Moothall.Features.Partnership.Members;
using Moothall.Platform.Spelling;
using Moothall.Platform.Ui;

namespace Moothall.Features.Plan.Actions;

/// <summary>What of an action is more than a text: who, for which priorities, by when.</summary>
public sealed class ActionInput
{
    [Field(
        "By when",
        Limit = 100,
        Hint = "A day, a month, a run or that it is ongoing: 31/03/2027, March 2027, 1 April 2026 to 31 March 2027, Ongoing."
    )]
    public string Target { get; set; } = "";

    [Field("Reviewed on", Conditional = true, Hint = "For an action that is ongoing.")]
    public DateOnly? ReviewOn { get; set; }

    [Field(
        "Responsible agencies",
        Limit = 3000,
        Rows = 2,
        Hint = "One on each line. A name as the list of members has it is linked to it; any other words are kept as they are."
    )]
    public string Responsible { get; set; } = "";

    [Field("Working with", Limit = 3000, Rows = 2, Hint = "One on each line.")]
    public string Additional { get; set; } = "";

    [Field("Priorities that it meets")]
    public List<Guid> PriorityIds { get; set; } = [];

    [Field("Strand")]
    public Guid? StrandId { get; set; }

    /// <summary>What an action says now.</summary>
    public static ActionInput Of(PlanAction action) =>
        new()
        {
            Target = action.Target?.ToString() ?? "",
            ReviewOn = action.ReviewOn,
            Responsible = Lines(action, AgencyPart.Responsible),
            Additional = Lines(action, AgencyPart.Additional),
            PriorityIds = [.. action.Priorities.Select(link => link.PlanPriorityId)],
            StrandId = action.StrandId,
        };

    /// <summary>The agencies of the lines, each linked to the organisation of that name where there is one (C14).</summary>
    public static IEnumerable<(string Words, Guid? OrganisationId)> Agencies(
        string lines,
        IReadOnlyList<Organisation> organisations
    ) =>
        lines
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .DistinctBy(FoldedText.Letters)
            .Select(words =>
                (
                    words,
                    organisations
                        .FirstOrDefault(one =>
                            FoldedText.Letters(one.Name) == FoldedText.Letters(words)
                        )
                        ?.Id
                )
            );

    private static string Lines(PlanAction action, AgencyPart part) =>
        string.Join(
            '\n',
            action
                .Agencies.Where(one => one.Part == part)
                .OrderBy(one => one.Order)
                .Select(one => one.Words)
        );
}
