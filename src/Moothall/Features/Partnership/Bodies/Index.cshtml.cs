using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Bodies;

/// <summary>The standing groups of the partnership; a second hub is only another row (settled 4).</summary>
[Access(Permission.ManagePartnership)]
public sealed class IndexModel(MoothallDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<GovernanceBody> Bodies { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync()
    {
        Today = UkTime.Today(clock);
        Bodies = await db.Set<GovernanceBody>()
            .AsNoTracking()
            .OrderBy(body => body.Name)
            .ToListAsync();
    }

    /// <summary>Name of the body this one reports to.</summary>
    public string Parent(GovernanceBody body) =>
        Bodies.FirstOrDefault(other => other.Id == body.ParentId)?.Name ?? "";
}
