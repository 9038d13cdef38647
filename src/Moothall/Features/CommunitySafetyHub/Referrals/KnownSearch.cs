using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>
/// Compares the people of a referral with everyone the hub holds, for the team to resolve (settled 14). Only a name together
/// with a date of birth is compared; addresses, telephones and protected values take no part.
/// </summary>
public static class KnownSearch
{
    /// <summary>The matches to write. The rows compared are those that share the family name or the date of birth.</summary>
    public static async Task<List<ReferralMatch>> FindAsync(
        MoothallDb db,
        Guid referralId,
        IReadOnlyCollection<CasePerson> people,
        CancellationToken cancel
    )
    {
        var asked = people
            .Select(person => (person.Id, Compared: Of(person)))
            .Where(one => KnownAlready.CanRun(one.Compared))
            .ToList();
        if (asked.Count == 0)
        {
            return [];
        }

        var births = asked.Select(one => one.Compared.DateOfBirth).Distinct().ToList();
        var families = asked
            .Select(one => NormalisedName.Of(one.Compared.Surname))
            .Distinct()
            .ToList();
        var held = await db.Set<CasePerson>()
            .AsNoTracking()
            .Where(person =>
                person.ReferralId != referralId
                && person.DateOfBirth != null
                && (
                    births.Contains(person.DateOfBirth)
                    || families.Contains(person.SearchFamilyName)
                )
            )
            .Select(person => new
            {
                person.Id,
                Compared = new ComparedPerson(
                    person.GivenNames,
                    person.FamilyName,
                    person.DateOfBirth,
                    person.KnownAs,
                    false
                ),
            })
            .ToListAsync(cancel);
        return
        [
            .. from one in asked
            from other in held
            let match = KnownAlready.Compare(one.Compared, other.Compared)
            where match.Strength != MatchStrength.None
            orderby match.Strength descending
            select new ReferralMatch
            {
                ReferralId = referralId,
                PersonId = one.Id,
                KnownPersonId = other.Id,
                Because = match.Reason,
            },
        ];
    }

    private static ComparedPerson Of(CasePerson person) =>
        new(person.GivenNames, person.FamilyName, person.DateOfBirth, person.KnownAs);
}
