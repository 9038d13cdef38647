using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Data;
using Moothall.Platform.Email;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>Takes back what someone did in a live meeting, the last first, as long as nobody has built on it. The caller saves.</summary>
public sealed class MeetingUndo(MoothallDb db, MeetingUseCases meetings)
{
    /// <summary>
    /// The last thing this person did here that can be undone. Whoever ran the meeting and no longer does undoes what they shared
    /// and no more.
    /// </summary>
    public Task<MeetingDeed?> LastAsync(Attending person) =>
        db.Set<MeetingDeed>()
            .Where(deed => deed.MeetingId == person.Meeting.Id)
            .Where(deed => deed.ByUserId == person.Viewer.UserId)
            .Where(deed => deed.UndoneAt == null)
            // What was written up from paper may have built on anything before it.
            .Where(deed =>
                !db.Set<MeetingDeed>()
                    .Any(paper =>
                        paper.MeetingId == deed.MeetingId
                        && paper.Kind == DeedKind.WrittenUp
                        && paper.At >= deed.At
                    )
            )
            .Where(deed => person.Runs || deed.Kind == DeedKind.Shared)
            .OrderByDescending(deed => deed.At)
            .ThenByDescending(deed => deed.Id)
            .FirstOrDefaultAsync();

    /// <summary>Undoes a deed.</summary>
    /// <returns>What is in the way, in words, or nothing.</returns>
    public async Task<string?> UndoAsync(HubMeeting meeting, MeetingDeed deed, DateTime now)
    {
        if (meeting.Status != MeetingStatus.Live)
        {
            return "The meeting is not in progress.";
        }

        var problem = deed.Kind switch
        {
            DeedKind.ItemEnded => await ReopenAsync(meeting, deed, now),
            DeedKind.ActionRecorded => await WithdrawAsync(meeting, deed),
            DeedKind.ActionCarried => await UncarryAsync(meeting, deed),
            DeedKind.ActionsTakenOff => await PutBackAsync(meeting, deed),
            _ => await UnshareAsync(deed),
        };
        if (problem is null)
        {
            deed.UndoneAt = now;
        }

        return problem;
    }

    // The words stay in the form of the item: only the ending is taken back.
    private async Task<string?> ReopenAsync(HubMeeting meeting, MeetingDeed deed, DateTime now)
    {
        var item = meeting.Items.SingleOrDefault(one => deed.Records.Contains(one.Id));
        if (item?.Outcome is null || item.EndedAt > deed.At)
        {
            return "This item has changed since. Move to it and put it right there.";
        }

        (item.Outcome, item.EndedAt) = (null, null);
        if (item.CaseId is { } caseId && deed.CaseWas is { } was)
        {
            var hubCase = await db.Set<HubCase>()
                .Include(one => one.Events)
                .SingleAsync(one => one.Id == caseId);
            hubCase.TakeBack(was, deed.RemovalWasRecommended);
        }

        // Where the meeting has gone on meanwhile, nobody is moved.
        if (deed.LedTo is null || meeting.CurrentItemId != deed.LedTo)
        {
            return null;
        }

        // Who came in between did not hear the item begin either.
        foreach (
            var entry in meeting.Register.Where(entry =>
                item.Part == AgendaPart.B
                && entry.IsHere
                && entry.ArrivedAt > deed.At
                && !Attendance.Runs(meeting, entry)
            )
        )
        {
            entry.WaitsItemId = item.Id;
        }

        return await meetings.MoveToAsync(meeting, item.Id, now);
    }

    private async Task<string?> WithdrawAsync(HubMeeting meeting, MeetingDeed deed)
    {
        var action = (await ActionsAsync(meeting, deed)).SingleOrDefault();
        if (action is not { Version: 0, Updates.Count: 0 })
        {
            return "This action has changed since. Take it off the list instead, with the reason.";
        }

        db.Remove(action);
        // Its owner is not told of what is no longer there; a notice on its way cannot be called back.
        var path = $"/Actions/{action.Id}";
        db.RemoveRange(
            await db.Set<Notice>()
                .Where(notice =>
                    notice.Status == NoticeStatus.Waiting && notice.Text.Contains(path)
                )
                .ToListAsync()
        );
        return null;
    }

    private async Task<string?> UncarryAsync(HubMeeting meeting, MeetingDeed deed)
    {
        foreach (var action in await ActionsAsync(meeting, deed))
        {
            action.UndoCarry(meeting.Id, deed.CarriedBefore);
        }

        return null;
    }

    private async Task<string?> PutBackAsync(HubMeeting meeting, MeetingDeed deed)
    {
        var actions = await ActionsAsync(meeting, deed);
        var cases = actions.ConvertAll(action => action.CaseId);
        // A case leaves the hub when nothing of it is open (S1-3.3), so nothing of it opens once it has left.
        return await db.Set<HubCase>()
            .AnyAsync(one => cases.Contains(one.Id) && one.Status == CaseStatus.Closed)
            ? "The case was closed since. Take that back first."
            : actions
                .Select(action => action.PutBack(meeting.Id))
                .FirstOrDefault(problem => problem is not null);
    }

    private async Task<string?> UnshareAsync(MeetingDeed deed)
    {
        var shared = await db.Set<SharedInformation>()
            .SingleOrDefaultAsync(one => deed.Records.Contains(one.Id));
        if (shared is null)
        {
            return "This is not there any more.";
        }

        db.Remove(shared);
        return null;
    }

    private Task<List<HubAction>> ActionsAsync(HubMeeting meeting, MeetingDeed deed) =>
        db.Set<HubAction>()
            .Include(action => action.Updates)
            .Where(action => deed.Records.Contains(action.Id) && action.BodyId == meeting.BodyId)
            .ToListAsync();
}
