using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Who may open the page of a protected value: those named as its readers, and nobody else.</summary>
public static class ProtectedAccess
{
    /// <summary>
    /// The values whose page this viewer may open: as a named reader to whom the case, or the referral that is no case yet,
    /// is open, or who wrote the referral and still acts for a member; or as the Community Safety Team where every reader
    /// has left or is shut out of the case, to name a new one.
    /// </summary>
    public static IQueryable<ProtectedValue> VisibleTo(
        this IQueryable<ProtectedValue> values,
        HubViewer viewer,
        MoothallDb db
    )
    {
        var (userId, isTeam) = (viewer.UserId, viewer.IsTeam);
        var belongs = viewer.RunsHub || viewer.MembershipIds.Count > 0;
        var cases = db.Set<HubCase>().OpenTo(viewer, db).Select(c => c.Id);
        var referrals = db.Set<Referral>().VisibleTo(viewer, db).Select(r => r.Id);
        var people = db.Set<CasePerson>()
            .Where(person =>
                (person.CaseId != null && cases.Any(id => id == person.CaseId))
                || (
                    person.CaseId == null
                    && person.ReferralId != null
                    && referrals.Any(id => id == person.ReferralId)
                )
            )
            .Select(person => person.Id);
        // Who wrote the referral keeps it where the case is shut to them: what they gave must not become unreadable.
        var written = db.Set<Referral>()
            .VisibleTo(viewer, db)
            .Where(r => belongs && r.ReferredById == userId)
            .Select(r => r.Id);
        var ownPeople = db.Set<CasePerson>()
            .Where(person =>
                person.ReferralId != null && written.Any(id => id == person.ReferralId)
            )
            .Select(person => person.Id);
        var here = db.Set<User>().Where(user => user.LeftAt == null).Select(user => user.Id);
        return values.Where(value =>
            (
                value.Readers.Any(reader => reader.UserId == userId)
                && (
                    people.Any(id => id == value.PersonId)
                    || ownPeople.Any(id => id == value.PersonId)
                )
            )
            || (
                isTeam
                && people.Any(id => id == value.PersonId)
                && !value.Readers.Any(reader =>
                    here.Any(id => id == reader.UserId)
                    && !db.Set<CaseExclusion>()
                        .Any(exclusion =>
                            exclusion.UserId == reader.UserId
                            && db.Set<CasePerson>()
                                .Any(person =>
                                    person.Id == value.PersonId && person.CaseId == exclusion.CaseId
                                )
                        )
                )
            )
        );
    }
}
