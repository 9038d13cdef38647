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
)
{
    /// <summary>Who confirmed at the meeting that both were so; empty for who chaired.</summary>
    public string ConfirmedBy { get; init; } = "";

    /// <summary>From when they chaired, where the chair changed after the screens were left, in UTC.</summary>
    public DateTime? ChairFrom { get; init; }
}

/// <summary>Whether what was written down on paper makes a meeting: the same conditions as on the screen, with the real times.</summary>
public static class PaperRecord
{
    /// <summary>May this meeting be written up from paper?</summary>
    public static Verdict MayBegin(HubMeeting meeting, DateTime now) =>
        meeting switch
        {
            { IsOnPaper: true } => Verdict.Yes("The network failed during the meeting."),
            { IsOnScreen: true } => Verdict.No("This meeting is in progress on the screen."),
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

    /// <summary>What is wrong with the times of one person; nothing where they are right.</summary>
    public static PaperProblem? Person(
        string name,
        DateTime arrived,
        DateTime? left,
        DateTime now
    ) =>
        arrived > now ? new("Arrived", $"{name}: the time is still ahead.")
        : left > now ? new("Left", $"{name}: the time is still ahead.")
        : left < WriteUpUseCases.Minute(arrived) ? new("Left", $"{name} left before they arrived.")
        : null;

    /// <summary>Everything that keeps the meeting from being finished, one sentence each.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="times">Its start and end as the paper has them.</param>
    /// <param name="written">The items under which an action was given or something was shared.</param>
    /// <param name="now">Now, in UTC.</param>
    public static IReadOnlyList<PaperProblem> Problems(
        HubMeeting meeting,
        PaperTimes times,
        IReadOnlySet<Guid> written,
        DateTime now
    ) =>
        [
            .. OfTheMeeting(meeting, times, now),
            .. OfPeople(meeting, times),
            .. OfItems(meeting, written),
        ];

    private static IEnumerable<PaperProblem> OfTheMeeting(
        HubMeeting meeting,
        PaperTimes times,
        DateTime now
    )
    {
        if (times.Started >= times.Ended)
        {
            yield return new("Finish.Ended", "The meeting must end after it started.");
        }
        else if (times.Ended > now)
        {
            yield return new("Finish.Ended", "The end of the meeting is still ahead.");
        }
        else if (LastItem(meeting) is { } last && times.Ended < last)
        {
            yield return new(
                "Finish.Ended",
                $"An item began or ended at {UkTime.Clock(last)}, so the meeting cannot have ended before."
            );
        }

        if (times.Chair is not { State: AttendanceState.Present })
        {
            yield return new(
                "Finish.Chair",
                "Choose who chaired: someone recorded as present, with an account."
            );
        }
        else if (meeting.IsOnPaper && times.Chair.UserId != meeting.ChairId)
        {
            if (times.ChairFrom is not { } from || from < times.Started || from > times.Ended)
            {
                yield return new(
                    "Finish.ChairFrom",
                    $"Enter when {times.Chair.Name} took the chair over, within the meeting."
                );
            }
        }

        if (!times.Explained)
        {
            yield return new(
                "Finish.Explained",
                "Tick that the sharing protocol was explained to everyone attending, or ask who ran the meeting."
            );
        }

        if (!times.RecordingOff)
        {
            yield return new(
                "Finish.RecordingOff",
                $"Tick that it was confirmed at the meeting that {MeetingStart.RecordingWasOff(meeting.Mode)}, or ask who ran the meeting."
            );
        }

        if (!times.RoomChecked && meeting.Mode != MeetingMode.Virtual)
        {
            yield return new(
                "Finish.RoomChecked",
                "Tick that the room was checked and no paper was left."
            );
        }
    }

    private static IEnumerable<PaperProblem> OfPeople(HubMeeting meeting, PaperTimes times)
    {
        foreach (var entry in meeting.Register.Where(one => one.State == AttendanceState.Present))
        {
            if (!Attendance.HasSigned(meeting, entry))
            {
                yield return new("State", $"{entry.Name} is present and has not signed.")
                {
                    Row = $"{entry.Id}",
                };
            }

            var (arrived, left) = (
                WriteUpUseCases.Minute(entry.ArrivedAt),
                WriteUpUseCases.Minute(entry.LeftAt)
            );
            if (arrived > times.Ended || left > times.Ended)
            {
                var field = arrived > times.Ended ? "Arrived" : "Left";
                yield return new(field, $"{entry.Name}: the meeting had ended by then.")
                {
                    Row = $"{entry.Id}",
                };
            }
        }
    }

    private static IEnumerable<PaperProblem> OfItems(
        HubMeeting meeting,
        IReadOnlySet<Guid> written
    ) =>
        meeting
            .Items.Where(item =>
                ItemEnding.NeedsSummary(item.Kind)
                && (
                    item.Outcome is null
                        ? written.Contains(item.Id)
                            || $"{item.Summary}{item.Decision}{item.Dissent}".Length > 0
                        : item.Outcome == ItemOutcome.Discussed
                            && string.IsNullOrWhiteSpace(item.Summary)
                )
            )
            .OrderBy(item => item.Order)
            .Select(item => new PaperProblem(
                item.Outcome is null ? "Outcome" : "Summary",
                item.Outcome is null
                    ? $"Choose how item {item.Order} ended."
                    : $"Item {item.Order} was discussed and has no summary."
            )
            {
                Row = $"{item.Id}",
            });

    private static DateTime? LastItem(HubMeeting meeting) =>
        WriteUpUseCases.Minute(
            meeting
                .Items.SelectMany(item => new[] { item.StartedAt, item.RunningSince, item.EndedAt })
                .Max()
        );
}
