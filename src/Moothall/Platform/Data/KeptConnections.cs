using System.Collections.Concurrent;
using System.Data;
using Microsoft.Data.Sqlite;

namespace Moothall.Platform.Data;

/// <summary>
/// Connections to the SQLite file that stay open from one request to the next, with what they have prepared. The driver's own
/// pool forgets every statement, and reading a page's long ones anew took longer than answering them (ADR 0013).
/// </summary>
public sealed class KeptConnections(DatabaseAddress address) : IDisposable
{
    private const int MostIdle = 16;

    private readonly ConcurrentStack<KeptConnection> idle = new();
    private bool ended;

    // A file that was deleted stays open for whoever has it open, and what is saved there is lost: another one in its place, as
    // after a restore, is another time of making.
    private DateTime FileMadeAt => File.GetCreationTimeUtc(address.Text);

    /// <summary>The one used last, or one that opens when it is first asked.</summary>
    internal KeptConnection Rent()
    {
        var made = FileMadeAt;
        while (idle.TryPop(out var connection))
        {
            if (connection.FileMadeAt == made)
            {
                return connection;
            }

            connection.Dispose();
        }

        return new(address.ConnectionString) { FileMadeAt = made };
    }

    internal void Return(KeptConnection connection)
    {
        if (ended || idle.Count >= MostIdle || !connection.IsClean)
        {
            connection.Dispose();
        }
        else
        {
            idle.Push(connection);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ended = true;
        while (idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }
}

/// <summary>The connection of one request or job; it opens when it is first asked, and is given back open.</summary>
public sealed class RentedConnection(KeptConnections kept) : IDisposable
{
    private readonly KeptConnection connection = kept.Rent();

    /// <summary>The connection, for this request or job alone.</summary>
    public SqliteConnection Connection => connection;

    /// <inheritdoc/>
    public void Dispose() => kept.Return(connection);
}

/// <summary>A connection that stays open when it is told to close, and keeps its statements prepared.</summary>
internal sealed class KeptConnection(string address) : SqliteConnection(address)
{
    private const int MostPrepared = 200;

    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    /// <summary>When the file it has open was made.</summary>
    public required DateTime FileMadeAt { get; init; }

    /// <summary>Whether the next one may take it over: open, and in no transaction.</summary>
    public bool IsClean => State == ConnectionState.Open && Transaction is null;

    public override SqliteCommand CreateCommand() =>
        new KeptCommand(this) { CommandTimeout = DefaultTimeout, Transaction = Transaction };

    public override void Close() { }

    /// <summary>The statement of that text that is ready and not in use, or a new one.</summary>
    public SqliteCommand Take(string text) =>
        prepared.Remove(text, out var command) ? command : new SqliteCommand(text, this);

    /// <summary>Keeps one for the next who asks the same.</summary>
    public void Keep(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (prepared.Count >= MostPrepared)
        {
            Forget();
        }

        if (!prepared.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Forget();
            base.Close();
        }

        base.Dispose(disposing);
    }

    private void Forget()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }

        prepared.Clear();
    }
}

/// <summary>A command that runs by a prepared one of the same text and gives it back.</summary>
internal sealed class KeptCommand : SqliteCommand
{
    private readonly KeptConnection connection;
    private SqliteCommand? running;
    private SqliteDataReader? reader;

    public KeptCommand(KeptConnection connection)
    {
        this.connection = connection;
        Connection = connection;
    }

    public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
    {
        GiveBack();
        running = connection.Take(CommandText);
        running.CommandTimeout = CommandTimeout;
        running.Transaction = Transaction;
        foreach (SqliteParameter parameter in Parameters)
        {
            running.Parameters.Add(parameter);
        }

        return reader = running.ExecuteReader(behavior);
    }

    protected override void Dispose(bool disposing)
    {
        GiveBack();
        base.Dispose(disposing);
    }

    private void GiveBack()
    {
        if (reader is { IsClosed: true })
        {
            connection.Keep(running!);
        }
        else
        {
            // It failed, or was left in the middle.
            running?.Dispose();
        }

        (running, reader) = (null, null);
    }
}
