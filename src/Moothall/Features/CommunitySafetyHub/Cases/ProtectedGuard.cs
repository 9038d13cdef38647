using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Keeps kept addresses and numbers readable when a case is narrowed to named people.</summary>
public static class ProtectedGuard
{
    /// <summary>What would become unreadable to everyone who sees the case as it now stands in memory, in words, or nothing.</summary>
    /// <param name="db">The records.</param>
    /// <param name="hubCase">The case with its shares and exclusions, changed but not saved.</param>
    /// <param name="cancel">Stops the look.</param>
    public static async Task<string?> ProblemAsync(
        MoothallDb db,
        HubCase hubCase,
        CancellationToken cancel
    )
    {
        if (hubCase.Visibility != CaseVisibility.NamedPeople)
        {
            return null;
        }

        var named = hubCase
            .Shares.Select(share => share.UserId)
            .OfType<Guid>()
            .Where(id => !hubCase.Exclusions.Exists(one => one.UserId == id))
            .ToList();
        var caseId = hubCase.Id;
        // Where every reader has left the team names a new one, who must be able to see the case all the same.
        var held = await (
            from value in db.Set<ProtectedValue>()
            join person in db.Set<CasePerson>() on value.PersonId equals person.Id
            where
                person.CaseId == caseId
                && !value.Readers.Any(reader => named.Contains(reader.UserId))
            orderby value.Id
            select value.Id
        ).ToListAsync(cancel);
        var readers = await db.Set<ProtectedValueReader>()
            .Where(reader => held.Contains(reader.ValueId))
            .Select(reader => reader.UserId)
            .Distinct()
            .ToListAsync(cancel);
        var names = await db.Set<User>()
            .Where(user => readers.Contains(user.Id) && user.LeftAt == null)
            .OrderBy(user => user.Name)
            .Select(user => user.Name)
            .ToListAsync(cancel);
        return names.Count == 0
            ? null
            : "Nobody who sees the case could read what is kept of its people then. "
                + $"Name {string.Join(" or ", names)} for this case first, or ask them to let somebody named see it.";
    }
}
