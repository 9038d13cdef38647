using System.Diagnostics;
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

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenWords = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Waits for the turn and says so, at once and every minute. Disposing the answer lets the next process in, and so does this
    /// one's end in any way at all.
    /// </summary>
    public static async Task<IAsyncDisposable> TakeAsync(
        MoothallDb db,
        DatabaseAddress address,
        TimeProvider clock,
        ILogger log
    )
    {
        if (!address.IsPostgres)
        {
            var path = Path.GetFullPath(address.Text) + ".turn";
            return await WaitAsync(
                () => Task.FromResult<IAsyncDisposable?>(PrivateFiles.TryTakeTurn(path)),
                clock,
                log
            );
        }

        await CreateDatabaseAsync(db);
        var own = new NpgsqlConnectionStringBuilder(address.Text) { Pooling = false };
        var connection = new NpgsqlConnection(own.ConnectionString);
        try
        {
            await connection.OpenAsync();
            await using var take = connection.CreateCommand();
            take.CommandText = "SELECT pg_try_advisory_lock($1)";
            take.Parameters.Add(new() { Value = StartLock });
            return await WaitAsync(
                async () => await take.ExecuteScalarAsync() is true ? connection : null,
                clock,
                log
            );
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<IAsyncDisposable> WaitAsync(
        Func<Task<IAsyncDisposable?>> tryTake,
        TimeProvider clock,
        ILogger log
    )
    {
        var waited = Stopwatch.StartNew();
        var saysNext = DateTimeOffset.MinValue;
        while (waited.Elapsed < Patience)
        {
            if (await tryTake() is { } turn)
            {
                return turn;
            }

            var now = clock.GetUtcNow();
            if (now >= saysNext)
            {
                log.LogWarning(
                    "Waiting for another process that is making the database ready; an upgrade and the backup before it can take long"
                );
                saysNext = now + BetweenWords;
            }

            await Task.Delay(BetweenTries);
        }

        throw new TimeoutException(
            $"Another process has been making the database ready for {Patience.TotalHours} hours."
        );
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
