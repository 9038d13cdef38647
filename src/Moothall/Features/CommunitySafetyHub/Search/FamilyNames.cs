using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Search;

/// <summary>
/// Finds people by letters from the middle of a family name without reading every name. Both databases keep, by themselves and in
/// the transaction of each change, which names hold which three letters in a row: PostgreSQL in an index that it uses unasked,
/// SQLite in a table of its own beside the people's.
/// </summary>
internal static class FamilyNames
{
    /// <summary>The people whose folded family name holds these folded letters, at least three.</summary>
    public static IQueryable<CasePerson> WithFamilyNameLike(
        this IQueryable<CasePerson> people,
        string letters,
        MoothallDb db
    )
    {
        if (!db.Database.IsSqlite())
        {
            return people.Where(person => person.SearchFamilyName.Contains(letters));
        }

        var pattern = $"%{letters}%";
        var found = db.Database.SqlQuery<Guid>(
            $"""SELECT "PersonId" AS "Value" FROM "FamilyNameLetters" WHERE "Name" LIKE {pattern}"""
        );
        return people.Where(person => found.Contains(person.Id));
    }
}
