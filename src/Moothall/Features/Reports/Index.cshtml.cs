using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan;
using Moothall.Features.Plan.Gates;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Reports;

/// <summary>The reports: drafts first for those who keep them, then what was issued.</summary>
[Access(Permission.SeeReports)]
public sealed class IndexModel(MoothallDb db, CurrentUser reader) : PageModel
{
    public IReadOnlyList<Report> All { get; private set; } = [];

    /// <summary>Plans that partners agreed and of which scrutiny was told nothing since (S3-13).</summary>
    public IReadOnlyList<(PartnershipPlan Plan, DateOnly AgreedOn)> Waiting { get; private set; } =
    [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        All = await db.Set<Report>()
            .AsNoTracking()
            .VisibleTo(reader)
            .OrderBy(one => one.IssuedAt == null ? 0 : 1)
            .ThenByDescending(one => one.IssuedAt)
            .ThenByDescending(one => one.Id)
            .ToListAsync(cancel);
        if (!reader.May(Permission.KeepReports))
        {
            return;
        }

        var agreed = await db.Set<PlanGate>()
            .AsNoTracking()
            .Where(one => one.Kind == GateKind.Agreed && one.Details.DoneOn != null)
            .GroupBy(one => one.PlanId)
            .Select(group => new { group.Key, On = group.Max(one => one.Details.DoneOn)!.Value })
            .ToListAsync(cancel);
        var plans = await db.Set<PartnershipPlan>()
            .AsNoTracking()
            .Where(one => one.Details.Status != PlanStatus.Ended)
            .ToListAsync(cancel);
        Waiting =
        [
            .. plans
                .Join(agreed, plan => plan.Id, gate => gate.Key, (plan, gate) => (plan, gate.On))
                .Where(one => !WasTold(one.plan.Id, one.On)),
        ];
    }

    private bool WasTold(Guid planId, DateOnly since) =>
        All.Any(one =>
            one.Kind == ReportKind.ScrutinyUpdate
            && one.PlanId == planId
            && one.IssuedAt is { } at
            && UkTime.DateOf(at) >= since
        );
}
