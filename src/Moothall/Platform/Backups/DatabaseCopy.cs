using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall.Platform.Backups;

/// <summary>Writes the database down as it stands at one moment, while others go on using it.</summary>
public sealed class DatabaseCopy(MoothallDb db, PostgresPrograms programs)
{
    /// <summary>Copies the database into a file.</summary>
    /// <returns>What the copy holds.</returns>
    public Task<BackupContents> TakeAsync(string target, DateTime now, CancellationToken cancel) =>
        db.Database.IsSqlite()
            ? TakeSqliteAsync(target, now, cancel)
            : TakePostgresAsync(target, now, cancel);

    private async Task<BackupContents> TakeSqliteAsync(
        string target,
        DateTime now,
        CancellationToken cancel
    )
    {
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {target}", cancel);
        var connection = new SqliteConnectionStringBuilder { DataSource = target, Pooling = false };
        await using var copy = new SqliteMoothallDb(
            new DbContextOptionsBuilder<SqliteMoothallDb>().UseSqlite(connection.ToString()).Options
        );
        return await ContentsAsync(copy, now, cancel);
    }

    private async Task<BackupContents> TakePostgresAsync(
        string target,
        DateTime now,
        CancellationToken cancel
    )
    {
        // What is read here and what pg_dump writes are of the same moment.
        await using var moment = await db.Database.BeginTransactionAsync(
            IsolationLevel.RepeatableRead,
            cancel
        );
        var snapshot = await db
            .Database.SqlQuery<string>($"SELECT pg_export_snapshot() AS \"Value\"")
            .SingleAsync(cancel);
        var contents = await ContentsAsync(db, now, cancel);
        await programs.DumpAsync(snapshot, target, cancel);
        return contents;
    }

    private static async Task<BackupContents> ContentsAsync(
        MoothallDb db,
        DateTime now,
        CancellationToken cancel
    ) =>
        new(
            now,
            !db.Database.IsSqlite(),
            (await db.Database.GetAppliedMigrationsAsync(cancel)).LastOrDefault()
                ?? throw new BackupException("There is no partnership in this database yet."),
            await db.Set<AuditEntry>().LongCountAsync(cancel),
            await db.Set<StoredFile>().Select(file => file.StoreName).ToListAsync(cancel),
            []
        );
}
