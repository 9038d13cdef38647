using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Settings;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.SharingProtocols;

/// <summary>The register of the information sharing protocol: owner, parties, dates (S3-2b), and when they were last reminded (S1-7.2k).</summary>
[Access(Permission.SeeMembers)]
public sealed class IndexModel(MoothallDb db, CurrentUser user, TimeProvider clock) : PageModel
{
    public string ProtocolName { get; private set; } = "";

    public string Owner { get; private set; } = "";

    public IReadOnlyList<HubMembership> Parties { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public bool MayManage => user.May(Permission.ManageMembers);

    public async Task OnGetAsync()
    {
        Today = UkTime.Today(clock);
        var own = await db.Set<PartnershipSettings>()
            .Select(settings => new { settings.ProtocolName, settings.ProtocolOwner })
            .FirstOrDefaultAsync();
        (ProtocolName, Owner) = (own?.ProtocolName ?? "", own?.ProtocolOwner ?? "");
        Parties = await Current().AsNoTracking().ToListAsync();
    }

    /// <summary>Records that every current signatory was reminded today.</summary>
    [Access(Permission.ManageMembers)]
    public async Task<IActionResult> OnPostRemindedAsync()
    {
        Today = UkTime.Today(clock);
        var current = (await Current().ToListAsync())
            .Where(member => member.ShutBecause(Today) is null)
            .ToList();
        current.ForEach(member => member.RemindedOn = Today);
        await db.SaveChangesAsync();
        TempData["Notice"] =
            $"Recorded that {current.Count} members were reminded on {UkTime.Date(Today)}.";
        return RedirectToPage();
    }

    private IQueryable<HubMembership> Current() =>
        db.Set<HubMembership>()
            .Where(member => member.LeftOn == null || member.LeftOn >= Today)
            .OrderBy(member => member.ProtocolReviewDate == null)
            .ThenBy(member => member.ProtocolReviewDate)
            .ThenBy(member => member.Order);
}
