using Moothall.Features.Partnership.Bodies;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Presets;

/// <summary>The hub's meetings round the day a demonstration is made: six that are over and those ahead.</summary>
/// <param name="Past">Starts of the six past meetings, in UTC, the oldest first.</param>
/// <param name="Ahead">Starts of the next meetings, in UTC.</param>
internal sealed record DemonstrationWeeks(
    IReadOnlyList<DateTime> Past,
    IReadOnlyList<DateTime> Ahead
)
{
    /// <summary>Weeks that hang together.</summary>
    public const int Count = 6;

    private const int WeeksAhead = 8;

    /// <summary>A meeting that began less than this ago may still be going on, so it counts as ahead.</summary>
    private static readonly TimeSpan Sitting = TimeSpan.FromMinutes(75);

    public static DemonstrationWeeks Of(MeetingSchedule schedule, DateTime now)
    {
        var edge = now - Sitting;
        return new(
            [.. schedule.Occurrences(edge.AddDays(-7 * (Count + 2)), edge).TakeLast(Count)],
            [.. schedule.Occurrences(edge, edge.AddDays(7 * WeeksAhead))]
        );
    }

    /// <summary>A time on a day before or after a meeting, by the clock on the wall.</summary>
    public static DateTime Day(DateTime meeting, int days, int hour, int minute = 0) =>
        UkTime.ToUtc(UkTime.DateOf(meeting).AddDays(days), new(hour, minute));
}
