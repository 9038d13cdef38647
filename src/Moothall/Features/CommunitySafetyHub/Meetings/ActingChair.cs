using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>Why somebody else than the chair is in the chair, since when, in words for the screen and the minutes (settled 15).</summary>
public static class ActingChair
{
    /// <summary>Why the chair could be taken: what the register says of who was to chair.</summary>
    /// <param name="chair">Who chaired until now; empty for nobody.</param>
    /// <param name="line">Their line of the register, if they have one.</param>
    /// <returns>The reason; nothing where the chair is here, so that somebody must say it.</returns>
    public static string? Because(string chair, AttendanceEntry? line) =>
        line switch
        {
            _ when chair.Length == 0 => "nobody was named to chair",
            { IsHere: true } => null,
            { State: AttendanceState.Apologies } => $"{chair} sent apologies",
            { LeftAt: { } left } => $"{chair} left at {UkTime.Clock(left)}",
            _ => $"{chair} had not come",
        };

    /// <summary>The last change of the chair in a sentence for everyone's screen; empty where there was none.</summary>
    /// <param name="newestFirst">Who chaired, the newest first.</param>
    public static string Words(IReadOnlyList<MeetingChairing> newestFirst) =>
        newestFirst switch
        {
            [{ Because.Length: > 0 } now, var before, ..] =>
                $"{now.Name} took the chair from {before.Name} at {UkTime.Clock(now.From)}. The reason: {now.Because}.",
            [{ Because.Length: > 0 } now] =>
                $"{now.Name} took the chair at {UkTime.Clock(now.From)}. The reason: {now.Because}.",
            [var now, var before, ..] =>
                $"{now.Name} took the chair from {before.Name} at {UkTime.Clock(now.From)}.",
            _ => "",
        };

    /// <summary>Each change of the chair on a line of the minutes.</summary>
    public static IEnumerable<string> Lines(IEnumerable<MeetingChairing> chairings) =>
        chairings
            .Where(one => one.Because.Length > 0)
            .OrderBy(one => one.From)
            .Select(one =>
                $"Chair taken: by {one.Name} at {UkTime.Clock(one.From)}, because {one.Because}"
            );
}
