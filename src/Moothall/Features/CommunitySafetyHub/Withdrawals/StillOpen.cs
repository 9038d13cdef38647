using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Withdrawals;

/// <summary>
/// What a withdrawal leaves open: it shuts what people see for the member, while a role of theirs or another member they act for
/// opens what it opens. Nobody is told that all is shut where it is not.
/// </summary>
public static class StillOpen
{
    private static readonly Role[] OfMembers = [Role.Member, Role.Deputy, Role.Guest];

    /// <summary>The roles held on a day that open something by themselves, in words; empty where there are none.</summary>
    public static string Roles(User person, DateOnly day) =>
        string.Join(
            " and ",
            person
                .Grants.Where(grant => grant.IsHeldOn(day) && !OfMembers.Contains(grant.Role))
                .Select(grant => DisplayNames.Of(grant.Role))
                .Distinct()
        );

    /// <summary>One sentence for each thing that stays open to people who act, or acted, for a member.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(
        MoothallDb db,
        Guid membershipId,
        IReadOnlyCollection<Guid> people,
        DateOnly today,
        CancellationToken cancel = default
    )
    {
        var accounts = await db.Set<User>()
            .AsNoTracking()
            .Include(user => user.Grants)
            .Where(user => people.Contains(user.Id) && user.LeftAt == null)
            .OrderBy(user => user.Name)
            .ToListAsync(cancel);
        var others = await db.Set<HubMembership>()
            .AsNoTracking()
            .Include(member => member.Representatives)
            .Where(member => member.Id != membershipId)
            .Where(member => member.Representatives.Any(one => people.Contains(one.UserId)))
            .OrderBy(member => member.Order)
            .ToListAsync(cancel);
        return
        [
            .. accounts
                .Where(person => Roles(person, today).Length > 0)
                .Select(person =>
                    $"{person.Name} is {Roles(person, today)}: what that opens stays open until an administrator ends it under People."
                ),
            .. accounts.SelectMany(person =>
                others
                    .Where(member =>
                        member.ShutBecause(today) is null
                        && member.Representatives.Exists(one =>
                            one.UserId == person.Id && one.ActsOn(today)
                        )
                    )
                    .Select(member =>
                        $"{person.Name} acts for {member.Name} too, and sees what is open to it."
                    )
            ),
        ];
    }
}
