using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Tests.Servers;

namespace Moothall.Tests.Hosting;

/// <summary>The test partnership, written once on each database and copied for every test.</summary>
internal static class Template
{
    private static readonly Lazy<Task<string>> Sqlite = new(MakeSqliteAsync);
    private static readonly Lazy<Task<string>> Postgres = new(MakePostgresAsync);

    public static async Task<DatabaseAddress> CopyAsync(Database database, string folder)
    {
        if (database == Database.Postgres)
        {
            return new(await PostgresServer.CreateDatabaseAsync(await Postgres.Value));
        }

        var copy = Path.Combine(folder, "moothall.db");
        File.Copy(await Sqlite.Value, copy);
        return new(copy);
    }

    public static async Task<DatabaseAddress> EmptyAsync(Database database, string folder) =>
        new(
            database == Database.Postgres
                ? await PostgresServer.CreateDatabaseAsync()
                : Path.Combine(folder, "moothall.db")
        );

    public static async Task DropAsync(DatabaseAddress address)
    {
        if (address.IsPostgres)
        {
            await PostgresServer.DropAsync(address.Text);
            return;
        }

        using var connection = new SqliteConnection(address.ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static async Task<string> MakeSqliteAsync()
    {
        var file = Path.Combine(
            Directory.CreateTempSubdirectory("moot-template-").FullName,
            "moothall.db"
        );
        var address = new DatabaseAddress(file);
        await using (
            var db = new SqliteMoothallDb(
                new DbContextOptionsBuilder<SqliteMoothallDb>()
                    .UseSqlite(address.ConnectionString)
                    .Options,
                Actor(),
                new AuditAppender(new TestClock(TestClock.MondayMorning)),
                new WriteGate()
            )
        )
        {
            await FillAsync(db);
        }

        await DropAsync(address);
        return file;
    }

    private static async Task<string> MakePostgresAsync()
    {
        var connection = await PostgresServer.CreateDatabaseAsync();
        await FillAsync(connection);
        return connection;
    }

    /// <summary>Writes the test partnership into an empty database of any PostgreSQL server.</summary>
    public static async Task FillAsync(string connection)
    {
        await using var db = new PostgresMoothallDb(
            new DbContextOptionsBuilder<PostgresMoothallDb>().UseNpgsql(connection).Options,
            Actor(),
            new AuditAppender(new TestClock(TestClock.MondayMorning)),
            new WriteGate()
        );
        await FillAsync(db);
    }

    private static async Task FillAsync(MoothallDb db)
    {
        await db.Database.MigrateAsync();
        await World.WriteAsync(db);
    }

    private static AuditActor Actor()
    {
        var actor = new AuditActor();
        actor.BeJob("test", "writing the test partnership");
        return actor;
    }
}
