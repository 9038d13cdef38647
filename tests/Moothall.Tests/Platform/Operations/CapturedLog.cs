using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Moothall.Platform.Operations;

namespace Moothall.Tests.Platform.Operations;

/// <summary>The lines that a server would write.</summary>
internal sealed class CapturedLog : ILoggerProvider, ISupportExternalScope
{
    private readonly LogFormat format = new(TimeProvider.System);
    private readonly ConcurrentQueue<string> lines = [];
    private IExternalScopeProvider? scopes;
    private TaskCompletionSource written = Signal();

    public IReadOnlyCollection<string> Lines => lines;

    /// <summary>Waits for a line that holds something, and for so many of them; gives the last.</summary>
    public async Task<string> LineAsync(string words, CancellationToken cancel, int times = 1)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var next = written.Task;
            if (
                lines
                    .Where(line => line.Contains(words, StringComparison.Ordinal))
                    .ElementAtOrDefault(times - 1) is
                { } found
            )
            {
                return found;
            }

            await next.WaitAsync(patience.Token);
        }
    }

    private static TaskCompletionSource Signal() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose() { }

    private sealed class Writer(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log.scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            using var text = new StringWriter();
            log.format.Write(
                new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter),
                log.scopes,
                text
            );
            log.lines.Enqueue(text.ToString());
            Interlocked.Exchange(ref log.written, Signal()).TrySetResult();
        }
    }
}
