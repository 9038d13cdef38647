using Moothall.Platform;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>
/// Whether a meeting may start: the chair is here, the sharing protocol was explained to all (S1-7.2e), nothing records or
/// listens in, and everyone here has signed the register and the agreement (S1-7.2f).
/// </summary>
public static class MeetingStart
{
    /// <summary>Decides, naming who or what is missing.</summary>
    public static Verdict Check(
        HubMeeting meeting,
        bool protocolExplained,
        bool recordingOff,
        DateTime now
    )
    {
        var problems = Problems(meeting, protocolExplained, recordingOff, now).ToList();
        return problems.Count == 0
            ? Verdict.Yes("The meeting can start.")
            : Verdict.No(string.Join(" ", problems));
    }

    /// <summary>What is confirmed about recording at the start, by the way people meet: "recording … are off in the call".</summary>
    public static string RecordingOff(MeetingMode mode) =>
        $"recording, transcription and assistants are off {Where(mode)}";

    /// <summary>The same of a meeting that is over: "recording … were off in the call".</summary>
    public static string RecordingWasOff(MeetingMode mode) =>
        $"recording, transcription and assistants were off {Where(mode)}";

    /// <summary>Where they are off, by the way people meet: "in the call".</summary>
    public static string Where(MeetingMode mode) =>
        mode switch
        {
            MeetingMode.InPerson => "on every device in the room",
            MeetingMode.Virtual => "in the call and on everyone's device",
            _ => "in the call and on every device in the room",
        };

    private static IEnumerable<string> Problems(
        HubMeeting meeting,
        bool protocolExplained,
        bool recordingOff,
        DateTime now
    )
    {
        if (meeting.Status != MeetingStatus.Planned)
        {
            yield return meeting.Status == MeetingStatus.Live
                ? "The meeting has started already."
                : "This meeting has ended or was cancelled.";
            yield break;
        }

        if (meeting.PublishedAt is null)
        {
            yield return "The agenda is not published yet.";
        }

        if (!MeetingDoor.IsTheDay(meeting, now))
        {
            yield return "The meeting starts on its day.";
        }

        if (
            meeting.ChairId is null
            || !meeting.Register.Any(entry => entry.UserId == meeting.ChairId && entry.IsHere)
        )
        {
            var who = meeting.ChairName.Length == 0 ? "The chair" : meeting.ChairName;
            yield return $"{who} is not on the register as here. Someone who is here can take the chair.";
        }

        var unsigned = meeting
            .Register.Where(entry => entry.IsHere && !Attendance.HasSigned(meeting, entry))
            .Select(entry => entry.Name)
            .ToList();
        if (unsigned.Count > 0)
        {
            yield return $"Not signed yet: {string.Join(", ", unsigned)}.";
        }

        if (!protocolExplained)
        {
            yield return "Tick that the sharing protocol was explained to everyone attending.";
        }

        if (!recordingOff)
        {
            yield return $"Check and tick that {RecordingOff(meeting.Mode)}.";
        }
    }
}
