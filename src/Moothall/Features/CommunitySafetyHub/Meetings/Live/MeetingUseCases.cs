using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>
/// What happens in a meeting. Every method changes what is loaded and returns what is wrong, in words, or nothing; the caller
/// saves. Pages call these, and so does whoever fills a database with past meetings.
/// </summary>
public sealed class MeetingUseCases(MoothallDb db, ReadNotes reads)
{
    /// <summary>Seconds: an item that ran no longer with nothing written under it was only passed.</summary>
    private const int PassedIn = 60;

    /// <summary>Loads a meeting with all that these methods need. Whether the caller may see it was decided before.</summary>
    public Task<HubMeeting> LoadAsync(Guid meetingId) =>
        db.Set<HubMeeting>()
            .Include(meeting => meeting.Items)
            .Include(meeting => meeting.Register)
                .ThenInclude(entry => entry.Items)
            .Include(meeting => meeting.Signatures)
            .Include(meeting => meeting.Chairings)
            .AsSplitQuery()
            .SingleAsync(meeting => meeting.Id == meetingId);

    /// <summary>Starts the meeting where nothing stands in the way, and opens its first item.</summary>
    public async Task<string?> StartAsync(
        HubMeeting meeting,
        bool protocolExplained,
        bool recordingOff,
        string byName,
        DateTime now
    )
    {
        var verdict = MeetingStart.Check(meeting, protocolExplained, recordingOff, now);
        if (!verdict.Allowed)
        {
            return verdict.Reason;
        }

        (meeting.Status, meeting.StartedAt) = (MeetingStatus.Live, now);
        (meeting.ProtocolExplainedAt, meeting.RecordingOffAt) = (now, now);
        meeting.StartedByName = byName;
        meeting.Chairs(meeting.ChairId!.Value, meeting.ChairName, now);
        var first = meeting.Items.OrderBy(item => item.Order).FirstOrDefault();
        return first is null ? null : await MoveToAsync(meeting, first.Id, now);
    }

    /// <summary>Takes the chair over, with this meeting's powers; who and when is kept (settled 15).</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="userId">Who takes it.</param>
    /// <param name="name">Their name.</param>
    /// <param name="said">Why, as they say it; needed where the chair is here, for the register tells any other reason.</param>
    /// <param name="now">Now, in UTC.</param>
    public string? TakeChair(
        HubMeeting meeting,
        Guid userId,
        string name,
        string said,
        DateTime now
    )
    {
        if (meeting.Status is MeetingStatus.Ended or MeetingStatus.Cancelled)
        {
            return "This meeting is over.";
        }

        if (!meeting.Register.Any(entry => entry.UserId == userId && entry.IsHere))
        {
            return $"{name} is not on the register as here.";
        }

        var former = meeting.Register.FirstOrDefault(one => one.UserId == meeting.ChairId);
        var because = ActingChair.Because(meeting.ChairName, former) ?? said.Trim();
        if (because.Length == 0)
        {
            return $"Say why {meeting.ChairName} hands the chair over. It stands in the minutes.";
        }

        (meeting.ChairId, meeting.ChairName) = (userId, name);
        // Before the start as well: the chair may never come, and the minutes say since when and why.
        meeting.Chairs(userId, name, now, because);
        return null;
    }

    /// <summary>
    /// Moves to an item. The first of part B ends the presence of those without access to named cases (settled 3): the
    /// register has the time, and their screens are empty.
    /// </summary>
    public async Task<string?> MoveToAsync(HubMeeting meeting, Guid itemId, DateTime now)
    {
        if (meeting.Status != MeetingStatus.Live)
        {
            return "The meeting is not in progress.";
        }

        if (meeting.Items.SingleOrDefault(one => one.Id == itemId) is not { } item)
        {
            return "That item is not on this agenda.";
        }

        foreach (var running in meeting.Items.Where(one => one.RunningSince is not null))
        {
            Stop(running, now);
            if (running.Outcome is null && !ItemEnding.NeedsSummary(running.Kind))
            {
                (running.Outcome, running.EndedAt) = (ItemOutcome.Discussed, now);
            }
        }

        (meeting.CurrentItemId, item.RunningSince) = (item.Id, now);
        item.StartedAt ??= now;
        if (item.Part == AgendaPart.B)
        {
            await PartBHearers.OthersLeaveAsync(db, meeting, now);
        }

        return null;
    }

    /// <summary>Ends an item with its outcome, summary and decision, and decides about its case (S1-6.2, S1-6.5).</summary>
    public async Task<string?> EndItemAsync(
        HubMeeting meeting,
        AgendaItem item,
        ItemEnding ending,
        DateTime now
    )
    {
        if (meeting.Status != MeetingStatus.Live)
        {
            return "The meeting is not in progress.";
        }

        if (ItemEnding.LacksSummary(item, ending.Outcome, ending.Summary))
        {
            return "Sum up the discussion before moving on.";
        }

        if (item.Case is { } hubCase && ending.Case != CaseDecision.AsItStands)
        {
            var open = await db.Set<HubAction>()
                .CountAsync(action =>
                    action.CaseId == hubCase.Id && action.Status == ActionStatus.Open
                );
            if (ending.Decide(hubCase, open, now) is { } problem)
            {
                return problem;
            }
        }

        Stop(item, now);
        if (ending.Outcome != ItemOutcome.NotReached)
        {
            item.StartedAt ??= now;
        }

        (item.Outcome, item.EndedAt) = (ending.Outcome, now);
        (item.Summary, item.Decision, item.Dissent) = (
            ending.Summary,
            ending.Decision,
            ending.Dissent
        );
        return null;
    }

    /// <summary>The item after one, in the agenda's order, that has not ended; nothing when all have.</summary>
    public static AgendaItem? Next(HubMeeting meeting, Guid? itemId) =>
        Following(meeting, itemId).FirstOrDefault(item => item.Outcome is null);

    /// <summary>
    /// Ends the meeting: what was not begun was not reached, actions still open are carried forward once, and the room was
    /// checked for paper, or nobody met in one (S1-7.2g, C5).
    /// </summary>
    public async Task<string?> EndAsync(
        HubMeeting meeting,
        bool roomChecked,
        string byName,
        DateTime now
    )
    {
        if (meeting.Status != MeetingStatus.Live)
        {
            return "The meeting is not in progress.";
        }

        if (meeting.Mode != MeetingMode.Virtual && !roomChecked)
        {
            return "Tick that the room was checked and no paper is left.";
        }

        // Ending one item begins the next, and going through the list begins each: what was only passed was not reached. What was
        // under discussion for longer was, and is summed up, or the minutes would not be true.
        var written = await ItemsWrittenUnderAsync(meeting.Id);
        var untouched = meeting
            .Items.Where(item =>
                item.Outcome is null
                && ItemEnding.NeedsSummary(item.Kind)
                && MeetingClock.Of(item, now).Used <= PassedIn
                && $"{item.Summary}{item.Decision}{item.Dissent}".Length == 0
                && !written.Contains(item.Id)
            )
            .ToHashSet();
        var begun = meeting
            .Items.Where(item =>
                item.Outcome is null && (item.StartedAt is not null || written.Contains(item.Id))
            )
            .Where(item => ItemEnding.NeedsSummary(item.Kind))
            .Where(item => !untouched.Contains(item))
            .OrderBy(item => item.Order)
            .Select(item => item.Order)
            .ToList();
        if (begun.Count > 0)
        {
            return $"Begun but not summed up: item {string.Join(", item ", begun)}. End these first.";
        }

        foreach (var item in meeting.Items)
        {
            Stop(item, now);
            item.Outcome ??=
                (item.StartedAt is null && !written.Contains(item.Id)) || untouched.Contains(item)
                    ? ItemOutcome.NotReached
                    : ItemOutcome.Discussed;
            item.EndedAt ??= now;
        }

        foreach (var entry in meeting.Register.Where(e => e.State == AttendanceState.Expected))
        {
            entry.State = AttendanceState.Absent;
        }

        (meeting.Status, meeting.EndedAt, meeting.CurrentItemId) = (MeetingStatus.Ended, now, null);
        meeting.RoomCheck =
            meeting.Mode == MeetingMode.Virtual ? RoomCheck.NotApplicable : RoomCheck.Done;
        meeting.RoomCheckedByName = byName;
        await CarryForwardAsync(meeting);
        return null;
    }

    /// <summary>The items under which an action was given or an agency shared something, also in what is not saved yet.</summary>
    public async Task<HashSet<Guid>> ItemsWrittenUnderAsync(Guid meetingId)
    {
        var items = db.Set<AgendaItem>().Where(item => item.MeetingId == meetingId);
        var acted = db.Set<HubAction>()
            .Where(action => action.MeetingId == meetingId && action.ItemId != null)
            .Select(action => action.ItemId!.Value);
        return
        [
            .. await acted
                .Union(items.SelectMany(item => item.Shared).Select(shared => shared.ItemId))
                .ToListAsync(),
            .. db.Set<HubAction>()
                .Local.Where(action => action.MeetingId == meetingId)
                .Select(action => action.ItemId)
                .OfType<Guid>(),
        ];
    }

    private async Task CarryForwardAsync(HubMeeting meeting)
    {
        // Nobody is shown these: the meeting's end only counts them.
        var showing = reads.On;
        reads.On = false;
        var open = await db.Set<HubAction>()
            .Where(action => action.BodyId == meeting.BodyId && action.Status == ActionStatus.Open)
            .ToListAsync();
        reads.On = showing;
        open.ForEach(action => action.CarryForward(meeting.Id));
    }

    private static IEnumerable<AgendaItem> Following(HubMeeting meeting, Guid? itemId)
    {
        var order = meeting.Items.SingleOrDefault(item => item.Id == itemId)?.Order ?? 0;
        return meeting.Items.Where(item => item.Order > order).OrderBy(item => item.Order);
    }

    /// <summary>Stops the clock of an item.</summary>
    public static void Stop(AgendaItem item, DateTime now)
    {
        item.UsedSeconds += MeetingClock.Seconds(item.RunningSince, now);
        item.RunningSince = null;
    }
}
