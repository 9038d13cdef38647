using Moothall.Tests.Servers;
using Npgsql;
using NpgsqlTypes;

namespace Moothall.Bench.Matching;

/// <summary>The same people in PostgreSQL, found by the similarity of their trigrams (pg_trgm).</summary>
internal sealed class TrigramSearch : IAsyncDisposable
{
    private const string Order = "order by similarity(everything, @everything) desc, id limit 1";

    /// <summary>What one would write by hand so that few rows are compared.</summary>
    private const string Blocked =
        $"select id from person where born = @born or postcode = @postcode or (family = @family and given = @given) {Order}";

    private const string Plain = $"select id from person where everything % @everything {Order}";

    private readonly string database;
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand plain;
    private readonly NpgsqlCommand blocked;

    private TrigramSearch(string database, NpgsqlConnection connection)
    {
        this.database = database;
        this.connection = connection;
        plain = Command(Plain);
        blocked = Command(Blocked);
    }

    public static async Task<TrigramSearch> StartAsync(IReadOnlyList<string?[]> rows)
    {
        var address = await PostgresServer.CreateDatabaseAsync();
        var opened = new NpgsqlConnection(address);
        await opened.OpenAsync();
        await ExecuteAsync(
            opened,
            "create extension pg_trgm; create table person (id int, given text, family text, born text, postcode text, everything text)"
        );
        await using (
            var writer = await opened.BeginBinaryImportAsync(
                "copy person (id, given, family, born, postcode, everything) from stdin (format binary)"
            )
        )
        {
            for (var person = 0; person < rows.Count; person++)
            {
                await writer.StartRowAsync();
                await writer.WriteAsync(person, NpgsqlDbType.Integer);
                var row = rows[person];
                foreach (var cell in new[] { row[0], row[1], row[2], row[4] })
                    await writer.WriteAsync(cell!.ToLowerInvariant(), NpgsqlDbType.Text);
                await writer.WriteAsync(Everything(row), NpgsqlDbType.Text);
            }

            await writer.CompleteAsync();
        }

        await ExecuteAsync(
            opened,
            """
            set maintenance_work_mem = '512MB';
            create index on person using gin (everything gin_trgm_ops);
            create index on person (born);
            create index on person (postcode);
            create index on person (family, given);
            vacuum analyze person;
            """
        );
        return new(address, opened);
    }

    /// <summary>The most similar of all.</summary>
    public Task<int?> PlainAsync(string?[] wanted) => FindAsync(plain, wanted);

    /// <summary>The most similar of those with the same date of birth, postcode or full name.</summary>
    public Task<int?> BlockedAsync(string?[] wanted) => FindAsync(blocked, wanted);

    public async ValueTask DisposeAsync()
    {
        await plain.DisposeAsync();
        await blocked.DisposeAsync();
        await connection.DisposeAsync();
        await PostgresServer.DropAsync(database);
    }

    private static string Everything(string?[] row) =>
        string.Join(' ', row.Where(cell => cell is not null)).ToLowerInvariant();

    private static async Task ExecuteAsync(NpgsqlConnection connection, string text)
    {
        foreach (
            var statement in text.Split(
                ';',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            await using var command = new NpgsqlCommand(statement, connection)
            {
                CommandTimeout = 3600,
            };
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<int?> FindAsync(NpgsqlCommand command, string?[] wanted)
    {
        object?[] values = [wanted[0], wanted[1], wanted[2], wanted[4], Everything(wanted)];
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value =
                (object?)(values[index] as string)?.ToLowerInvariant() ?? DBNull.Value;
        return (int?)await command.ExecuteScalarAsync();
    }

    private NpgsqlCommand Command(string text)
    {
        var command = new NpgsqlCommand(text, connection) { CommandTimeout = 600 };
        foreach (var name in new[] { "given", "family", "born", "postcode", "everything" })
            command.Parameters.Add(name, NpgsqlDbType.Text);
        return command;
    }
}
