using System.Text.Json;

namespace Moothall.Platform.Backups;

/// <summary>What a backup says of itself, as its first part.</summary>
/// <param name="MadeAt">When, in UTC.</param>
/// <param name="IsPostgres">Whether its database is PostgreSQL's rather than a SQLite file.</param>
/// <param name="Migration">The last change that its tables went through.</param>
/// <param name="AuditEntries">Entries of the audit.</param>
/// <param name="Files">Names in the file store of all that the database knows.</param>
/// <param name="Missing">Those of them that were not there any more when it was made.</param>
public sealed record BackupContents(
    DateTime MadeAt,
    bool IsPostgres,
    string Migration,
    long AuditEntries,
    IReadOnlyList<string> Files,
    IReadOnlyList<string> Missing
)
{
    /// <summary>Reads it back.</summary>
    public static async Task<BackupContents> ReadAsync(Stream json, CancellationToken cancel) =>
        (await JsonSerializer.DeserializeAsync<BackupContents>(json, cancellationToken: cancel))!;

    /// <summary>Writes it down.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this);
}

/// <summary>The names of a backup's parts, in the order in which they stand: what makes a place look whole comes last.</summary>
internal static class BackupParts
{
    public const string Contents = "contents.json";
    public const string PartnershipKey = "partnership.key";
    public const string Keys = "keys/";
    public const string Files = "files/";
    public const string Database = "database";
}
