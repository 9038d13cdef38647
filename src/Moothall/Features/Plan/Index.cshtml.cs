using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan;

/// <summary>The partnership's plans, the latest first. With none, or none in force, it says so plainly (S3-19).</summary>
[Access(Permission.SeePlan)]
public sealed class IndexModel(MoothallDb db) : PageModel
{
    /// <summary>A plan and how much is in it.</summary>
    public sealed record Line(PartnershipPlan Plan, int Priorities, int Actions);

    public IReadOnlyList<Line> Plans { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel) =>
        Plans = await db.Set<PartnershipPlan>()
            .AsNoTracking()
            .OrderByDescending(plan => plan.Details.From)
            .ThenBy(plan => plan.Details.Title)
            .Select(plan => new Line(plan, plan.Priorities.Count, plan.Actions.Count))
            .ToListAsync(cancel);
}
