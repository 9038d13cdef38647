using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Withdrawals;

/// <summary>Every withdrawal, the newest first.</summary>
[Access(Permission.ManageMembers)]
public sealed class IndexModel(MoothallDb db) : PageModel
{
    private const int Most = 200;
    public IReadOnlyList<Withdrawal> Rows { get; private set; } = [];

    public async Task OnGetAsync() =>
        Rows = await db.Set<Withdrawal>()
            .AsNoTracking()
            .OrderByDescending(one => one.At)
            .Take(Most)
            .ToListAsync();
}
