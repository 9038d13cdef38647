using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Actions;

/// <summary>An action that was recorded, or why it was not.</summary>
public sealed record RecordedAction(HubAction? Action, string? Problem);

/// <summary>Records actions at a meeting and what is reported on them. The caller saves.</summary>
public sealed partial class ActionUseCases(MoothallDb db)
{
    /// <summary>The default due date of an action agreed at a meeting: the day of the next hub (S1-5.5).</summary>
    public async Task<DueDecision> DueAfterAsync(HubMeeting meeting)
    {
        var planned = await db.Set<HubMeeting>()
            .Where(other => other.BodyId == meeting.BodyId && other.StartsAt > meeting.StartsAt)
            .Select(other => new PlannedMeeting(
                other.Id,
                other.StartsAt,
                other.CutOffAt,
                other.Status == MeetingStatus.Cancelled
            ))
            .ToListAsync();
        return ActionDue.Default(meeting.StartsAt, planned);
    }

    /// <summary>Gives an action to a member, under an item where there is one (S1-6.2).</summary>
    public async Task<RecordedAction> RecordAsync(
        HubMeeting meeting,
        AgendaItem? item,
        ActionForm form,
        DateTime now,
        bool onPaper = false
    )
    {
        var today = UkTime.DateOf(now);
        if (meeting.Status != MeetingStatus.Live && !onPaper)
        {
            return new(null, "Actions are agreed at a meeting, and this one is not in progress.");
        }

        var owner = await db.Set<HubMembership>()
            .Include(member => member.Representatives)
            .SingleOrDefaultAsync(member =>
                member.Id == form.OwnerMembershipId && member.BodyId == meeting.BodyId
            );
        if (owner is null || owner.LeftOn < today)
        {
            return new(null, "The owner must be a current member of this hub.");
        }

        if (
            form.OwnerUserId is { } person
            && !owner.Representatives.Any(one =>
                one.UserId == person && (one.Until is null || one.Until >= today)
            )
        )
        {
            return new(null, $"The person must be one who acts for {owner.Name}.");
        }

        var given = DueWords.Read(form.Due, today);
        if (given.Problem is not null)
        {
            return new(null, given.Problem);
        }

        var byDefault = await DueAfterAsync(meeting);
        if (given.Date is null && byDefault.DueUtc is null)
        {
            return new(null, byDefault.Reason);
        }

        var due = given.Date ?? UkTime.DateOf(byDefault.DueUtc!.Value);
        if (due < UkTime.DateOf(meeting.StartsAt))
        {
            return new(null, "An action cannot be due before the meeting that agrees it.");
        }

        var action = new HubAction
        {
            BodyId = meeting.BodyId,
            CaseId = item?.CaseId,
            MeetingId = meeting.Id,
            ItemId = item?.Id,
            Text = form.Text,
            OwnerMembershipId = owner.Id,
            OwnerName = owner.Name,
            OwnerUserId = form.OwnerUserId,
            Due = due,
            AgreedAt = now,
        };
        action.GiveToOwner(await IsHereAsync(meeting.Id, owner.Id, orWasHere: onPaper));
        db.Add(action);
        return new(action, null);
    }

    /// <summary>The account of an action's named person, to be told of it.</summary>
    public Task<User?> OwnerAsync(HubAction action) =>
        db.Set<User>().SingleOrDefaultAsync(user => user.Id == action.OwnerUserId);

    /// <summary>
    /// Adds a report: the owner's own, or their word taken down by someone else, who then says from whom it came, how and when
    /// (settled 16). It takes nothing off the list: also what is reported done stays until a meeting decides (S1-3.3).
    /// </summary>
    /// <param name="action">An action that the viewer may see and report on.</param>
    /// <param name="form">What is reported; <see cref="UpdateForm.Received"/> says whose word it is.</param>
    /// <param name="viewer">Who writes it down.</param>
    /// <param name="now">Now, in UTC.</param>
    /// <returns>What is missing, in words, or nothing.</returns>
    public string? Report(HubAction action, UpdateForm form, HubViewer viewer, DateTime now)
    {
        var today = UkTime.DateOf(now);
        if (action.Status != ActionStatus.Open)
        {
            return "This action is off the list, so nothing more is reported on it.";
        }

        if (form.Progress is not { } progress)
        {
            return "Choose how far it is.";
        }

        if (progress != ReportedProgress.NoChange && string.IsNullOrWhiteSpace(form.Text))
        {
            return progress == ReportedProgress.CannotBeDone
                ? "Say why it cannot be done."
                : "Say what was done.";
        }

        // A report for another is always said to be one (settled 16).
        if (IsAnothersWord(action, form.Received, viewer))
        {
            if (form.Received.Problem(action.OwnerName, today) is { } missing)
            {
                return missing.Words;
            }
        }

        var update = new ActionUpdate
        {
            ActionId = action.Id,
            At = now,
            ByUserId = viewer.UserId,
            ByName = viewer.Name,
            Progress = progress,
            Text = form.Text,
            Evidence = form.Evidence,
            Received = form.Received.Kept(today),
        };
        db.Add(update);
        // Who works on it, or says that nothing changed, has taken it on.
        if (
            action.Acceptance.State == AcceptanceState.Awaited
            && progress != ReportedProgress.CannotBeDone
        )
        {
            action.Answer(accepts: true, "", viewer.Name, update.Received, now);
        }

        return null;
    }
}
