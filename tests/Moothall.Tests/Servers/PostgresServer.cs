using Moothall.Platform.Data;
using Npgsql;

namespace Moothall.Tests.Servers;

/// <summary>
/// A private PostgreSQL server, one for the test process, started by whoever first asks for a database. It is tuned
/// for tests: a crash of the machine would lose its data, which no test could notice.
/// </summary>
public static class PostgresServer
{
    /// <summary>Whether it writes as carefully as in use, for a benchmark; to be said before the first database is asked for.</summary>
    public static bool IsDurable { get; set; }

    private static readonly Lazy<Task<string>> Server = new(StartAsync);

    // Held for the life of the process: collected as garbage, its pipe would close and the server stop.
    private static PostgresProcess? running;

    /// <summary>Creates a database nobody else uses and gives the connection string to it.</summary>
    /// <param name="template">The connection string of a database to copy, or none for an empty database.</param>
    public static async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = $"moothall_{Guid.CreateVersion7():n}";
        var source = "template0";
        if (template is not null)
        {
            source = new NpgsqlConnectionStringBuilder(template).Database!;
            // PostgreSQL copies only a database that nobody is connected to.
            await using var connection = new NpgsqlConnection(template);
            NpgsqlConnection.ClearPool(connection);
        }

        await ExecuteAsync($"create database {name} template {source} strategy file_copy");
        var text = new NpgsqlConnectionStringBuilder(await Server.Value)
        {
            Database = name,
            Pooling = true,
        }.ConnectionString;
        // As the product writes it: connections are pooled by its letters.
        return new DatabaseAddress(text).ConnectionString;
    }

    /// <summary>Drops a database made by <see cref="CreateDatabaseAsync"/>, ending what is still connected to it.</summary>
    public static async Task DropAsync(string connectionString)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(connection);
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        if (!name.StartsWith("moothall_", StringComparison.Ordinal))
            throw new ArgumentException(
                $"{name} is not a database of the tests.",
                nameof(connectionString)
            );
        await ExecuteAsync($"drop database if exists {name} with (force)");
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await Server.Value);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> StartAsync()
    {
        running = await PostgresProcess.StartAsync(IsDurable);
        return running.Maintenance;
    }
}
