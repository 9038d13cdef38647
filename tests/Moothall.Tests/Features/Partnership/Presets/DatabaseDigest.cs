using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Tests.Features.Partnership.Presets;

/// <summary>
/// What a database says, whatever its identifiers: every row of every table by its values, and in place of an identifier
/// the values of the row it points to. Salts, stamps and sealed values are left out; they differ by design.
/// </summary>
internal static class DatabaseDigest
{
    private static readonly HashSet<string> Stamps =
    [
        "SecurityStamp",
        "ConcurrencyStamp",
        "Version",
        "Fingerprint",
    ];

    private static readonly HashSet<Type> Machinery =
    [
        typeof(AuditEntry),
        typeof(AuditContent),
        typeof(AuditSubject),
    ];

    /// <summary>One line for each table: its name, how many rows, and the digest of them.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(MoothallDb db)
    {
        var rows = new List<(string Table, Dictionary<string, object?> Values)>();
        foreach (var type in db.Model.GetEntityTypes().Where(type => !Skipped(type)))
        {
            foreach (var entity in await LoadAsync(db, type))
            {
                rows.Add((type.GetTableName()!, Values(type, entity)));
            }
        }

        var known = new Dictionary<Guid, string>();
        foreach (var (table, values) in rows)
        {
            if (values.GetValueOrDefault("Id") is Guid id)
            {
                known[id] = Hash(Line(table, values, _ => ""));
            }
        }

        return
        [
            .. rows.Select(row =>
                    (
                        row.Table,
                        Line: Line(row.Table, row.Values, id => known.GetValueOrDefault(id, "?"))
                    )
                )
                .GroupBy(row => row.Table)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group =>
                    $"{group.Key} {group.Count()} {Hash(string.Join('\n', group.Select(row => row.Line).Order(StringComparer.Ordinal)))}"
                ),
        ];
    }

    private static bool Skipped(IEntityType type) =>
        Machinery.Contains(type.ClrType)
        || type.ClrType.GetInterfaces().Contains(typeof(IUnaudited))
        || type.IsOwned();

    private static async Task<IReadOnlyList<object>> LoadAsync(MoothallDb db, IEntityType type)
    {
        var set = type.HasSharedClrType
            ? typeof(DbContext)
                .GetMethod(nameof(DbContext.Set), 1, [typeof(string)])!
                .MakeGenericMethod(type.ClrType)
                .Invoke(db, [type.Name])
            : typeof(DbContext)
                .GetMethod(nameof(DbContext.Set), 1, [])!
                .MakeGenericMethod(type.ClrType)
                .Invoke(db, []);
        var all = new List<object>();
        await foreach (var one in (IAsyncEnumerable<object>)set!)
        {
            all.Add(one);
        }

        return all;
    }

    private static Dictionary<string, object?> Values(IEntityType type, object entity) =>
        type.GetProperties()
            .Where(property =>
                property.ClrType != typeof(byte[]) && !Stamps.Contains(property.Name)
            )
            .ToDictionary(
                property => property.Name,
                property =>
                    entity is IDictionary map
                        ? map[property.Name]
                        : property.GetGetter().GetClrValue(entity)
            );

    private static string Line(
        string table,
        Dictionary<string, object?> values,
        Func<Guid, string> known
    ) =>
        table
        + "|"
        + string.Join(
            '|',
            values
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Where(pair => pair.Key != "Id")
                .Select(pair =>
                    pair.Value switch
                    {
                        Guid id => known(id),
                        DateTime time => time.ToString("s", CultureInfo.InvariantCulture),
                        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
                        _ => pair.Value?.ToString(),
                    }
                )
        );

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
