using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan.Versions;

/// <summary>Two versions of a plan beside each other: a list of changes, and one text with what went and what came.</summary>
[Access(Permission.SeePlan)]
public sealed class CompareModel(MoothallDb db) : PageModel
{
    /// <summary>The number of the earlier version.</summary>
    [BindProperty(SupportsGet = true)]
    public int Earlier { get; set; }

    /// <summary>The number of the later version; nothing for the plan as it is now.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Later { get; set; }

    public PartnershipPlan Plan { get; private set; } = null!;
    public string EarlierWords { get; private set; } = "";
    public string LaterWords { get; private set; } = "The plan as it is now";
    public IReadOnlyList<PartChange> Changes { get; private set; } = [];
    public IReadOnlyList<Run> Text { get; private set; } = [];

    /// <summary>Compares.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var whole = await WholePlan.LoadAsync(db, id, cancel);
        var versions = await db.Set<PlanVersion>()
            .AsNoTracking()
            .Where(one => one.PlanId == id && (one.Number == Earlier || one.Number == Later))
            .ToDictionaryAsync(one => one.Number, cancel);
        if (
            whole is null
            || !versions.TryGetValue(Earlier, out var first)
            || (Later is { } number && !versions.ContainsKey(number))
        )
        {
            return NotFound();
        }

        Plan = whole.Plan;
        EarlierWords = $"Version {first.Number}: {first.Title}";
        var after = PlanCopy.Of(whole);
        if (Later is { } chosen)
        {
            after = versions[chosen].Read();
            LaterWords = $"Version {chosen}: {versions[chosen].Title}";
        }

        var before = first.Read();
        Changes = PlanComparison.Between(before, after);
        Text = PlanComparison.Text(before, after);
        return Page();
    }
}
