using Npgsql;

namespace Moothall.Tests.Servers;

public class PostgresServerTests
{
    [Fact]
    public async Task A_copy_holds_what_its_template_held_and_goes_its_own_way()
    {
        var template = await PostgresServer.CreateDatabaseAsync();
        await ExecuteAsync(
            template,
            "create table agenda (item text); insert into agenda values ('one')"
        );
        var copies = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => PostgresServer.CreateDatabaseAsync(template))
        );
        await ExecuteAsync(copies[0], "insert into agenda values ('two')");

        Assert.Equal(2L, await ExecuteAsync(copies[0], "select count(*) from agenda"));
        Assert.Equal(1L, await ExecuteAsync(copies[1], "select count(*) from agenda"));

        foreach (var copy in copies)
            await PostgresServer.DropAsync(copy);
        var gone = await Assert.ThrowsAsync<PostgresException>(() =>
            ExecuteAsync(copies[0], "select 1")
        );
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, gone.SqlState);
    }

    private static async Task<object?> ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
