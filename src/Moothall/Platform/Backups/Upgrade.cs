using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Moothall.Platform.Data;

namespace Moothall.Platform.Backups;

/// <summary>
/// Brings the tables to this version. A database that holds something is backed up first; without a backup it stays as it is.
/// The caller has the turn (<see cref="StartTurn"/>).
/// </summary>
public sealed class Upgrade(
    MoothallDb db,
    DatabaseAddress address,
    BackupMaker backups,
    ILogger<Upgrade> log
)
{
    /// <summary>The kind of backup made before an upgrade.</summary>
    public const string Kind = "before-upgrade";

    /// <returns>Why it was not done, for the screen; nothing when the tables are this version's.</returns>
    public async Task<string?> RunAsync()
    {
        if (!await db.GetService<IRelationalDatabaseCreator>().HasTablesAsync())
        {
            await FillAsync();
            return null;
        }

        // Asking first spares each start the comparison of the whole model that Migrate begins with.
        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();
        var known = db.Database.GetMigrations().ToList();
        if (applied.Except(known).Any())
        {
            return "The database is of a later version of Moothall, so this one does not start on it. Install that version, or restore the backup that was made before the upgrade.";
        }

        var pending = known.Except(applied).ToList();
        if (pending.Count == 0)
        {
            return null;
        }

        try
        {
            var made = await backups.MakeAsync(Kind);
            log.LogInformation(
                "The database is of an earlier version; a backup of it is {File}. Upgrading: {Changes}",
                made.File,
                string.Join(", ", pending)
            );
            if (made.HasNewCode)
            {
                log.LogWarning(
                    "The recovery code of the backups was made with it. Write it down: Moothall backup --show-code"
                );
            }
        }
        catch (BackupException refused)
        {
            return $"The database is of an earlier version and is not upgraded without a backup of it, so the application does not start. {refused.Message}";
        }

        await ForgetBrokenTurnAsync();
        await db.Database.MigrateAsync();
        return null;
    }

    // What an upgrade could not take back is said in the log, but a new database has nothing to lose: this one has no log.
    private async Task FillAsync()
    {
        await using MoothallDb silent = address.IsPostgres
            ? new PostgresMoothallDb(
                new DbContextOptionsBuilder<PostgresMoothallDb>()
                    .UseNpgsql(address.ConnectionString)
                    .Options
            )
            : new SqliteMoothallDb(
                new DbContextOptionsBuilder<SqliteMoothallDb>()
                    .UseSqlite(address.ConnectionString)
                    .Options
            );
        await silent.Database.MigrateAsync();
    }

    // An upgrade that was killed leaves its mark in a SQLite file, and the next would wait for it for ever. Only one process is
    // here at a time, so the mark is nobody's.
    private async Task ForgetBrokenTurnAsync()
    {
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        }
    }
}
