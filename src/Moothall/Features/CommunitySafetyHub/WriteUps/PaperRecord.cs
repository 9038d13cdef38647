using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Platform;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.WriteUps;

/// <summary>When a meeting that was held on paper began and ended, who chaired, and what was confirmed.</summary>
/// <param name="Started">When it began, in UTC.</param>
/// <param name="Ended">When it ended, in UTC.</param>
/// <param name="Chair">The register line of who chaired; nothing where none was chosen.</param>
/// <param name="Explained">The sharing protocol was explained (S1-7.2e).</param>
/// <param name="RecordingOff">Recording, transcription and assistants were off.</param>
/// <param name="RoomChecked">The room was checked for paper (S1-7.2g).</param>
public sealed record PaperTimes(
    DateTime Started,
    DateTime Ended,
    AttendanceEntry? Chair,
    bool Explained,
    bool RecordingOff,
    bool RoomChecked
);

/// <summary>Whether what was written down on paper makes a meeting: the same conditions as on the screen, with the real times.</summary>
public static class PaperRecord
{
    /// <summary>May this meeting be written up from paper?</summary>
    public static Verdict MayBegin(HubMeeting meeting, DateTime now) =>
        meeting switch
        {
            { Status: MeetingStatus.Live } => Verdict.No(
                "This meeting is in progress on the screen. End it there."
            ),
            { Status: MeetingStatus.Ended } => Verdict.No("This meeting is written down already."),
            { Status: MeetingStatus.Cancelled } => Verdict.No("This meeting is cancelled."),
            { PublishedAt: null } => Verdict.No(
                "The agenda was never published, so nobody was called to this meeting."
            ),
            _ when meeting.StartsAt > now => Verdict.No(
                $"The meeting is planned for {UkTime.DayAndTime(meeting.StartsAt)}. Write it up when it is over."
            ),
            _ => Verdict.Yes("The meeting was not held on the screen."),
        };

    /// <summary>What is wrong with the times of one person, in words; nothing where they are right.</summary>
    public static string? Person(string name, DateTime arrived, DateTime? left, DateTime now) =>
        arrived > now || left > now ? $"{name}: the time is still ahead."
        : left < arrived ? $"{name} left before they arrived."
        : null;

    /// <summary>Everything that keeps the meeting from being finished, one sentence each.</summary>
    public static IReadOnlyList<string> Problems(HubMeeting meeting, PaperTimes times, DateTime now)
    {
        var problems = new List<string>();
        void Unless(bool right, string problem)
        {
            if (!right)
            {
                problems.Add(problem);
            }
        }

        Unless(times.Started < times.Ended, "The meeting must end after it started.");
        Unless(times.Ended <= now, "The end of the meeting is still ahead.");
        Unless(
            times.Chair is { State: AttendanceState.Present },
            "Choose who chaired: someone recorded as present, with an account."
        );
        Unless(
            times.Explained,
            "Tick that the sharing protocol was explained to everyone attending, or ask who ran the meeting."
        );
        Unless(
            times.RecordingOff,
            $"Tick that {MeetingStart.RecordingWasOff(meeting.Mode)}, or ask who ran the meeting."
        );
        Unless(
            times.RoomChecked || meeting.Mode == MeetingMode.Virtual,
            "Tick that the room was checked and no paper was left."
        );
        problems.AddRange(
            meeting
                .Register.Where(entry =>
                    entry.State == AttendanceState.Present && !Attendance.HasSigned(meeting, entry)
                )
                .Select(entry => $"{entry.Name} is present and has not signed.")
        );
        problems.AddRange(
            meeting
                .Register.Where(entry =>
                    entry.State == AttendanceState.Present
                    && (entry.ArrivedAt > times.Ended || entry.LeftAt > times.Ended)
                )
                .Select(entry => $"{entry.Name}: the meeting had ended by then.")
        );
        problems.AddRange(
            meeting
                .Items.Where(item =>
                    item.Outcome == ItemOutcome.Discussed
                    && ItemEnding.NeedsSummary(item.Kind)
                    && string.IsNullOrWhiteSpace(item.Summary)
                )
                .OrderBy(item => item.Order)
                .Select(item => $"Item {item.Order} was discussed and has no summary.")
        );
        return problems;
    }
}
