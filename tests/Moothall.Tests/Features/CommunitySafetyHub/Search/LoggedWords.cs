using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moothall.Platform.Data;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Search;

/// <summary>Everything that the application writes to its log, at the most talkative level.</summary>
internal sealed class LoggedWords : ILoggerProvider, ILogger
{
    /// <summary>The lines so far.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>Puts itself beside the other logs.</summary>
    public void Capture(IServiceCollection services) =>
        services.AddLogging(logging =>
            logging.AddProvider(this).AddFilter<LoggedWords>(null, LogLevel.Trace)
        );

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Lines.Enqueue(formatter(state, exception) + exception);

    public void Dispose() { }
}

/// <summary>Looks through every row of every table.</summary>
internal static class EveryRow
{
    /// <summary>Whether a text stands anywhere in the database as plain text or plain bytes.</summary>
    public static Task<bool> HoldsAsync(Moot moot, string text) =>
        moot.WithAsync(async db =>
        {
            foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()))
            {
                if (table is not null && await HoldsAsync(db, table, text))
                {
                    return true;
                }
            }

            return false;
        });

    private static async Task<bool> HoldsAsync(MoothallDb db, string table, string text)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        await db.Database.OpenConnectionAsync();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            for (var column = 0; column < rows.FieldCount; column++)
            {
                var words = rows.GetValue(column) switch
                {
                    byte[] bytes => Encoding.UTF8.GetString(bytes),
                    var other => other.ToString() ?? "",
                };
                if (words.Contains(text, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
