using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>
/// Compares the people of a referral with everyone the hub holds, for the team to resolve (settled 14). Only who has a name and a
/// date of birth is compared; telephones and protected values take no part.
/// </summary>
public static class KnownSearch
{
    /// <summary>The matches to write, the likeliest first.</summary>
    public static async Task<IReadOnlyList<ReferralMatch>> FindAsync(
        MoothallDb db,
        KnownPeople known,
        Guid referralId,
        IEnumerable<CasePerson> people,
        DateTime now,
        CancellationToken cancel
    )
    {
        var asked = people.Select(ComparedPerson.Of).Where(KnownAlready.CanRun).ToList();
        if (asked.Count == 0)
        {
            return [];
        }

        var found = await known.FindAsync(asked, cancel);
        return await MatchesAsync(db, referralId, [.. asked.Zip(found)], now, cancel);
    }

    /// <summary>What the team is told of those who were found.</summary>
    internal static async Task<IReadOnlyList<ReferralMatch>> MatchesAsync(
        MoothallDb db,
        Guid referralId,
        IReadOnlyList<(ComparedPerson Wanted, IReadOnlyList<KnownFind> Found)> asked,
        DateTime now,
        CancellationToken cancel
    )
    {
        var ids = asked.SelectMany(one => one.Found).Select(hit => hit.PersonId).Distinct();
        var others = db.Set<CasePerson>()
            .Where(person => ids.Contains(person.Id) && person.ReferralId != referralId);
        var held = await ComparedPerson.Of(others).ToDictionaryAsync(one => one.Id, cancel);
        var matches =
            from one in asked
            from hit in one.Found
            where held.ContainsKey(hit.PersonId)
            let match = KnownAlready.Judge(one.Wanted, held[hit.PersonId], hit)
            where match is not null
            orderby match.Strength descending, hit.Why.Bits descending
            select (one.Wanted.Id, hit.PersonId, match.Reason);
        return
        [
            // The time in the identifier keeps the order in which they are shown.
            .. matches.Select(
                (match, rank) =>
                    new ReferralMatch
                    {
                        Id = Guid.CreateVersion7(
                            new DateTimeOffset(now.AddMilliseconds(rank), TimeSpan.Zero)
                        ),
                        ReferralId = referralId,
                        PersonId = match.Id,
                        KnownPersonId = match.PersonId,
                        Because = match.Reason,
                    }
            ),
        ];
    }
}
