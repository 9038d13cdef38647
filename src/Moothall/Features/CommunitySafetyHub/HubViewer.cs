using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub;

/// <summary>
/// The person looking, as the hub sees them at this moment: which memberships they act for and whether those are open.
/// Every visibility rule of the hub is a function of this and the record.
/// </summary>
/// <param name="UserId">The account.</param>
/// <param name="Name">Their name, for what they write.</param>
/// <param name="OrganisationId">Their own organisation, which sees its own referrals.</param>
/// <param name="RunsHub">Community Safety Team or chair.</param>
/// <param name="IsTeam">Community Safety Team.</param>
/// <param name="MembershipIds">Memberships acted for today whose protocol is current (S1-4.2).</param>
/// <param name="CaseMembershipIds">Those of them that see named cases (settled 3).</param>
/// <param name="OrganisationIds">Organisations of those memberships, for cases open to named agencies.</param>
/// <param name="BodyIds">Hubs of those memberships.</param>
/// <param name="ShutBecause">Why memberships acted for are shut today, one sentence each.</param>
public sealed record HubViewer(
    Guid UserId,
    string Name,
    Guid? OrganisationId,
    bool RunsHub,
    bool IsTeam,
    IReadOnlyList<Guid> MembershipIds,
    IReadOnlyList<Guid> CaseMembershipIds,
    IReadOnlyList<Guid> OrganisationIds,
    IReadOnlyList<Guid> BodyIds,
    IReadOnlyList<string> ShutBecause
)
{
    /// <summary>Hubs of <see cref="MembershipIds"/>, also of those that see no cases.</summary>
    public required IReadOnlyList<Guid> MemberBodyIds { get; init; }

    /// <summary>Community Safety Team or a reserve approver: reads minutes before they are released (settled 15).</summary>
    public bool SignsMinutes { get; init; }
}

/// <summary>Finds the viewer of this request, once.</summary>
public sealed class HubViewers(MoothallDb db, CurrentUser user, TimeProvider clock)
{
    private HubViewer? found;

    /// <summary>The person this request is for.</summary>
    public async Task<HubViewer> CurrentAsync(CancellationToken cancel = default) =>
        found ??= await FindAsync(db, user, UkTime.Today(clock), cancel);

    /// <summary>Another person as the hub sees them today, for a copy that is made for them; a leaver sees nothing.</summary>
    public static async Task<HubViewer> ForAsync(
        MoothallDb db,
        Guid userId,
        DateOnly today,
        CancellationToken cancel = default
    )
    {
        var account = await db.Set<User>()
            .AsNoTracking()
            .Include(user => user.Grants)
            .SingleAsync(user => user.Id == userId, cancel);
        var roles = account.LeftAt is null
            ? account.Grants.Where(grant =>
                grant.From <= today && (grant.Until is null || grant.Until >= today)
            )
            : [];
        var person = new CurrentUser();
        person.Become(
            account.LeftAt is null ? account.Id : Guid.Empty,
            Guid.Empty,
            account.Name,
            account.OrganisationId,
            roles.Select(grant => grant.Role)
        );
        return await FindAsync(db, person, today, cancel);
    }

    private static bool ActsForMembers(CurrentUser user) =>
        (user.Roles.Contains(Role.Member) || user.Roles.Contains(Role.Deputy))
        && !user.IsCommunitySafetyTeam
        && !user.Roles.Contains(Role.Chair);

    private static async Task<HubViewer> FindAsync(
        MoothallDb db,
        CurrentUser user,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var acting = await db.Set<HubMembership>()
            .AsNoTracking()
            .Where(member =>
                member.Representatives.Any(person =>
                    person.UserId == user.Id
                    && person.From <= today
                    && (person.Until == null || person.Until >= today)
                )
            )
            .ToListAsync(cancel);
        var open = acting.Where(member => member.ShutBecause(today) is null).ToList();
        var seeing = open.Where(member => member.SeesCases).ToList();
        return new(
            user.Id,
            user.Name,
            user.OrganisationId,
            user.IsCommunitySafetyTeam || user.Roles.Contains(Role.Chair),
            user.IsCommunitySafetyTeam,
            [.. open.Select(member => member.Id)],
            [.. seeing.Select(member => member.Id)],
            [.. seeing.Select(member => member.OrganisationId).OfType<Guid>().Distinct()],
            [.. seeing.Select(member => member.BodyId).Distinct()],
            acting.Count == 0 && ActsForMembers(user)
                ? ["You act for no member of a hub today."]
                : [.. acting.Select(member => member.ShutBecause(today)).OfType<string>()]
        )
        {
            MemberBodyIds = [.. open.Select(member => member.BodyId).Distinct()],
            SignsMinutes = user.May(Permission.SignMinutes),
        };
    }
}
