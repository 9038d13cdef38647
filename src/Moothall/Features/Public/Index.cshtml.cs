using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Public;

/// <summary>What the partnership publishes.</summary>
[Open("What is published is for everybody.")]
public sealed class IndexModel(MoothallDb db) : PageModel
{
    /// <summary>What visitors should read today, the plan first.</summary>
    public IReadOnlyList<Publication> Current { get; private set; } = [];

    /// <summary>The years in which something was published, the latest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>Whether a plan or its summary is there to read (S3-19).</summary>
    public bool HasPlan =>
        Current.Any(one => one.Kind is PublicationKind.Plan or PublicationKind.PlanSummary);

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var current = await db.Published().Current().ToListAsync(cancel);
        Current = [.. current.OrderBy(one => one.Kind).ThenByDescending(one => one.PublishedAt)];
        var days = await db.Published().Select(one => one.PublishedAt!.Value).ToListAsync(cancel);
        Years = [.. days.Select(at => UkTime.DateOf(at).Year).Distinct().OrderDescending()];
    }
}
