using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Platform.Email;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>What a meeting does with actions.</summary>
public sealed partial class LiveModel
{
    /// <summary>Records an action (S1-6.2) and tells its person.</summary>
    public async Task<IActionResult> OnPostActAsync(Guid id, Guid item, ActionForm act)
    {
        Act = act;
        if (await BeginAsync(id, running: true) is { } stop)
        {
            return stop;
        }

        if (await ItemAsync(item) is not { } found)
        {
            return NotFound();
        }

        if (DueWords.Read(act.Due, UkTime.Today(clock)).Problem is { } unread)
        {
            ModelState.AddModelError("Act.Due", unread);
        }

        if (!ModelState.IsValid)
        {
            return await WrongAsync(id, null);
        }

        var recorded = await actions.RecordAsync(Person.Meeting, found, act, Now);
        if (recorded.Action is not { } action)
        {
            return await EndAsync(id, recorded.Problem);
        }

        if (await actions.OwnerAsync(action) is { } owner)
        {
            notices.Write(owner, NoticeAbout.ActionGiven, $"/Actions/{action.Id}");
        }

        var words = $"Action for {action.OwnerName}, due {UkTime.Day(action.Due)}";
        return await EndAsync(id, null, deed: Deed(DeedKind.ActionRecorded, words, action.Id));
    }

    /// <summary>"No change" on an action, in one click: it is carried forward, once a meeting (C8).</summary>
    public async Task<IActionResult> OnPostCarryAsync(Guid id, Guid action)
    {
        if (await BeginAsync(id, running: true) is { } stop)
        {
            return stop;
        }

        if (await ActionAsync(action) is not { } found)
        {
            return NotFound();
        }

        if (Person.Meeting.Status != MeetingStatus.Live)
        {
            return await EndAsync(id, "The meeting is not in progress.");
        }

        var words = $"No change on the action of {found.OwnerName}";
        var deed = Deed(DeedKind.ActionCarried, words, found.Id);
        deed.CarriedBefore = found.CarriedAtMeetingId;
        return await EndAsync(id, null, deed: found.CarryForward(id) ? deed : null);
    }

    /// <summary>
    /// One decision that agrees every action reported done under the item: those that the scribe was shown, and of these those
    /// that are still reported done (S1-3.3).
    /// </summary>
    public async Task<IActionResult> OnPostAgreeDoneAsync(Guid id, Guid[] agreed)
    {
        if (await BeginAsync(id, running: true) is { } stop)
        {
            return stop;
        }

        if (Person.Meeting.Status != MeetingStatus.Live)
        {
            return await EndAsync(id, "The meeting is not in progress.");
        }

        var shown = await db.Set<HubAction>()
            .VisibleTo(Person.Viewer, db)
            .Include(action => action.Updates)
            .Where(action => agreed.Contains(action.Id) && action.BodyId == Person.Meeting.BodyId)
            .ToListAsync();
        var done = shown.Where(action => action.ReportedDone is not null).ToList();
        if (done.Count == 0)
        {
            return await EndAsync(id, "None of these actions is still reported done.");
        }

        foreach (var action in done)
        {
            var report = action.ReportedDone!;
            action.TakeOff(
                ActionStatus.Resolved,
                $"Reported on {UkTime.Date(UkTime.DateOf(report.At))}, {report.InOneLine(action.OwnerName)}",
                id
            );
        }

        var words =
            done.Count == 1 ? "1 action agreed as done" : $"{done.Count} actions agreed as done";
        return await EndAsync(
            id,
            null,
            deed: Deed(DeedKind.ActionsTakenOff, words, [.. done.Select(action => action.Id)])
        );
    }

    /// <summary>Takes an action off the list, in one of the two ways, by this meeting's decision (S1-3.3; settled 5).</summary>
    public async Task<IActionResult> OnPostTakeOffAsync(
        Guid id,
        Guid action,
        ActionStatus way,
        string? because
    )
    {
        if (await BeginAsync(id, running: true) is { } stop)
        {
            return stop;
        }

        if (await ActionAsync(action) is not { } found)
        {
            return NotFound();
        }

        var problem =
            Person.Meeting.Status == MeetingStatus.Live
                ? found.TakeOff(way, (because ?? "").Trim(), id)
                : "Actions leave the list at a meeting, and this one is not in progress.";
        var words = $"{DisplayNames.Of(way)}: the action of {found.OwnerName}";
        return await EndAsync(id, problem, deed: Deed(DeedKind.ActionsTakenOff, words, found.Id));
    }

    private Task<HubAction?> ActionAsync(Guid actionId) =>
        db.Set<HubAction>()
            .VisibleTo(Person.Viewer, db)
            .SingleOrDefaultAsync(action =>
                action.Id == actionId && action.BodyId == Person.Meeting.BodyId
            );
}
