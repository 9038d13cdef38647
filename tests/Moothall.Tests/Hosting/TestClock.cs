namespace Moothall.Tests.Hosting;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock(DateTime start) : TimeProvider
{
    private DateTime now = start;

    /// <summary>Monday 23 November 2026, 09:00 in London: the morning before a hub, with the cut-off at noon ahead.</summary>
    public static readonly DateTime MondayMorning = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow() => new(now, TimeSpan.Zero);

    /// <summary>Sets the clock to an instant in UTC.</summary>
    public void Set(DateTime utc) => now = DateTime.SpecifyKind(utc, DateTimeKind.Utc);

    /// <summary>Moves the clock on.</summary>
    public void Advance(TimeSpan by) => now += by;
}
