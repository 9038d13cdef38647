using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>People of a referral whom the team holds to be people of the case it is joined to: the case lists them once.</summary>
public static class SamePeople
{
    private const int LongestAddress = 400;

    /// <summary>
    /// The person of the case for each such person of the referral. Where something of either is kept from someone both rows
    /// stay: what is protected must not be mixed with what is not.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, CasePerson>> OfAsync(
        MoothallDb db,
        Guid referralId,
        Guid caseId,
        CancellationToken cancel
    )
    {
        var matches = await db.Set<ReferralMatch>()
            .AsNoTracking()
            .Where(match => match.ReferralId == referralId && match.IsSame == true)
            .Where(match =>
                !db.Set<ProtectedValue>()
                    .Any(value =>
                        value.PersonId == match.PersonId || value.PersonId == match.KnownPersonId
                    )
            )
            .ToListAsync(cancel);
        var known = matches.ConvertAll(match => match.KnownPersonId);
        var people = await db.Set<CasePerson>()
            .Include(person => person.Telephones)
            .Where(person => person.CaseId == caseId && known.Contains(person.Id))
            .ToListAsync(cancel);
        return (
            from match in matches
            join person in people on match.KnownPersonId equals person.Id
            group person by match.PersonId
        ).ToDictionary(found => found.Key, found => found.First());
    }

    /// <summary>Adds what the referral says of them and the case does not; what the case says stays.</summary>
    internal static void Complete(
        MoothallDb db,
        Referral referral,
        IReadOnlyDictionary<Guid, CasePerson>? same
    )
    {
        foreach (var (id, known) in same ?? new Dictionary<Guid, CasePerson>())
        {
            var person = referral.People.Single(one => one.Id == id);
            known.KnownAs = known.KnownAs.Length > 0 ? known.KnownAs : person.KnownAs;
            if (known.Address.Length == 0)
            {
                (known.Address, known.Postcode) = (person.Address, person.Postcode);
            }
            else if (NormalisedName.Of(known.Address) != NormalisedName.Of(person.Address))
            {
                var both =
                    $"{known.Address}\nIn {referral.Reference}: {person.Address} {person.Postcode}";
                known.Address =
                    person.Address.Length > 0 && both.Length <= LongestAddress
                        ? both.Trim()
                        : known.Address;
            }

            db.AddRange(
                person
                    .Telephones.Where(one =>
                        !known.Telephones.Exists(other => other.Digits == one.Digits)
                    )
                    .Select(one => new PersonTelephone
                    {
                        PersonId = known.Id,
                        Number = one.Number,
                        Digits = one.Digits,
                        Order = one.Order + known.Telephones.Count,
                    })
            );
        }
    }
}
