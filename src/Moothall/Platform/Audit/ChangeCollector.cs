using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Moothall.Platform.Data;

namespace Moothall.Platform.Audit;

/// <summary>Turns what a save is about to write into the field changes of the audit.</summary>
internal static class ChangeCollector
{
    private static readonly HashSet<string> IdentitySecrets =
    [
        "PasswordHash",
        "SecurityStamp",
        "ConcurrencyStamp",
        "Value",
    ];

    public static List<RecordChange> Collect(ChangeTracker tracker) =>
        [
            .. tracker
                .Entries()
                .Where(entry => entry.Entity is not IUnaudited)
                .Where(entry =>
                    entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
                )
                .Select(Describe)
                .Where(change => change.Fields.Count > 0 || change.Deed == "deleted"),
        ];

    private static RecordChange Describe(EntityEntry entry)
    {
        var fields = new Dictionary<string, string?[]>();
        foreach (var property in Scalars(entry.Properties, entry.ComplexProperties))
        {
            var (name, before, after) = (
                property.Metadata.Name,
                property.OriginalValue,
                property.CurrentValue
            );
            var changed =
                entry.State == EntityState.Modified ? property.IsModified : after is not null;
            if (
                !changed
                || Equals(before, after) && entry.State == EntityState.Modified
                || name is "Id" or "Version"
            )
            {
                continue;
            }

            fields[name] = IsSecret(property.Metadata)
                ? []
                : entry.State switch
                {
                    EntityState.Added => [Text(after)],
                    _ => [Text(before), Text(after)],
                };
        }

        var key = entry
            .Metadata.FindPrimaryKey()
            ?.Properties.Select(p => entry.Property(p.Name).CurrentValue);
        var id = key?.OfType<Guid>().FirstOrDefault() ?? Guid.Empty;
        var deed = entry.State switch
        {
            EntityState.Added => "added",
            EntityState.Deleted => "deleted",
            _ => "changed",
        };
        return new(entry.Metadata.ClrType.Name.Split('`')[0], id, deed, fields);
    }

    /// <summary>Every scalar of a row, those inside its complex parts included.</summary>
    public static IEnumerable<PropertyEntry> Scalars(
        IEnumerable<PropertyEntry> properties,
        IEnumerable<ComplexPropertyEntry> complex
    ) =>
        properties.Concat(
            complex.SelectMany(part => Scalars(part.Properties, part.ComplexProperties))
        );

    // Asked of every field of every row that is saved; the answer is the model's and never changes.
    private static bool IsSecret(IProperty property) => Secrets.GetOrAdd(property, LooksSecret);

    private static readonly ConcurrentDictionary<IProperty, bool> Secrets = new();

    private static bool LooksSecret(IProperty property) =>
        property.PropertyInfo?.GetCustomAttribute<SecretAttribute>() is not null
        || property.ClrType == typeof(byte[])
        || property.DeclaringType.ClrType.Namespace?.StartsWith(
            "Microsoft.",
            StringComparison.Ordinal
        ) == true
            && IdentitySecrets.Contains(property.Name)
        || property.DeclaringType.ClrType == typeof(Access.User)
            && IdentitySecrets.Contains(property.Name);

    private static string? Text(object? value) =>
        value switch
        {
            null => null,
            DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
}
