using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Topics;

/// <summary>The hub's topics of discussion with today's legal terms (S1-3.2, S0-12, C23).</summary>
[Access(Permission.ManagePartnership)]
public sealed class IndexModel(MoothallDb db) : PageModel
{
    /// <summary>Whether to list the retired ones too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Retired { get; set; }

    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    public async Task OnGetAsync() =>
        Topics = await db.Set<Topic>()
            .AsNoTracking()
            .Where(topic => Retired || !topic.IsRetired)
            .OrderBy(topic => topic.Order)
            .ThenBy(topic => topic.Label)
            .ToListAsync();
}
