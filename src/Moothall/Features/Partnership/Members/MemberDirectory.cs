using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Bodies;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Members;

/// <summary>A person who represents a member, with the name to show.</summary>
public sealed record RepresentativeLine(Representative Record, string Name, string Post)
{
    /// <summary>Whether the person acts on a day.</summary>
    public bool ActsOn(DateOnly day) =>
        Record.From <= day && (Record.Until is null || Record.Until >= day);

    /// <summary>Whether the person will act on a later day.</summary>
    public bool ActsAfter(DateOnly day) => Record.Until is null || Record.Until >= day;
}

/// <summary>A membership as the pages show it.</summary>
/// <param name="Member">The row.</param>
/// <param name="OrganisationName">The organisation behind it, if one is named.</param>
/// <param name="People">Its representatives and deputies, past and present.</param>
/// <param name="ShutBecause">Why meeting content is shut to it today; null while it is open.</param>
public sealed record MemberLine(
    HubMembership Member,
    string OrganisationName,
    IReadOnlyList<RepresentativeLine> People,
    string? ShutBecause
);

/// <summary>Loads memberships with the names around them in a fixed number of queries.</summary>
internal static class MemberDirectory
{
    /// <summary>The hubs, by name.</summary>
    public static Task<List<GovernanceBody>> HubsAsync(this MoothallDb db) =>
        db.Set<GovernanceBody>()
            .AsNoTracking()
            .Where(body => body.Type == BodyType.Hub)
            .OrderBy(body => body.Name)
            .ToListAsync();

    /// <summary>The memberships a query gives, in the order of the terms.</summary>
    public static async Task<List<MemberLine>> LinesAsync(
        this MoothallDb db,
        IQueryable<HubMembership> query,
        DateOnly today
    )
    {
        var members = await query
            .AsNoTracking()
            .Include(member => member.Representatives)
            .OrderBy(member => member.Order)
            .ThenBy(member => member.Name)
            .ToListAsync();
        var users = query.SelectMany(member => member.Representatives).Select(one => one.UserId);
        var names = await db.Set<User>()
            .Where(user => users.Contains(user.Id))
            .Select(user => new
            {
                user.Id,
                user.Name,
                user.Post,
            })
            .ToDictionaryAsync(user => user.Id);
        var organisations = await db.Set<Organisation>()
            .Where(one => query.Any(member => member.OrganisationId == one.Id))
            .ToDictionaryAsync(one => one.Id, one => one.Name);
        return
        [
            .. members.Select(member => new MemberLine(
                member,
                member.OrganisationId is { } id ? organisations.GetValueOrDefault(id, "") : "",
                [
                    .. member
                        .Representatives.Select(one => new RepresentativeLine(
                            one,
                            names.TryGetValue(one.UserId, out var user) ? user.Name : "",
                            user?.Post ?? ""
                        ))
                        .OrderBy(one => one.Record.IsDeputy)
                        .ThenBy(one => one.Name, StringComparer.Ordinal),
                ],
                member.ShutBecause(today)
            )),
        ];
    }
}
