using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Everybody a hub has written down, to compare a text with; whoever asks shows none of them.</summary>
public static class HubPeople
{
    /// <summary>The people of the hub's cases, open or closed, and of its referrals.</summary>
    public static IQueryable<CasePerson> Of(MoothallDb db, Guid bodyId)
    {
        var cases = db.Set<HubCase>().Where(one => one.BodyId == bodyId).Select(one => one.Id);
        var referrals = db.Set<Referral>().Where(one => one.BodyId == bodyId).Select(one => one.Id);
        return db.Set<CasePerson>()
            .Where(person =>
                (person.CaseId != null && cases.Contains(person.CaseId.Value))
                || (person.ReferralId != null && referrals.Contains(person.ReferralId.Value))
            );
    }
}
