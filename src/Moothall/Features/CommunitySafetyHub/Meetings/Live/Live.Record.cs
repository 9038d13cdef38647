using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Email;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>What is written down while an item is discussed.</summary>
public sealed partial class LiveModel
{
    /// <summary>Records what an agency shares, as theirs; for another agency with who told it (S1-5.3; settled 16).</summary>
    public async Task<IActionResult> OnPostShareAsync(Guid id, Guid item, ShareForm share)
    {
        Share = share;
        if (await BeginAsync(id, running: false) is { } stop)
        {
            return stop;
        }

        if (await ItemAsync(item) is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await WrongAsync(id, null);
        }

        var (shared, problem) = await SharedAsync(item, share);
        if (shared is not null)
        {
            db.Add(shared);
        }

        return await EndAsync(id, problem);
    }

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

        if (!ModelState.IsValid)
        {
            return await WrongAsync(id, null);
        }

        var recorded = await actions.RecordAsync(Person.Meeting, found, act, Now);
        if (recorded.Action is { } action && await actions.OwnerAsync(action) is { } owner)
        {
            notices.Write(owner, NoticeAbout.ActionGiven, $"/Actions/{action.Id}");
        }

        return await EndAsync(id, recorded.Problem);
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

        found.CarryForward(id);
        return await EndAsync(id, null);
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
        return await EndAsync(id, problem);
    }

    private Task<HubAction?> ActionAsync(Guid actionId) =>
        db.Set<HubAction>()
            .VisibleTo(Person.Viewer, db)
            .SingleOrDefaultAsync(action =>
                action.Id == actionId && action.BodyId == Person.Meeting.BodyId
            );

    private async Task<(SharedInformation? Shared, string? Problem)> SharedAsync(
        Guid itemId,
        ShareForm share
    )
    {
        if (Person.Meeting.Status != MeetingStatus.Live)
        {
            return (null, "The meeting is not in progress.");
        }

        var own = Person.Members.Select(member => member.MembershipId).ToList();
        var chosen = share.ForMembershipId ?? own.Cast<Guid?>().FirstOrDefault();
        var member = await db.Set<HubMembership>()
            .SingleOrDefaultAsync(one => one.Id == chosen && one.BodyId == Person.Meeting.BodyId);
        var isOwn = chosen is null || own.Contains(chosen.Value);
        if (!isOwn && (member is null || !Person.Runs))
        {
            return (null, "Choose an agency you speak for.");
        }

        // Nobody is made to have said something: who wrote it down for them says from whom it came (settled 16).
        if (!isOwn && string.IsNullOrWhiteSpace(share.ReceivedFrom))
        {
            return (null, $"Say who at {member!.Name} told you, and how.");
        }

        return (
            new()
            {
                ItemId = itemId,
                OrganisationId = member is null
                    ? Person.Viewer.OrganisationId
                    : member.OrganisationId,
                OrganisationName = member?.Name ?? Agency,
                RecordedByName = Person.Viewer.Name,
                At = Now,
                Text = share.Text,
                Handling = share.Handling,
                Received = isOwn ? new() : new() { From = share.ReceivedFrom.Trim() },
            },
            null
        );
    }

    private string Agency =>
        Person.Entries.Select(entry => entry.OrganisationName).FirstOrDefault() ?? "";
}
