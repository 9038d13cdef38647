using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Public.Publishing;

/// <summary>What waits for a second person, what everybody reads, and what they no longer do.</summary>
[Access(Permission.Publish)]
public sealed class IndexModel(MoothallDb db, PageDesk desk) : PageModel
{
    private readonly HashSet<Guid> outdated = [];

    public IReadOnlyList<Publication> All { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        All = await db.Set<Publication>()
            .AsNoTracking()
            .OrderByDescending(one => one.PublishedAt ?? one.PreparedAt)
            .ToListAsync(cancel);
        foreach (var page in All.Where(one => one.IsCurrent))
        {
            if (!await desk.IsStillSoAsync(page, cancel))
            {
                outdated.Add(page.Id);
            }
        }
    }

    /// <summary>Whether everybody reads what its source no longer says, or no longer says to everybody.</summary>
    public bool IsOutdated(Publication page) => outdated.Contains(page.Id);
}
