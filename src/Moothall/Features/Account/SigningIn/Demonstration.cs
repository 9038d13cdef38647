using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Settings;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Operations;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Account.SigningIn;

/// <summary>An invented person one may be with one click.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The invented name.</param>
/// <param name="Part">Post and roles, to choose by.</param>
public sealed record DemonstrationPerson(Guid Id, string Name, string Part);

/// <summary>
/// Signing in without password or code: only where the database was created as a demonstration, and only from a browser
/// on the same machine (settled 26). Everywhere else it does not exist.
/// </summary>
public sealed class Demonstration(MoothallDb db, TimeProvider clock)
{
    /// <summary>Whether the request may see it.</summary>
    public async Task<bool> IsOpenAsync(HttpContext context) =>
        LocalRequests.IsLocal(context.Connection.RemoteIpAddress, context.Request)
        && await db.Set<PartnershipSettings>().AnyAsync(own => own.DemonstrationSeed != null);

    /// <summary>Those with a role today, in the order of the roles; nobody where it is not open.</summary>
    public async Task<IReadOnlyList<DemonstrationPerson>> PeopleAsync(HttpContext context)
    {
        if (!await IsOpenAsync(context))
        {
            return [];
        }

        var today = UkTime.Today(clock);
        var people = await db.Set<User>()
            .AsNoTracking()
            .Include(person => person.Grants)
            .Where(person => person.LeftAt == null)
            .ToListAsync();
        return
        [
            .. people
                .Select(person =>
                    (
                        person,
                        roles: person
                            .Grants.Where(grant => grant.IsHeldOn(today))
                            .Select(grant => grant.Role)
                            .Order()
                            .ToList()
                    )
                )
                .Where(one => one.roles.Count > 0)
                .OrderBy(one => one.roles[0])
                .ThenBy(one => one.person.Name, StringComparer.CurrentCulture)
                .Select(one => new DemonstrationPerson(
                    one.person.Id,
                    one.person.Name,
                    string.Join(
                        " · ",
                        one.roles.Select(role => DisplayNames.Of(role))
                            .Prepend(one.person.Post)
                            .Where(words => words.Length > 0)
                    )
                )),
        ];
    }
}
