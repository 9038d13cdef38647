using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.SharingProtocols;

/// <summary>Where minutes may be sent as they are: the ten suffixes of the terms, each live or not, and the partnership's own list (S1-7.2h, C1).</summary>
[Access(Permission.ManagePartnership)]
public sealed class SecureDomainsModel(MoothallDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<HistoricSuffix> Historic { get; } = SecureDomainList.Historic;

    public IReadOnlyList<SecureDomainEntry> Own { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync()
    {
        Today = UkTime.Today(clock);
        Own = await db.Set<SecureDomainEntry>()
            .AsNoTracking()
            .OrderBy(entry => entry.Domain)
            .ToListAsync();
    }
}
