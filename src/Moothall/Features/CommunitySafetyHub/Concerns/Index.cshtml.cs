using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Concerns;

/// <summary>Concerns: the manager's to answer, everyone else's own.</summary>
[Access(Permission.RaiseConcern)]
public sealed class IndexModel(MoothallDb db, HubViewers viewers, CurrentUser user) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<ConcernLine> Lines { get; private set; } = [];
    public int Pages { get; private set; }
    public bool Answers => user.May(Permission.AnswerConcern);

    /// <summary>Shows the list, unanswered ones first.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var viewer = await viewers.CurrentAsync(cancel);
        var visible = db.Set<Concern>().VisibleTo(viewer, user, db);
        Pages = (await visible.CountAsync(cancel) + PageSize - 1) / PageSize;
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, Pages));
        var concerns = await visible
            .AsNoTracking()
            .OrderBy(concern => concern.AnsweredAt == null ? 0 : 1)
            .ThenByDescending(concern => concern.RaisedAt)
            .ThenBy(concern => concern.Id)
            .Skip((PageNumber - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancel);
        Lines = await ConcernLine.OfAsync(concerns, viewer, db, cancel);
    }
}
