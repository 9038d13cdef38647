using Moothall.Features.Plan.Actions;

namespace Moothall.Features.Plan.Progress;

/// <summary>An action with the two ratings.</summary>
/// <param name="Action">The action.</param>
/// <param name="Standing">The computed one.</param>
/// <param name="Own">The owner's latest, where there is one.</param>
public sealed record BoardLine(PlanAction Action, ActionStanding Standing, ActionProgress? Own)
{
    /// <summary>The worse of the two, by which it is ordered: neither hides the other.</summary>
    public ProgressRating Worse =>
        Own?.Rating is { } own && ProgressBoard.Place(own) < ProgressBoard.Place(Standing.Rating)
            ? own
            : Standing.Rating;
}

/// <summary>How a plan stands, exceptions first.</summary>
public static class ProgressBoard
{
    /// <summary>The ratings, the worst first.</summary>
    public static readonly IReadOnlyList<ProgressRating> WorstFirst =
    [
        ProgressRating.Red,
        ProgressRating.Amber,
        ProgressRating.Green,
        ProgressRating.Grey,
        ProgressRating.Blue,
    ];

    /// <summary>Its actions, the worst first; none while the plan is not in force.</summary>
    public static IReadOnlyList<BoardLine> Of(WholePlan whole, DateOnly today) =>
        [
            .. whole
                .Plan.Actions.Select(action =>
                    (action, standing: ActionStanding.Of(whole.Plan, action, today))
                )
                .Where(one => one.standing is not null)
                .Select(one => new BoardLine(
                    one.action,
                    one.standing!,
                    one.action.Progress.Find(update => update.Rating is not null)
                ))
                .OrderBy(one => Place(one.Worse))
                .ThenByDescending(one => one.Standing.IsLate(today))
                .ThenBy(one => one.Action.Number),
        ];

    internal static int Place(ProgressRating rating) =>
        WorstFirst.TakeWhile(one => one != rating).Count();
}
