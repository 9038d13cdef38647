using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>
/// Who sees a referral: its writer, those of the organisation that made it who see named cases, and whoever runs the hub. Once it is part of a case, whoever
/// runs the hub sees it as they see the case, colleagues of the writer lose it where only named people see the case, and nobody
/// shut out of the case sees it.
/// </summary>
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
        // Councillors act for a member too, and have no case access (settled 3).
        var seesCases = viewer.CaseMembershipIds.Count > 0;
        var cases = db.Set<HubCase>().VisibleTo(viewer, db).Select(c => c.Id);
        var shutOut = db.Set<CaseExclusion>().Where(e => e.UserId == userId);
        var forNamedPeople = db.Set<HubCase>()
            .Where(c => c.Visibility == CaseVisibility.NamedPeople)
            .Select(c => c.Id);
        return referrals.Where(referral =>
            (referral.CaseId == null || !shutOut.Any(e => e.CaseId == referral.CaseId))
            && (
                referral.ReferredById == userId
                || (
                    seesCases
                    && organisationId != null
                    && referral.OrganisationId == organisationId
                    && (
                        referral.CaseId == null
                        || !forNamedPeople.Any(id => id == referral.CaseId)
                        || cases.Any(id => id == referral.CaseId)
                    )
                )
                || (runsHub && (referral.CaseId == null || cases.Any(id => id == referral.CaseId)))
            )
        );
    }

    /// <summary>Whether the viewer may complete a returned referral: the organisation that made it, or the team for it.</summary>
    public static bool CanEdit(Referral referral, HubViewer viewer) =>
        referral.Status == ReferralStatus.Returned
        && (
            viewer.IsTeam
            || referral.ReferredById == viewer.UserId
            || referral.OrganisationId == viewer.OrganisationId
        );
}
