using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>
/// Finds rows of every kind that name a row an import wrote and were not written by it: a note, an update, a link, whatever kind
/// a later version adds. One query for each column that holds identifiers, however many rows there are.
/// </summary>
internal static class OtherRows
{
    private static readonly MethodInfo Ask = typeof(OtherRows).GetMethod(
        nameof(NamedAsync),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>The rows of the import that others name.</summary>
    /// <param name="db">The records.</param>
    /// <param name="importId">The import.</param>
    /// <param name="apart">Other rows that do not count.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<List<Guid>> ThatNameAsync(
        MoothallDb db,
        Guid importId,
        IReadOnlyList<Guid> apart,
        CancellationToken cancel
    )
    {
        var found = new List<Guid>();
        foreach (var kind in db.Model.GetEntityTypes().Where(kind => !kind.IsOwned()))
        {
            var type = kind.ClrType;
            if (
                !type.IsAssignableTo(typeof(Record))
                || type.IsAssignableTo(typeof(IUnaudited))
                || type == typeof(HubImport)
                || type == typeof(ImportedRecord)
            )
            {
                continue;
            }

            foreach (
                var column in kind.GetProperties()
                    .Where(property =>
                        property.Name != nameof(Record.Id)
                        && (property.ClrType == typeof(Guid) || property.ClrType == typeof(Guid?))
                    )
            )
            {
                var ask = Ask.MakeGenericMethod(type);
                found.AddRange(
                    await (Task<List<Guid>>)
                        ask.Invoke(
                            null,
                            [
                                db,
                                column.Name,
                                column.ClrType == typeof(Guid),
                                importId,
                                apart,
                                cancel,
                            ]
                        )!
                );
            }
        }

        var written = Written(db, importId);
        found.AddRange(
            await db.Set<User>()
                .Where(user =>
                    user.OrganisationId != null
                    && written.Contains(user.OrganisationId.Value)
                    && !written.Contains(user.Id)
                )
                .Select(user => user.OrganisationId!.Value)
                .ToListAsync(cancel)
        );
        return found;
    }

    private static Task<List<Guid>> NamedAsync<T>(
        MoothallDb db,
        string column,
        bool isAlwaysThere,
        Guid importId,
        IReadOnlyList<Guid> apart,
        CancellationToken cancel
    )
        where T : Record
    {
        var written = Written(db, importId);
        var rows = db.Set<T>().Where(row => !written.Contains(row.Id) && !apart.Contains(row.Id));
        return isAlwaysThere
            ? rows.Select(row => EF.Property<Guid>(row, column))
                .Where(id => written.Contains(id))
                .Distinct()
                .ToListAsync(cancel)
            : rows.Select(row => EF.Property<Guid?>(row, column))
                .Where(id => id != null && written.Contains(id.Value))
                .Select(id => id!.Value)
                .Distinct()
                .ToListAsync(cancel);
    }

    private static IQueryable<Guid> Written(MoothallDb db, Guid importId) =>
        db.Set<ImportedRecord>().Where(one => one.ImportId == importId).Select(one => one.RecordId);
}
