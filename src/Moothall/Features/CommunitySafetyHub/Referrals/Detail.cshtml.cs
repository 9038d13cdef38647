using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.CommunitySafetyHub.Search;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>One referral: what was said, what was decided and why (S1-6.4: the referrer is told).</summary>
[Access(Permission.MakeReferral)]
public sealed class DetailModel(
    MoothallDb db,
    HubViewers viewers,
    Searches searches,
    AuditActor actor,
    ReadNotes reads
) : PageModel
{
    /// <summary>The viewer's own search that led here, whose purpose this look shares.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Search { get; set; }

    /// <summary>What the page shows.</summary>
    public ReferralView Shown { get; private set; } = null!;

    /// <summary>Whether the viewer may decide about it now.</summary>
    public bool MayTriage { get; private set; }

    /// <summary>Whether the viewer may complete it and send it again.</summary>
    public bool MayEdit { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        if (Search is { } id && await searches.FindAsync(id, cancel) is { } search)
        {
            actor.Why = search.Why;
        }

        var viewer = await viewers.CurrentAsync(cancel);
        if (await ReferralView.LoadAsync(db, viewer, reference, cancel) is not { } referral)
        {
            return NotFound();
        }

        Shown = await ReferralView.OfAsync(db, viewer, referral, reads, cancel);
        MayTriage = viewer.RunsHub && referral.Status == ReferralStatus.Submitted;
        MayEdit = ReferralAccess.CanEdit(referral, viewer);
        return Page();
    }
}
