using Moothall.Features.Partnership.Bodies;
using Moothall.Platform;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>The hub lasts no longer than one hour unless it is extended for a guest speaker (S1-3.1b).</summary>
public static class MeetingLength
{
    /// <summary>Longest extended meeting, in minutes: a sanity limit of ours, the terms give none.</summary>
    public const int LongestWithSpeaker = 180;

    /// <summary>May the meeting be planned for this many minutes?</summary>
    public static Verdict Check(int minutes, bool guestSpeakerOnAgenda) =>
        minutes switch
        {
            < 1 => Verdict.No("A meeting lasts at least one minute."),
            <= MeetingSchedule.LongestMinutes => Verdict.Yes("The meeting is within the hour."),
            > LongestWithSpeaker => Verdict.No(
                $"A meeting of {minutes} minutes is longer than the {LongestWithSpeaker} that can be planned even with a guest speaker."
            ),
            _ when guestSpeakerOnAgenda => Verdict.Yes(
                $"The meeting is extended to {minutes} minutes for a guest speaker."
            ),
            _ => Verdict.No(
                $"The hub lasts no longer than one hour. It can be extended to {minutes} minutes only when a guest speaker is on the agenda."
            ),
        };
}
