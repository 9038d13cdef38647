namespace Moothall.BrowserTests;

/// <summary>The wall clock of a hosted product: it goes at the usual pace from wherever a test sets it. Waits and timers take real time.</summary>
public sealed class MovableClock(DateTime start) : TimeProvider
{
    private long ahead = Ahead(start);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Read());

    /// <summary>Sets it to an instant in UTC.</summary>
    public void Set(DateTime utc) => Interlocked.Exchange(ref ahead, Ahead(utc));

    private long Read() => Interlocked.Read(ref ahead);

    private static long Ahead(DateTime utc) => (utc - System.GetUtcNow().UtcDateTime).Ticks;
}
