using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Moothall.Platform.Data;

/// <summary>
/// Connections to the SQLite file that stay open from one request to the next, with what they have prepared. The driver's own
/// pool forgets every statement, and reading a page's long ones anew took as long as answering them (ADR 0013). Given to the
/// context this way, they are spared the functions it would define again each time, at which SQLite forgets all it prepared.
/// </summary>
public sealed class KeptConnections(DatabaseAddress address) : DbConnectionInterceptor, IDisposable
{
    private const int MostIdle = 16;

    private readonly ConcurrentStack<KeptConnection> idle = new();
    private bool ended;

    /// <summary>The connection used last, or one that opens when it is first asked; for one request or job alone.</summary>
    public SqliteConnection Rent()
    {
        // A file that was deleted stays open for whoever has it open, and what is saved there is lost.
        if (!File.Exists(address.Text))
        {
            Forget();
        }

        return idle.TryPop(out var connection)
            ? connection
            : new KeptConnection(address.ConnectionString);
    }

    /// <summary>Takes back one of <see cref="Rent"/>, for the next.</summary>
    public void Return(DbConnection connection)
    {
        if (!ended && idle.Count < MostIdle && connection is KeptConnection { IsClean: true } kept)
        {
            idle.Push(kept);
        }
        else
        {
            connection.Dispose();
        }
    }

    /// <inheritdoc/>
    public override InterceptionResult<DbConnection> ConnectionCreating(
        ConnectionCreatingEventData eventData,
        InterceptionResult<DbConnection> result
    ) =>
        // To see whether there is a file at all, another is made that can only read.
        eventData.ConnectionString == address.ConnectionString
            ? InterceptionResult<DbConnection>.SuppressWithResult(Rent())
            : result;

    /// <inheritdoc/>
    public override InterceptionResult ConnectionDisposing(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    )
    {
        if (connection is not KeptConnection)
        {
            return result;
        }

        Return(connection);
        return InterceptionResult.Suppress();
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult> ConnectionDisposingAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    ) => new(ConnectionDisposing(connection, eventData, result));

    /// <inheritdoc/>
    public void Dispose()
    {
        ended = true;
        Forget();
    }

    private void Forget()
    {
        while (idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }
}

/// <summary>A connection that stays open when it is told to close, and keeps its statements prepared.</summary>
internal sealed class KeptConnection(string address) : SqliteConnection(address)
{
    private const int MostPrepared = 200;

    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    /// <summary>Whether the next one may take it over: open, and in no transaction.</summary>
    public bool IsClean => State == ConnectionState.Open && Transaction is null;

    public override SqliteCommand CreateCommand() =>
        new KeptCommand(this) { CommandTimeout = DefaultTimeout, Transaction = Transaction };

    /// <summary>
    /// Opens it so that what is deleted is written over: a name that was disposed of would stay in the file's free space until
    /// something else happened to be written there.
    /// </summary>
    public override void Open()
    {
        base.Open();
        using var command = CreateCommand();
        command.CommandText = "PRAGMA secure_delete=ON";
        command.ExecuteNonQuery();
    }

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
