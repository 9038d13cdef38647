using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Scrutiny;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Gates;

/// <summary>The steps that a plan passes for a year, with what is missing at each (S3-25).</summary>
[Access(Permission.SeePlan)]
public sealed class IndexModel(MoothallDb db, TimeProvider clock) : PageModel
{
    /// <summary>The year to show; the coming one where nothing is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public PartnershipPlan Plan { get; private set; } = null!;
    public PlanYear Chosen { get; private set; }
    public IReadOnlyList<GateState> States { get; private set; } = [];

    /// <summary>The review of scrutiny that was held in the year, where one was.</summary>
    public (Guid Id, string Committee, DateOnly On)? Review { get; private set; }

    /// <summary>The years of the plan.</summary>
    public IReadOnlyList<PlanYear> Years { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var plan = await db.Set<PartnershipPlan>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (plan is null)
        {
            return NotFound();
        }

        Plan = plan;
        var today = UkTime.Today(clock);
        Years = [.. plan.Details.Years()];
        var coming = PlanYear.Of(today).Next;
        if (Year is { } asked && Years.All(one => one.Begins != asked))
        {
            return NotFound();
        }

        var begins = Year ?? coming.Begins;
        Chosen = Years.FirstOrDefault(one => one.Begins == begins, Years[^1]);
        States = await GateStates.OfAsync(db, id, Chosen, today, cancel);
        Review = await ScrutinyReads.HeldInAsync(db, Chosen, cancel);
        return Page();
    }
}
