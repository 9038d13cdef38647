using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Actions;

/// <summary>What becomes of an action that was given to an agency in its absence.</summary>
public sealed partial class ActionUseCases
{
    /// <summary>
    /// The owner's answer: it takes the action on, or asks for it to be given elsewhere and says why. Someone who does not act for
    /// the owner takes down its word and says whose (settled 16).
    /// </summary>
    /// <param name="action">An action that the viewer may see and report on.</param>
    /// <param name="accepts">Whether the owner takes it on.</param>
    /// <param name="form">The reason and whose word it is.</param>
    /// <param name="viewer">Who writes it down.</param>
    /// <param name="now">Now, in UTC.</param>
    /// <returns>What is missing, in words, or nothing.</returns>
    public static string? Answer(
        HubAction action,
        bool accepts,
        AcceptanceForm form,
        HubViewer viewer,
        DateTime now
    )
    {
        var today = UkTime.DateOf(now);
        if (
            IsAnothersWord(action, form.Received, viewer)
            && form.Received.Problem(action.OwnerName, today) is { } missing
        )
        {
            return missing.Words;
        }

        return action.Answer(
            accepts,
            form.Because.Trim(),
            viewer.Name,
            form.Received.Kept(today),
            now
        );
    }

    /// <summary>
    /// Gives an action to another member, by whoever runs the hub. One that is in the meeting at this moment has it; any other
    /// is asked to accept.
    /// </summary>
    /// <returns>What stands in the way, in words, or nothing.</returns>
    public async Task<string?> GiveAsync(HubAction action, Guid? membershipId, DateTime now)
    {
        var today = UkTime.DateOf(now);
        var owner = await db.Set<HubMembership>()
            .SingleOrDefaultAsync(member =>
                member.Id == membershipId && member.BodyId == action.BodyId
            );
        if (owner is null || owner.LeftOn < today)
        {
            return "Choose a current member of this hub.";
        }

        var live = await db.Set<HubMeeting>()
            .Where(meeting => meeting.BodyId == action.BodyId)
            .Where(meeting => meeting.Status == MeetingStatus.Live)
            .Select(meeting => (Guid?)meeting.Id)
            .FirstOrDefaultAsync();
        return action.GiveTo(
            owner.Id,
            owner.Name,
            live is { } id && await IsHereAsync(id, owner.Id)
        );
    }

    private Task<bool> IsHereAsync(Guid meetingId, Guid membershipId, bool orWasHere = false) =>
        db.Set<AttendanceEntry>()
            .AnyAsync(entry =>
                entry.MeetingId == meetingId
                && entry.MembershipId == membershipId
                && entry.State == AttendanceState.Present
                && (orWasHere || entry.LeftAt == null)
            );

    private static bool IsAnothersWord(HubAction action, Received received, HubViewer viewer) =>
        !viewer.MembershipIds.Contains(action.OwnerMembershipId) || received.From.Trim().Length > 0;
}
