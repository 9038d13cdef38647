using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.Plan.Actions;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Progress;

/// <summary>How a plan stands, exceptions first: what is off track, then what slips, then the rest.</summary>
[Access(Permission.SeePlan)]
public sealed class BoardModel(MoothallDb db, TimeProvider clock) : PageModel
{
    private static readonly ProgressRating[] WorstFirst =
    [
        ProgressRating.Red,
        ProgressRating.Amber,
        ProgressRating.Green,
        ProgressRating.Grey,
        ProgressRating.Blue,
    ];

    /// <summary>An action with the two ratings.</summary>
    /// <param name="Action">The action.</param>
    /// <param name="Standing">The computed one.</param>
    /// <param name="Own">The owner's latest, where there is one.</param>
    public sealed record Line(PlanAction Action, ActionStanding Standing, ActionProgress? Own)
    {
        /// <summary>The worse of the two, by which it is ordered: neither hides the other.</summary>
        public int Worst =>
            Math.Min(
                Array.IndexOf(WorstFirst, Standing.Rating),
                Own?.Rating is { } own ? Array.IndexOf(WorstFirst, own) : WorstFirst.Length
            );
    }

    public WholePlan Whole { get; private set; } = null!;
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public DateOnly Today { get; } = UkTime.Today(clock);

    /// <summary>How many actions have each computed rating, the worst first.</summary>
    public IEnumerable<(ProgressRating Rating, int Count)> Counts =>
        WorstFirst.Select(rating => (rating, Lines.Count(one => one.Standing.Rating == rating)));

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await WholePlan.LoadAsync(db, id, cancel) is not { } whole)
        {
            return NotFound();
        }

        Whole = whole;
        Lines =
        [
            .. whole
                .Plan.Actions.Select(action =>
                    (action, standing: ActionStanding.Of(whole.Plan, action, Today))
                )
                .Where(one => one.standing is not null)
                .Select(one => new Line(
                    one.action,
                    one.standing!,
                    one.action.Progress.Find(update => update.Rating is not null)
                ))
                .OrderBy(one => one.Worst)
                .ThenByDescending(one => one.Standing.IsLate(Today))
                .ThenBy(one => one.Action.Number),
        ];
        return Page();
    }
}
