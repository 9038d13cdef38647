using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Progress;

/// <summary>How a plan stands, exceptions first: what is off track, then what slips, then the rest.</summary>
[Access(Permission.SeePlan)]
public sealed class BoardModel(MoothallDb db, TimeProvider clock) : PageModel
{
    public WholePlan Whole { get; private set; } = null!;
    public IReadOnlyList<BoardLine> Lines { get; private set; } = [];

    /// <summary>How many actions have each rating, the worst first: as dates and updates tell, and as owners say.</summary>
    public IEnumerable<(ProgressRating Rating, int Computed, int Own)> Counts =>
        ProgressBoard.WorstFirst.Select(rating =>
            (
                rating,
                Lines.Count(one => one.Standing.Rating == rating),
                Lines.Count(one => one.Own?.Rating == rating)
            )
        );

    /// <summary>Of how many actions no owner has said anything.</summary>
    public int Unsaid => Lines.Count(one => one.Own is null);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await WholePlan.LoadAsync(db, id, cancel) is not { } whole)
        {
            return NotFound();
        }

        Whole = whole;
        Lines = ProgressBoard.Of(whole, UkTime.Today(clock));
        return Page();
    }
}
