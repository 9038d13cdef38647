using Microsoft.EntityFrameworkCore;

namespace Moothall.Platform.Data;

/// <summary>
/// Lets one writer at a time into SQLite, in order of arrival. Without it a second writer meets a locked
/// database and its driver sleeps; with it the wait is as short as the first writer's transaction.
/// PostgreSQL orders its own writers and passes straight through.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim oneWriter = new(1, 1);

    /// <summary>Waits for this writer's turn. Disposing the answer lets the next writer in.</summary>
    public async Task<IDisposable?> EnterAsync(DbContext db, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite())
        {
            return null;
        }

        await oneWriter.WaitAsync(cancel);
        return new Turn(oneWriter);
    }

    /// <inheritdoc/>
    public void Dispose() => oneWriter.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private int ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref ended, 1) == 0)
            {
                gate.Release();
            }
        }
    }
}
