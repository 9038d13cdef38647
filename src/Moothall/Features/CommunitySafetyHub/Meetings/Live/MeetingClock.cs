using Moothall.Features.CommunitySafetyHub.Agendas;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>Time used and left, counted between instants in UTC: a clock change in the night makes no meeting longer or shorter.</summary>
/// <param name="Used">Seconds used.</param>
/// <param name="Planned">Seconds planned.</param>
/// <param name="Runs">Whether it goes on counting.</param>
public sealed record MeetingClock(int Used, int Planned, bool Runs)
{
    /// <summary>Seconds left; below nothing when it runs over.</summary>
    public int Left => Planned - Used;

    /// <summary>For example "12 minutes used, 48 left".</summary>
    public string Words =>
        Left >= 0
            ? $"{Minutes(Used / 60)} used, {Minutes((Planned / 60) - (Used / 60))} left"
            : $"{Minutes(Used / 60)} used, {Minutes((Used / 60) - (Planned / 60))} over";

    /// <summary>The clock of an item.</summary>
    public static MeetingClock Of(AgendaItem item, DateTime now) =>
        new(
            item.UsedSeconds + Seconds(item.RunningSince, now),
            item.Minutes * 60,
            item.RunningSince is not null
        );

    /// <summary>The clock of the meeting, from when it really began.</summary>
    public static MeetingClock Of(HubMeeting meeting, DateTime now) =>
        new(
            Seconds(meeting.StartedAt, meeting.EndedAt ?? now),
            meeting.Minutes * 60,
            meeting is { StartedAt: not null, EndedAt: null }
        );

    /// <summary>Whole seconds from one instant to another; none where it has not begun.</summary>
    public static int Seconds(DateTime? from, DateTime to) =>
        from is { } begun ? Math.Max(0, (int)(to - begun).TotalSeconds) : 0;

    private static string Minutes(int count) => count == 1 ? "1 minute" : $"{count} minutes";
}
