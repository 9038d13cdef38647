using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Actions;

/// <summary>When an action is due.</summary>
/// <param name="Meeting">The hub it is due at, or null when none is planned.</param>
/// <param name="DueUtc">The instant: that hub's start.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record DueDecision(PlannedMeeting? Meeting, DateTime? DueUtc, string Reason);

/// <summary>Actions are completed before the next hub (S1-5.5). Overdue and carried forward are computed, never set by hand.</summary>
public static class ActionDue
{
    /// <summary>The default: the start of the first planned hub after the one at which the action was agreed.</summary>
    /// <param name="agreedUtc">Start of the meeting that agreed it, or the moment it was given between meetings.</param>
    /// <param name="planned">Planned meetings, in any order.</param>
    public static DueDecision Default(DateTime agreedUtc, IEnumerable<PlannedMeeting> planned)
    {
        var next = planned
            .Where(m => !m.Cancelled && m.StartUtc > agreedUtc)
            .MinBy(m => m.StartUtc);
        return next is null
            ? new(null, null, "No further hub is planned, so the action needs a date of its own.")
            : new(next, next.StartUtc, $"Due by the next hub, {UkTime.DayAndTime(next.StartUtc)}.");
    }

    /// <summary>A date a person set means the whole of that day in London.</summary>
    public static DateTime EndOf(DateOnly date) => UkTime.ToUtc(date.AddDays(1), TimeOnly.MinValue);

    /// <summary>Still open after its due time.</summary>
    public static bool IsOverdue(bool open, DateTime? dueUtc, DateTime nowUtc) =>
        open && dueUtc < nowUtc;

    /// <summary>
    /// How many hubs the action has been carried past: those that began after the one that agreed it, up to now, and left it open.
    /// Cancelled hubs do not count.
    /// </summary>
    /// <param name="agreedUtc">Start of the meeting that agreed it.</param>
    /// <param name="closedAtMeetingUtc">Start of the meeting that took it off the list, or null while it is open.</param>
    /// <param name="meetings">Meetings of the hub, in any order.</param>
    /// <param name="nowUtc">Now.</param>
    public static int CarriedForward(
        DateTime agreedUtc,
        DateTime? closedAtMeetingUtc,
        IEnumerable<PlannedMeeting> meetings,
        DateTime nowUtc
    ) =>
        meetings.Count(m =>
            !m.Cancelled
            && m.StartUtc > agreedUtc
            && m.StartUtc <= nowUtc
            && (closedAtMeetingUtc is null || m.StartUtc < closedAtMeetingUtc)
        );
}
