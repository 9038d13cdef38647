using System.Security.Cryptography;
using Npgsql;

namespace Moothall.Tests.Servers;

/// <summary>
/// A private PostgreSQL server, one for the test process, started by whoever first asks for a database. It is tuned
/// for tests: a crash of the machine would lose its data, which no test could notice.
/// </summary>
public static class PostgresServer
{
    private const string Account = "postgres";

    /// <summary>Whether it writes as carefully as in use, for a benchmark; to be said before the first database is asked for.</summary>
    public static bool IsDurable { get; set; }

    private static readonly Lazy<Task<string>> Server = new(StartAsync);

    // Held for the life of the process: collected as garbage, its pipe would close and the server stop.
    private static LocalServer? running;

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
        return new NpgsqlConnectionStringBuilder(await Server.Value)
        {
            Database = name,
            Pooling = true,
        }.ConnectionString;
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

    private static readonly string[] Careless =
    [
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "wal_level=minimal",
        "max_wal_senders=0",
        "autovacuum=off",
    ];

    /// <returns>The connection string to the maintenance database.</returns>
    private static async Task<string> StartAsync()
    {
        var programs =
            Directory.Exists("/usr/lib/postgresql")
            && Directory.GetDirectories("/usr/lib/postgresql").Order().LastOrDefault()
                is { } version
                ? Path.Combine(version, "bin")
                : throw new InvalidOperationException(
                    "PostgreSQL is not installed; ./moot test installs it."
                );
        var directory = LocalServer.CreateDirectory(Account);
        var password = RandomNumberGenerator.GetHexString(32);
        await File.WriteAllTextAsync(Path.Combine(directory, "password"), password);
        var port = LocalServer.FreePort();
        string[] settings =
        [
            $"port={port}",
            "listen_addresses=127.0.0.1",
            $"unix_socket_directories={directory}",
            "max_connections=200",
            "log_min_messages=warning",
            .. IsDurable ? [] : Careless,
        ];
        var options = string.Join(' ', settings.Select(setting => $"-c {setting}"));
        running = await LocalServer.StartAsync(
            Account,
            directory,
            $"""
            {programs}/initdb -D "$D/data" -A scram-sha-256 --pwfile="$D/password" -U postgres -E UTF8 --locale=C.UTF-8 --no-sync &&
            {programs}/pg_ctl -D "$D/data" -w -l "$D/log" -o "{options}" start
            """,
            $"""{programs}/pg_ctl -D "$D/data" -m immediate stop"""
        );
        var maintenance = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = "postgres",
            Password = password,
            Database = "postgres",
            MaxPoolSize = 20,
            // Every test has a database and so a pool of its own; idle ones must not use up the server.
            ConnectionIdleLifetime = 5,
            ConnectionPruningInterval = 1,
        }.ConnectionString;
        await CheckIsOursAsync(maintenance, Path.Combine(directory, "data"));
        return maintenance;
    }

    /// <summary>Another server could have taken the port in between; nothing may be dropped there.</summary>
    private static async Task CheckIsOursAsync(string connectionString, string directory)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("show data_directory", connection);
        var answer = (string?)await command.ExecuteScalarAsync();
        if (answer != directory)
            throw new InvalidOperationException(
                $"The server that answered keeps its data in {answer}, not {directory}."
            );
    }
}
