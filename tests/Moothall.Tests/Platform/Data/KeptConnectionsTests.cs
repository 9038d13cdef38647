using System.Data;
using Microsoft.Data.Sqlite;
using Moothall.Platform.Data;

namespace Moothall.Tests.Platform.Data;

/// <summary>What one request leaves on a connection does not reach the next.</summary>
public sealed class KeptConnectionsTests : IDisposable
{
    private const string Asked = "select Name from Thing where Number = @number";

    private readonly string folder = Directory.CreateTempSubdirectory("moot-kept-").FullName;
    private readonly KeptConnections kept;

    public KeptConnectionsTests()
    {
        kept = new(new DatabaseAddress(Path.Combine(folder, "kept.db")));
        using var rented = new Rented(kept);
        Run(
            rented,
            "create table Thing (Number integer primary key, Name text); insert into Thing values (1, 'one'), (2, 'two')"
        );
    }

    public void Dispose()
    {
        kept.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_same_question_is_answered_anew_for_each_who_asks()
    {
        foreach (var (number, name) in new[] { (1, "one"), (2, "two"), (1, "one") })
        {
            using var rented = new Rented(kept);
            Assert.Equal([name], Names(rented, number));
        }
    }

    [Fact]
    public void It_may_be_asked_again_while_its_answer_is_still_read()
    {
        using var rented = new Rented(kept);
        using var first = Question(rented, 1);
        using var reader = first.ExecuteReader();
        Assert.Equal(["two"], Names(rented, 2));
        Assert.True(reader.Read());
        Assert.Equal("one", reader.GetString(0));
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_command_may_ask_several_times()
    {
        using var rented = new Rented(kept);
        using var command = Question(rented, 1);
        Assert.Equal("one", command.ExecuteScalar());
        command.Parameters["@number"].Value = 2;
        Assert.Equal("two", command.ExecuteScalar());
        command.CommandText = "select count(*) from Thing where Number >= @number";
        Assert.Equal(1L, command.ExecuteScalar());
    }

    [Fact]
    public void What_failed_may_be_tried_again()
    {
        const string add = "insert into Thing values (3, 'three')";
        using var rented = new Rented(kept);
        Run(rented, add);
        Assert.Throws<SqliteException>(() => Run(rented, add));
        Run(rented, "delete from Thing where Number = 3");
        Run(rented, add);
        Assert.Equal(["three"], Names(rented, 3));
    }

    [Fact]
    public void An_answer_left_in_the_middle_holds_nobody_up()
    {
        const string all = "select Name from Thing order by Number";
        using (var rented = new Rented(kept))
        {
            rented.Connection.Open();
            using var command = rented.Connection.CreateCommand();
            command.CommandText = all;
            var reader = command.ExecuteReader();
            Assert.True(reader.Read());
        }

        using var next = new Rented(kept);
        Run(next, "drop table Thing");
        Assert.Throws<SqliteException>(() => Run(next, all));
    }

    [Fact]
    public void A_transaction_that_nobody_ended_is_taken_back_and_not_handed_on()
    {
        using (var rented = new Rented(kept))
        {
            rented.Connection.Open();
            rented.Connection.BeginTransaction();
            Run(rented, "delete from Thing");
        }

        using var next = new Rented(kept);
        Assert.Equal(["one"], Names(next, 1));
        Run(next, "insert into Thing values (4, 'four')");
    }

    [Fact]
    public void A_table_that_was_changed_is_read_as_it_is_now()
    {
        using var rented = new Rented(kept);
        const string all = "select * from Thing where Number = 1";
        Assert.Equal(2, Columns(rented, all));
        Run(rented, "alter table Thing add column Colour text");
        Assert.Equal(3, Columns(rented, all));
    }

    [Fact]
    public void It_stays_open_for_the_next_and_keeps_no_more_than_it_can_hold()
    {
        SqliteConnection first;
        using (var rented = new Rented(kept))
        {
            first = rented.Connection;
            for (var number = 0; number < 1000; number++)
            {
                Run(rented, $"select {number}");
            }
        }

        using var next = new Rented(kept);
        Assert.Same(first, next.Connection);
        Assert.Equal(ConnectionState.Open, next.Connection.State);
        Assert.Equal(["two"], Names(next, 2));
    }

    [Fact]
    public void Nothing_more_is_asked_of_a_file_that_was_deleted()
    {
        using (var rented = new Rented(kept))
        {
            Assert.Equal(["one"], Names(rented, 1));
        }

        File.Delete(Path.Combine(folder, "kept.db"));
        using var next = new Rented(kept);
        Assert.Throws<SqliteException>(() => Names(next, 1));
    }

    private sealed class Rented(KeptConnections kept) : IDisposable
    {
        public SqliteConnection Connection { get; } = kept.Rent();

        public void Dispose() => kept.Return(Connection);
    }

    private static List<string> Names(Rented rented, int number)
    {
        using var command = Question(rented, number);
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static SqliteCommand Question(Rented rented, int number)
    {
        var command = Command(rented, Asked);
        command.Parameters.AddWithValue("@number", number);
        return command;
    }

    private static int Columns(Rented rented, string question)
    {
        using var command = Command(rented, question);
        using var reader = command.ExecuteReader();
        return reader.FieldCount;
    }

    private static void Run(Rented rented, string text)
    {
        using var command = Command(rented, text);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(Rented rented, string text)
    {
        if (rented.Connection.State != ConnectionState.Open)
        {
            rented.Connection.Open();
        }

        var command = rented.Connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
}
