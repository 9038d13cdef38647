using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub;

/// <summary>
/// Who was let in. A list of members makes people known; nothing goes to them, and nothing is taken to come from them, before an
/// administrator let them in (S1-5.1).
/// </summary>
internal static class LetIn
{
    /// <summary>Those of whom only a list of members says that they act for one: they came with it and never had a role or a password.</summary>
    public static IQueryable<User> OnlyListed(this MoothallDb db)
    {
        var brought = db.Set<ImportedRecord>()
            .Where(one => one.Kind == nameof(User))
            .Select(one => one.RecordId);
        return db.Set<User>()
            .Where(user =>
                user.PasswordHash == null && !user.Grants.Any() && brought.Contains(user.Id)
            );
    }

    /// <summary>Everyone else who is here.</summary>
    public static IQueryable<User> PeopleLetIn(this MoothallDb db)
    {
        var listed = db.OnlyListed().Select(user => user.Id);
        return db.Set<User>().Where(user => user.LeftAt == null && !listed.Contains(user.Id));
    }
}
