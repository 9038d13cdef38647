using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>Minutes of meetings held before the hub moved in, for those who run it.</summary>
[Access(Permission.ManageCases)]
public sealed class PastListModel(MoothallDb db, HubViewers viewers) : PageModel
{
    /// <summary>One of them.</summary>
    public sealed record Row(Guid Id, DateOnly HeldOn, string FileName, string ByName);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Whether the viewer may bring more in.</summary>
    public bool MayBring { get; private set; }

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var viewer = await viewers.CurrentAsync(cancel);
        MayBring = viewer.IsTeam;
        Rows = await db.Set<PastMinutes>()
            .VisibleTo(viewer)
            .OrderByDescending(one => one.HeldOn)
            .ThenBy(one => one.Id)
            .Select(one => new Row(one.Id, one.HeldOn, one.FileName, one.ByName))
            .ToListAsync(cancel);
    }
}
