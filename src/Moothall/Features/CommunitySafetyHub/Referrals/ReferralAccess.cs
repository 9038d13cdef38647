using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>Who sees a referral: whoever runs the hub, and the organisation that made it; a referral that became part of a case follows that case for whoever runs the hub.</summary>
public static class ReferralAccess
{
    /// <summary>The referrals this viewer may know of.</summary>
    public static IQueryable<Referral> VisibleTo(
        this IQueryable<Referral> referrals,
        HubViewer viewer,
        MoothallDb db
    )
    {
        var (userId, organisationId, runsHub) = (
            viewer.UserId,
            viewer.OrganisationId,
            viewer.RunsHub
        );
        var isMember = viewer.MembershipIds.Count > 0;
        var cases = db.Set<HubCase>().VisibleTo(viewer, db).Select(c => c.Id);
        return referrals.Where(referral =>
            referral.ReferredById == userId
            || (isMember && organisationId != null && referral.OrganisationId == organisationId)
            || (runsHub && (referral.CaseId == null || cases.Contains(referral.CaseId.Value)))
        );
    }
}
