using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;

namespace Moothall.Platform.Backups;

/// <summary>
/// Brings the tables to this version. A database that holds something is backed up first; without a backup it stays as it is.
/// The caller has the turn (<see cref="StartTurn"/>).
/// </summary>
public sealed class Upgrade(MoothallDb db, BackupMaker backups, ILogger<Upgrade> log)
{
    /// <summary>The kind of backup made before an upgrade.</summary>
    public const string Kind = "before-upgrade";

    /// <returns>Why it was not done, for the screen; nothing when the tables are this version's.</returns>
    public async Task<string?> RunAsync()
    {
        // Asking first spares each start the comparison of the whole model that Migrate begins with.
        var pending = (await db.Database.GetPendingMigrationsAsync()).ToList();
        if (pending.Count == 0)
        {
            return null;
        }

        if (!(await db.Database.GetAppliedMigrationsAsync()).Any())
        {
            await FillAsync();
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
            if (made.NewCode is not null)
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
        if (!db.Database.IsSqlite())
        {
            await db.Database.MigrateAsync();
            return;
        }

        await using var silent = new SqliteMoothallDb(
            new DbContextOptionsBuilder<SqliteMoothallDb>()
                .UseSqlite(db.Database.GetConnectionString())
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
