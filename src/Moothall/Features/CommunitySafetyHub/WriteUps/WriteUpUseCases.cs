using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.WriteUps;

/// <summary>
/// Writes a meeting that was held on paper into the register, the agenda and the list of actions, with the times as they were.
/// The audit has the time of the writing; the fields have those of the paper. The caller saves.
/// </summary>
public sealed class WriteUpUseCases(MoothallDb db, Attendance attendance, MeetingUseCases meetings)
{
    /// <summary>Records one person as the sheet has them.</summary>
    /// <returns>What is wrong, in words, or nothing.</returns>
    public async Task<string?> PersonAsync(
        HubMeeting meeting,
        PersonRow row,
        string witness,
        DateTime now
    )
    {
        if (await attendance.EntryAsync(meeting, row.Who) is not { } entry)
        {
            return "Someone on the list does not belong to this meeting. Open the page again.";
        }

        if (row.State != AttendanceState.Present)
        {
            return row.State is { } away ? Attendance.StayAway(meeting, entry, away) : null;
        }

        if (
            TimeOf(meeting, row.Arrived, meeting.StartsAt) is not { } arrived
            || (row.Left.Length > 0 && TimeOf(meeting, row.Left, null) is null)
        )
        {
            return $"{entry.Name}: enter times as they were, for example 10:20.";
        }

        var left = TimeOf(meeting, row.Left, null);
        var problem = PaperRecord.Person(entry.Name, arrived, left, now);
        if (problem is not null)
        {
            return problem;
        }

        var member = await db.Set<HubMembership>()
            .SingleOrDefaultAsync(one => one.Id == entry.MembershipId);
        if (member?.ShutBecause(UkTime.DateOf(meeting.StartsAt)) is { } shut)
        {
            return shut;
        }

        if (!Attendance.HasSigned(meeting, entry))
        {
            var wording = await db.WordingOnAsync(UkTime.DateOf(meeting.StartsAt));
            problem = attendance.SignFor(
                meeting,
                entry,
                SigningManner.OnPaper,
                witness,
                wording.Id,
                arrived,
                now
            );
        }

        if (problem is null)
        {
            (entry.State, entry.ArrivedAt, entry.LeftAt) = (AttendanceState.Present, arrived, left);
        }

        return problem;
    }

    /// <summary>Records how an item ended, with the decision about its case.</summary>
    /// <returns>What is wrong, in words, or nothing.</returns>
    public async Task<string?> ItemAsync(HubMeeting meeting, AgendaItem item, ItemRow row)
    {
        // The whole list comes back from the page: who writes up one item says nothing about the others.
        if (row.IsUntouched)
        {
            return null;
        }

        if (row.Meets(item))
        {
            return $"Item {item.Order}: someone else wrote it up meanwhile. Both texts are in its boxes: put them right, then save again.";
        }

        if (row.Outcome is not { } outcome)
        {
            (item.Outcome, item.Summary, item.Decision) = (null, row.Summary, row.Decision);
            return null;
        }

        if (
            outcome == ItemOutcome.Discussed
            && ItemEnding.NeedsSummary(item.Kind)
            && string.IsNullOrWhiteSpace(row.Summary)
        )
        {
            return $"Item {item.Order} was discussed: write its summary.";
        }

        if (item.Case is { } hubCase && outcome == ItemOutcome.Discussed)
        {
            var open = await db.Set<HubAction>()
                .CountAsync(action =>
                    action.CaseId == hubCase.Id && action.Status == ActionStatus.Open
                );
            var ending = new ItemEnding { Summary = row.Summary, Case = row.Case };
            if (ending.Decide(hubCase, open, meeting.StartsAt) is { } problem)
            {
                return $"Item {item.Order}: {problem}";
            }
        }

        (item.Outcome, item.Summary, item.Decision) = (outcome, row.Summary, row.Decision);
        return null;
    }

    /// <summary>Makes the record a meeting that was held, with its real start and end.</summary>
    /// <returns>What is wrong, one sentence each; nothing where it is written up.</returns>
    public async Task<IReadOnlyList<string>> FinishAsync(
        HubMeeting meeting,
        PaperTimes times,
        string byName,
        DateTime now
    )
    {
        var problems = PaperRecord.Problems(meeting, times, now);
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

        meeting.Chairs(chair.UserId!.Value, chair.Name, times.Started, because);

        (meeting.Status, meeting.StartedAt) = (MeetingStatus.Live, times.Started);
        (meeting.ProtocolExplainedAt, meeting.RecordingOffAt) = (times.Started, times.Started);
        (meeting.StartedByName, meeting.WrittenUpByName) = (chair.Name, byName);
        meeting.WrittenUpAt = now;
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

        return
            await meetings.EndAsync(meeting, times.RoomChecked, byName, times.Ended) is { } problem
            ? [problem]
            : [];
    }

    /// <summary>A time of the meeting's own day, in UTC; the default where nothing is written, nothing where it is no time.</summary>
    public static DateTime? TimeOf(HubMeeting meeting, string text, DateTime? otherwise) =>
        string.IsNullOrWhiteSpace(text) ? otherwise
        : Platform.Ui.TimeText.Read(text) is { } time
            ? UkTime.ToUtc(UkTime.DateOf(meeting.StartsAt), time)
        : null;
}
