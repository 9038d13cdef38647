using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan.Priorities;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Priorities;

/// <summary>What the partnership and the local policing body put first (S0-9, S2-I3).</summary>
[Access(Permission.SeePlan)]
public sealed class IndexModel(MoothallDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Priority> All { get; private set; } = [];

    /// <summary>Those that hold today.</summary>
    public IReadOnlyList<Priority> InForce { get; private set; } = [];

    /// <summary>Those of a plan that is not in force yet.</summary>
    public IReadOnlyList<Priority> Waiting { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = UkTime.Today(clock);
        All = await db.Set<Priority>().AsNoTracking().OrderBy(one => one.Name).ToListAsync(cancel);
        var waiting = await db.Waiting().ToListAsync(cancel);
        Waiting = [.. All.Where(one => waiting.Contains(one.Id))];
        InForce =
        [
            .. All.Except(Waiting).Where(one => !(one.From > today) && !(one.Until < today)),
        ];
    }
}
