using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Scrutiny.Reviews;

/// <summary>Every review, the latest first.</summary>
[Access(Permission.SeeScrutiny)]
public sealed class IndexModel(MoothallDb db) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<ScrutinyReview> Reviews { get; private set; } = [];
    public int Pages { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var all = Scrutiny.IndexModel.Latest(db);
        Pages = (await all.CountAsync(cancel) + PageSize - 1) / PageSize;
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, Pages));
        Reviews = await all.Skip((PageNumber - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
    }
}
