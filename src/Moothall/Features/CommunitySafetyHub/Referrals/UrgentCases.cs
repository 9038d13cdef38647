using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>The cases that were accepted as urgent: somebody acts before the meeting.</summary>
public static class UrgentCases
{
    /// <summary>Their identifiers, by the decision taken at triage.</summary>
    public static IQueryable<Guid> Of(MoothallDb db) =>
        from decision in db.Set<TriageDecision>()
        join referral in db.Set<Referral>() on decision.ReferralId equals referral.Id
        where decision.Outcome == TriageOutcome.AcceptUrgent && referral.CaseId != null
        select referral.CaseId!.Value;
}
