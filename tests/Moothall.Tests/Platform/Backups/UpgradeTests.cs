using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Backups;
using Moothall.Platform.Data;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Platform.Backups;

/// <summary>A new version changes the tables only of what it could give back as it was.</summary>
public sealed class UpgradeTests
{
    [Theory, BothDatabases]
    public async Task A_database_of_an_earlier_version_is_backed_up_and_then_upgraded(
        Database database
    )
    {
        await using var place = await EarlierAsync(database);
        await using var moot = place.Start();
        Assert.Equal(People.All.Count, await moot.WithAsync(db => db.Set<User>().CountAsync()));
        Assert.Empty(await moot.WithAsync(PendingAsync));

        var backup = Assert.Single(Directory.GetFiles(place.Backups));
        Assert.StartsWith("before-upgrade-", Path.GetFileName(backup), StringComparison.Ordinal);
        await using var there = await Place.BlankAsync(database);
        var (restored, said) = await there.RestoreAsync(backup, await place.CodeAsync());
        Assert.True(restored == 0, said);
        Assert.Equal([Last], await there.WithAsync(s => PendingAsync(Db(s))));
        // The earlier one that came back can be upgraded like the one that was.
        await using var again = there.Start();
        Assert.Equal(People.All.Count, await again.WithAsync(db => db.Set<User>().CountAsync()));
        Assert.Null((await again.WithAsync(db => AuditVerifier.VerifyAsync(db))).BrokenAt);
    }

    [Theory, BothDatabases]
    public async Task Without_a_backup_nothing_is_upgraded_and_it_says_why(Database database)
    {
        await using var place = await EarlierAsync(database, ("BackupFolder", "/dev/null/none"));
        var why = await place.WithAsync(s => s.GetRequiredService<Upgrade>().RunAsync());
        Assert.StartsWith(
            "The database is of an earlier version and is not upgraded without a backup of it",
            why,
            StringComparison.Ordinal
        );
        Assert.Contains("/dev/null/none", why, StringComparison.Ordinal);
        Assert.Equal([Last], await place.WithAsync(s => PendingAsync(Db(s))));
    }

    [Fact]
    public async Task An_upgrade_that_was_killed_holds_up_no_later_one()
    {
        await using var place = await EarlierAsync(Database.Sqlite);
        await place.WithAsync(s =>
            Db(s)
                .Database.ExecuteSqlRawAsync(
                    "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-22')"
                )
        );
        Assert.Null(await place.WithAsync(s => s.GetRequiredService<Upgrade>().RunAsync()));
        Assert.Empty(await place.WithAsync(s => PendingAsync(Db(s))));
    }

    [Theory, BothDatabases]
    public async Task Of_two_processes_that_start_together_one_upgrades(Database database)
    {
        await using var place = await EarlierAsync(database);
        await using var one = place.Start();
        await using var other = place.Start();
        var starts = new[] { one, other }.Select(moot => Task.Run(() => _ = moot.Server));
        await Task.WhenAll(starts);
        Assert.Single(Directory.GetFiles(place.Backups));
        foreach (var moot in new[] { one, other })
        {
            using var visitor = moot.Visitor();
            Assert.Equal(
                "Sign in",
                (await visitor.GetAsync("/")).Document.QuerySelector("h1")?.TextContent.Trim()
            );
        }
    }

    [Theory, BothDatabases]
    public async Task A_database_of_a_later_version_is_left_alone(Database database)
    {
        await using var place = await Place.OfTestPartnershipAsync(database);
        await place.WithAsync(s =>
            Db(s)
                .Database.ExecuteSqlRawAsync(
                    "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '11.0.0')"
                )
        );
        Assert.StartsWith(
            "The database is of a later version",
            await place.WithAsync(s => s.GetRequiredService<Upgrade>().RunAsync()),
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(place.Backups));
    }

    [Theory, BothDatabases]
    public async Task A_new_database_needs_no_backup(Database database)
    {
        await using var place = await Place.BlankAsync(database);
        Assert.Null(await place.WithAsync(s => s.GetRequiredService<Upgrade>().RunAsync()));
        Assert.Empty(await place.WithAsync(s => PendingAsync(Db(s))));
        Assert.False(Directory.Exists(place.Backups));
    }

    // The test partnership with the last change of its tables taken back.
    private static async Task<Place> EarlierAsync(
        Database database,
        params (string Name, string Value)[] settings
    )
    {
        var place = await Place.OfTestPartnershipAsync(database, settings);
        await place.WithAsync(async services =>
        {
            var db = Db(services);
            await db.GetService<IMigrator>()
                .MigrateAsync(db.Database.GetMigrations().SkipLast(1).Last());
            return 0;
        });
        return place;
    }

    private static string Last { get; } = LastMigration();

    private static MoothallDb Db(IServiceProvider services) =>
        services.GetRequiredService<MoothallDb>();

    private static async Task<List<string>> PendingAsync(MoothallDb db) =>
        [.. (await db.Database.GetPendingMigrationsAsync()).Select(NameOf)];

    // The two databases' changes have the same names after other times.
    private static string NameOf(string migration) => migration[(migration.IndexOf('_') + 1)..];

    private static string LastMigration()
    {
        using var db = new SqliteMoothallDb(
            new DbContextOptionsBuilder<SqliteMoothallDb>()
                .UseSqlite("Data Source=unused.db")
                .Options
        );
        return NameOf(db.Database.GetMigrations().Last());
    }
}
