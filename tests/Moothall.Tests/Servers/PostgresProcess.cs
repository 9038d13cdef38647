using System.Security.Cryptography;
using Npgsql;

namespace Moothall.Tests.Servers;

/// <summary>One PostgreSQL server in a private directory; a test that stops the database has one of its own.</summary>
public sealed class PostgresProcess : IAsyncDisposable
{
    private const string Account = "postgres";

    private static readonly string[] Careless =
    [
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "wal_level=minimal",
        "max_wal_senders=0",
        "autovacuum=off",
    ];

    private readonly LocalServer server;
    private readonly string control;
    private readonly string options;

    private PostgresProcess(LocalServer server, string control, string options, string maintenance)
    {
        (this.server, this.control, this.options) = (server, control, options);
        Maintenance = maintenance;
    }

    /// <summary>The connection string to the maintenance database.</summary>
    public string Maintenance { get; }

    /// <summary>Starts one.</summary>
    /// <param name="isDurable">Whether it writes as carefully as in use.</param>
    public static async Task<PostgresProcess> StartAsync(bool isDurable = false)
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
            .. isDurable ? [] : Careless,
        ];
        var flags = string.Join(' ', settings.Select(setting => $"-c {setting}"));
        var program = $"""{programs}/pg_ctl -D "{directory}/data" -w -l "{directory}/log" """;
        var running = await LocalServer.StartAsync(
            Account,
            directory,
            $"""
            {programs}/initdb -D "$D/data" -A scram-sha-256 --pwfile="$D/password" -U postgres -E UTF8 --locale=C.UTF-8 --no-sync &&
            {program} -o "{flags}" start
            """,
            $"{program} -m immediate stop"
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
        return new(running, program, flags, maintenance);
    }

    /// <summary>The server is gone, with whatever it was doing, until <see cref="StartAgainAsync"/>.</summary>
    public Task StopAsync() => LocalServer.RunAsync(Account, $"{control} -m immediate stop");

    /// <summary>Starts it again at the same address.</summary>
    public Task StartAgainAsync() =>
        LocalServer.RunAsync(Account, $"""{control} -o "{options}" start""");

    /// <summary>Gives it an order and, where that creates a database, its connection string.</summary>
    public async Task<string> ExecuteAsync(string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(Maintenance);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(Maintenance)
        {
            Database = database,
        }.ConnectionString;
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

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();
}
