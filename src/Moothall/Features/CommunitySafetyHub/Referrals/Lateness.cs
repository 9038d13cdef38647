using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>Which meeting a referral makes.</summary>
/// <param name="Meeting">The meeting it goes to, or null when none is planned that it can make.</param>
/// <param name="LateFor">The meeting whose cut-off it missed, or null when it is on time.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record LatenessDecision(
    PlannedMeeting? Meeting,
    PlannedMeeting? LateFor,
    string Reason
)
{
    /// <summary>Late stays late, even when the chair admits it: it is what the performance report counts.</summary>
    public bool Late => LateFor is not null;
}

/// <summary>
/// Decides which meeting a referral makes (S1-5.6b, C3). It is asked once, at submission, against the meetings as then planned;
/// the answer is kept, so moving a meeting later changes nothing (settled question 6). The instant of the cut-off is still on
/// time: "by 12.00pm" includes noon. One second later is late.
/// </summary>
public static class Lateness
{
    /// <param name="submittedAtUtc">When the referral was received.</param>
    /// <param name="planned">Meetings as planned at that moment, in any order.</param>
    /// <param name="chairAdmits">Whether the chair admits it to the meeting it is late for.</param>
    public static LatenessDecision Decide(
        DateTime submittedAtUtc,
        IEnumerable<PlannedMeeting> planned,
        bool chairAdmits = false
    )
    {
        var ahead = planned
            .Where(m => m.StartUtc > submittedAtUtc)
            .OrderBy(m => m.StartUtc)
            .ToList();
        var live = ahead.Where(m => !m.Cancelled).ToList();
        if (live.Count == 0)
        {
            return new(
                null,
                null,
                $"Received {UkTime.DayAndTime(submittedAtUtc)}. No meeting is planned yet, so it goes to the next one that is."
            );
        }

        var nearest = live[0];
        if (submittedAtUtc <= nearest.CutOffUtc)
        {
            var cancelled = ahead.TakeWhile(m => m.Cancelled).ToList();
            var because = cancelled.Count switch
            {
                0 => "",
                1 => $" The hub on {On(cancelled[0])} is cancelled.",
                _ => $" The hubs on {string.Join(" and ", cancelled.Select(On))} are cancelled.",
            };
            return new(
                nearest,
                null,
                $"Received {UkTime.DayAndTime(submittedAtUtc)}, in time for the hub on {On(nearest)} (cut-off {UkTime.DayAndTime(nearest.CutOffUtc)}).{because}"
            );
        }

        var late =
            $"Received {Received(submittedAtUtc, nearest)}, after the cut-off at {CutOff(submittedAtUtc, nearest)}";
        if (chairAdmits)
        {
            return new(
                nearest,
                nearest,
                $"{late}, and admitted by the chair to the hub on {On(nearest)}."
            );
        }

        // The first meeting whose cut-off has not passed; with a cut-off of many days that may not be the very next.
        var made = live.FirstOrDefault(m => submittedAtUtc <= m.CutOffUtc);
        var goes = made is null
            ? "so it goes to the next hub to be planned"
            : $"so it goes to the hub on {On(made)}";
        return new(made, nearest, $"{late}, {goes} unless the chair admits it.");
    }

    private static string On(PlannedMeeting meeting) => UkTime.Day(UkTime.DateOf(meeting.StartUtc));

    /// <summary>Shows seconds where the minute alone would read as if it were on time.</summary>
    private static string Received(DateTime submittedAtUtc, PlannedMeeting meeting)
    {
        var sameMinute = UkTime.DayAndTime(submittedAtUtc) == UkTime.DayAndTime(meeting.CutOffUtc);
        var seconds = Math.Max(1, submittedAtUtc.Second);
        return UkTime.DayAndTime(submittedAtUtc) + (sameMinute ? $":{seconds:00}" : "");
    }

    private static string CutOff(DateTime submittedAtUtc, PlannedMeeting meeting) =>
        UkTime.DateOf(submittedAtUtc) == UkTime.DateOf(meeting.CutOffUtc)
            ? UkTime.Clock(meeting.CutOffUtc)
            : UkTime.Clock(meeting.CutOffUtc)
                + " on "
                + UkTime.Day(UkTime.DateOf(meeting.CutOffUtc));
}
