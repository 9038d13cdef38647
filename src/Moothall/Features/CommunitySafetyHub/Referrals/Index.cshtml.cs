using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>A referral as a list shows it.</summary>
public sealed record ReferralLine(
    Guid Id,
    string Reference,
    string Title,
    string OrganisationName,
    string ReferredByName,
    ReferralStatus Status,
    DateTime SubmittedAt,
    bool IsLate,
    bool IsAdmitted,
    bool CannotWait
);

/// <summary>Which referrals a list holds.</summary>
public enum ReferralShow
{
    Waiting,
    Returned,
    Decided,
    All,
}

/// <summary>The referrals one may see: the queue for triage, those waiting first, or an agency's own.</summary>
[Access(Permission.MakeReferral)]
public sealed class IndexModel(
    MoothallDb db,
    HubViewers viewers,
    ReferralDrafts drafts,
    ReadNotes reads
) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public ReferralShow? Show { get; set; }

    /// <summary>One of: received, organisation, status. Anything else is the usual order.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<ReferralLine> Lines { get; private set; } = [];
    public int Pages { get; private set; }
    public int Waiting { get; private set; }
    public int Drafts { get; private set; }
    public bool RunsHub { get; private set; }
    public IReadOnlyList<string> ShutBecause { get; private set; } = [];

    /// <summary>What the list holds: for whoever triages what waits, for an agency everything of its own.</summary>
    public ReferralShow Shown => Show ?? (RunsHub ? ReferralShow.Waiting : ReferralShow.All);

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var viewer = await viewers.CurrentAsync(cancel);
        (RunsHub, ShutBecause) = (viewer.RunsHub, viewer.ShutBecause);
        var visible = db.Set<Referral>().VisibleTo(viewer, db);
        Waiting = await visible.CountAsync(r => r.Status == ReferralStatus.Submitted, cancel);
        Drafts = await drafts.Own.CountAsync(cancel);
        var chosen = Chosen(visible);
        var count = await chosen.CountAsync(cancel);
        Pages = (count + PageSize - 1) / PageSize;
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, Pages));
        Lines = await Sorted(chosen)
            .Skip((PageNumber - 1) * PageSize)
            .Take(PageSize)
            .Select(r => new ReferralLine(
                r.Id,
                r.Reference,
                r.Details.Title,
                db.Set<Organisation>()
                    .Where(one => one.Id == r.OrganisationId)
                    .Select(one => one.Name)
                    .First(),
                r.ReferredByName,
                r.Status,
                r.SubmittedAt,
                r.IsLate,
                r.AdmittedLateBy != "",
                r.Details.CannotWaitBecause != ""
            ))
            .ToListAsync(cancel);
        foreach (var line in Lines)
        {
            reads.Note("Referral", line.Id);
        }
    }

    private IQueryable<Referral> Chosen(IQueryable<Referral> visible) =>
        Shown switch
        {
            ReferralShow.Waiting => visible.Where(r => r.Status == ReferralStatus.Submitted),
            ReferralShow.Returned => visible.Where(r => r.Status == ReferralStatus.Returned),
            ReferralShow.Decided => visible.Where(r =>
                r.Status != ReferralStatus.Submitted && r.Status != ReferralStatus.Returned
            ),
            _ => visible,
        };

    // What cannot wait stands first, then what has waited longest; a list of everything has the latest first.
    private IQueryable<Referral> Sorted(IQueryable<Referral> referrals) =>
        Sort switch
        {
            "received" => referrals.OrderBy(r => r.SubmittedAt).ThenBy(r => r.Id),
            "organisation" => referrals
                .OrderBy(r =>
                    db.Set<Organisation>()
                        .Where(one => one.Id == r.OrganisationId)
                        .Select(one => one.Name)
                        .First()
                )
                .ThenBy(r => r.Id),
            "status" => referrals.OrderBy(r => r.Status).ThenByDescending(r => r.SubmittedAt),
            _ when Shown == ReferralShow.Waiting => referrals
                .OrderBy(r => r.Details.CannotWaitBecause == "" ? 1 : 0)
                .ThenBy(r => r.SubmittedAt)
                .ThenBy(r => r.Id),
            _ => referrals.OrderByDescending(r => r.SubmittedAt).ThenBy(r => r.Id),
        };
}
