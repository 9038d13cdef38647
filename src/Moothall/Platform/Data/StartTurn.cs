using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Moothall.Platform.Documents;
using Npgsql;

namespace Moothall.Platform.Data;

/// <summary>Lets one process at a time make a database ready, so that two that start together do not both change its tables.</summary>
internal static class StartTurn
{
    private const long StartLock = 0x4D6F6F7453746172;

    // As long as a large database may take to be backed up and upgraded.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <summary>Waits for the turn. Disposing the answer lets the next process in, and so does this one's end in any way at all.</summary>
    public static async Task<IAsyncDisposable> TakeAsync(MoothallDb db, DatabaseAddress address)
    {
        if (!address.IsPostgres)
        {
            return PrivateFiles.TakeTurn(Path.GetFullPath(address.Text) + ".turn", Patience);
        }

        await CreateDatabaseAsync(db);
        var own = new NpgsqlConnectionStringBuilder(address.Text) { Pooling = false };
        var connection = new NpgsqlConnection(own.ConnectionString);
        try
        {
            await connection.OpenAsync();
            await using var take = connection.CreateCommand();
            take.CommandText = "SELECT pg_advisory_lock($1)";
            take.Parameters.Add(new() { Value = StartLock });
            take.CommandTimeout = (int)Patience.TotalSeconds;
            await take.ExecuteNonQueryAsync();
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // There is nowhere to wait in a database that is not there yet.
    private static async Task CreateDatabaseAsync(MoothallDb db)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync())
        {
            return;
        }

        try
        {
            await creator.CreateAsync();
        }
        catch (PostgresException taken)
            when (taken.SqlState
                    is PostgresErrorCodes.DuplicateDatabase
                        or PostgresErrorCodes.UniqueViolation
            )
        {
            // Another process made it at the same moment.
        }
    }
}
