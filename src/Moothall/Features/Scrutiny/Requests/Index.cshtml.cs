using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Scrutiny.Requests;

/// <summary>What the committee asked to know: what waits first. It is between the committee and the team.</summary>
[Access(Permission.SeeScrutinyRequests)]
public sealed class IndexModel(MoothallDb db, TimeProvider clock) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<(InformationRequest Request, RequestStanding Standing)> Lines
    {
        get;
        private set;
    } = [];
    public int Pages { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var all = db.Set<InformationRequest>().AsNoTracking();
        Pages = (await all.CountAsync(cancel) + PageSize - 1) / PageSize;
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, Pages));
        var today = UkTime.Today(clock);
        var found = await all.OrderBy(one => one.Release.GivenOn == null ? 0 : 1)
            .ThenByDescending(one => one.Details.AskedOn)
            .ThenBy(one => one.Id)
            .Skip((PageNumber - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancel);
        Lines = found.ConvertAll(one =>
            (one, ReleaseGates.Standing(one.Details.By!.Value, one.Release, today))
        );
    }
}
