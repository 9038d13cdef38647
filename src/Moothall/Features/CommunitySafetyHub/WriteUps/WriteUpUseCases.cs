using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.WriteUps;

/// <summary>
/// Writes a meeting that was held on paper, or the rest of one that the network broke off, into the register, the agenda and the
/// list of actions, with the times as they were. The audit has the time of the writing; the fields have those of the paper. The
/// caller saves.
/// </summary>
public sealed partial class WriteUpUseCases(
    MoothallDb db,
    Attendance attendance,
    MeetingUseCases meetings
)
{
    private const string AsTheyWere = "enter times as they were, for example 10:20.";

    /// <summary>Records one person as the sheet has them.</summary>
    /// <returns>What is wrong, or nothing.</returns>
    public async Task<PaperProblem?> PersonAsync(
        HubMeeting meeting,
        PersonRow row,
        string witness,
        DateTime now
    )
    {
        // The whole register comes back from the page: who writes down one person says nothing about the others.
        if (row.IsUntouched)
        {
            return null;
        }

        if (await attendance.EntryAsync(meeting, row.Who) is not { } entry)
        {
            return new(
                "",
                "Someone on the list does not belong to this meeting. Open the page again."
            );
        }

        if (db.Entry(entry).State != EntityState.Added)
        {
            row.Who = $"{entry.Id}";
        }

        var problem =
            row.Meets(entry)
                ? new PaperProblem(
                    "State",
                    $"{entry.Name}: someone else wrote down {Standing(entry)} meanwhile. Save again to have what stands here."
                )
            : row.State == AttendanceState.Present
                ? await PresentAsync(meeting, entry, row, witness, now)
            : row.State is { } away
                ? Attendance.StayAway(meeting, entry, away) is { } refused ? new("State", refused)
                    : null
            : row.Arrived.Length > 0 || row.Left.Length > 0
                ? new("State", $"{entry.Name}: choose whether they came.")
            : null;
        return problem is null ? null : problem with { Row = row.Who };
    }

    private async Task<PaperProblem?> PresentAsync(
        HubMeeting meeting,
        AttendanceEntry entry,
        PersonRow row,
        string witness,
        DateTime now
    )
    {
        if (TimeOf(meeting, row.Arrived, meeting.StartsAt, entry.ArrivedAt) is not { } arrived)
        {
            return new("Arrived", $"{entry.Name}: {AsTheyWere}");
        }

        var left = TimeOf(meeting, row.Left, null, entry.LeftAt);
        if (row.Left.Length > 0 && left is null)
        {
            return new("Left", $"{entry.Name}: {AsTheyWere}");
        }

        if (PaperRecord.Person(entry.Name, arrived, left, now) is { } problem)
        {
            return problem;
        }

        var member = await db.Set<HubMembership>()
            .SingleOrDefaultAsync(one => one.Id == entry.MembershipId);
        if (member?.ShutBecause(UkTime.DateOf(meeting.StartsAt)) is { } shut)
        {
            return new("State", shut);
        }

        if (!Attendance.HasSigned(meeting, entry))
        {
            var wording = await db.WordingOnAsync(UkTime.DateOf(meeting.StartsAt));
            if (
                attendance.SignFor(
                    meeting,
                    entry,
                    SigningManner.OnPaper,
                    witness,
                    wording.Id,
                    arrived,
                    now
                ) is
                { } unsigned
            )
            {
                return new("State", unsigned);
            }
        }

        (entry.State, entry.ArrivedAt, entry.LeftAt) = (AttendanceState.Present, arrived, left);
        return null;
    }

    /// <summary>Makes the record a meeting that was held, with its real start and end.</summary>
    /// <returns>What is wrong; nothing where it is written up.</returns>
    public async Task<IReadOnlyList<PaperProblem>> FinishAsync(
        HubMeeting meeting,
        PaperTimes times,
        string byName,
        DateTime now
    )
    {
        var written = await meetings.ItemsWrittenUnderAsync(meeting.Id);
        var problems = PaperRecord.Problems(meeting, times, written, now);
        if (problems.Count > 0)
        {
            return problems;
        }

        var chair = times.Chair!;
        var because = "";
        if (chair.UserId != meeting.ChairId)
        {
            var before = meeting.Register.Find(one => one.UserId == meeting.ChairId);
            because = ActingChair.Because(meeting.ChairName, before) ?? "the paper gives no reason";
            (meeting.ChairId, meeting.ChairName) = (chair.UserId, chair.Name);
        }

        meeting.Chairs(chair.UserId!.Value, chair.Name, times.ChairFrom ?? times.Started, because);
        if (meeting.IsOnPaper)
        {
            NetworkFailure.StopClocks(meeting);
        }
        else
        {
            Begin(meeting, times);
        }

        (meeting.WrittenUpAt, meeting.WrittenUpByName) = (now, byName);
        return
            await meetings.EndAsync(meeting, times.RoomChecked, byName, times.Ended) is { } problem
            ? [new("", problem)]
            : [];
    }

    private static void Begin(HubMeeting meeting, PaperTimes times)
    {
        (meeting.Status, meeting.StartedAt) = (MeetingStatus.Live, times.Started);
        (meeting.ProtocolExplainedAt, meeting.RecordingOffAt) = (times.Started, times.Started);
        meeting.StartedByName =
            times.ConfirmedBy.Length > 0 ? times.ConfirmedBy : times.Chair!.Name;
        foreach (var item in meeting.Items)
        {
            // The formal items open a meeting by themselves; of the others only those that were taken began.
            if (item.Outcome is not (null or ItemOutcome.NotReached))
            {
                item.StartedAt ??= times.Started;
            }
            else if (item.Outcome is null && !ItemEnding.NeedsSummary(item.Kind))
            {
                (item.Outcome, item.StartedAt) = (ItemOutcome.Discussed, times.Started);
            }
        }
    }

    private static string Standing(AttendanceEntry entry) =>
        DisplayNames.Of(entry.State).ToLowerInvariant()
        + (entry.ArrivedAt is { } arrived ? $" from {UkTime.Clock(arrived)}" : "")
        + (entry.LeftAt is { } left ? $" to {UkTime.Clock(left)}" : "");

    /// <summary>A time without its seconds, which nobody types.</summary>
    public static DateTime? Minute(DateTime? at) =>
        at is { } time ? time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute)) : null;

    /// <summary>A time as the form shows it; empty where there is none.</summary>
    public static string Clock(DateTime? at) => at is { } time ? UkTime.Clock(time) : "";

    /// <summary>A time of the meeting's own day, in UTC; the default where nothing is written, nothing where it is no time.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="otherwise">The default.</param>
    /// <param name="stands">What is recorded, to the second: shown and left alone, it stays.</param>
    public static DateTime? TimeOf(
        HubMeeting meeting,
        string text,
        DateTime? otherwise,
        DateTime? stands = null
    ) =>
        string.IsNullOrWhiteSpace(text) ? otherwise
        : text.Trim() == Clock(stands) ? stands
        : TimeText.Read(text) is { } time ? UkTime.ToUtc(UkTime.DateOf(meeting.StartsAt), time)
        : null;
}
