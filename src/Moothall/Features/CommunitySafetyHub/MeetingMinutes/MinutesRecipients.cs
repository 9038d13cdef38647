using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Someone who gets the minutes of a meeting (settled 10).</summary>
/// <param name="UserId">The account; nothing for an invitee without one.</param>
/// <param name="EntryId">The invitee's line in the register; nothing for a representative.</param>
/// <param name="Name">The person.</param>
/// <param name="OrganisationName">The membership or agency they act for.</param>
public sealed record MinutesRecipient(
    Guid? UserId,
    Guid? EntryId,
    string Name,
    string OrganisationName
)
{
    /// <summary>An invitee gets their own items only.</summary>
    public bool IsInvitee => EntryId is not null;
}

/// <summary>Finds who gets the minutes: recipients come from membership and register, never typed.</summary>
public static class MinutesRecipients
{
    /// <summary>Representatives today of members whose protocol is current, then invitees who were there, each person once.</summary>
    public static async Task<IReadOnlyList<MinutesRecipient>> ForAsync(
        MoothallDb db,
        Guid meetingId,
        DateOnly today,
        CancellationToken cancel = default
    )
    {
        var bodyId = await db.Set<HubMeeting>()
            .Where(meeting => meeting.Id == meetingId)
            .Select(meeting => meeting.BodyId)
            .SingleAsync(cancel);
        var members = await db.Set<HubMembership>()
            .AsNoTracking()
            .Include(member => member.Representatives)
            .Where(member => member.BodyId == bodyId)
            .OrderBy(member => member.Order)
            .ThenBy(member => member.Id)
            .ToListAsync(cancel);
        var acting = members
            .Where(member => member.ShutBecause(today) is null)
            .SelectMany(member =>
                member
                    .Representatives.Where(person =>
                        person.From <= today && (person.Until is null || person.Until >= today)
                    )
                    .OrderBy(person => person.IsDeputy)
                    .ThenBy(person => person.From)
                    .Select(person => (person.UserId, member.Name))
            )
            .DistinctBy(pair => pair.UserId)
            .ToList();
        var ids = acting.ConvertAll(pair => pair.UserId);
        var names = await db.PeopleLetIn()
            .Where(user => ids.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id, user => user.Name, cancel);
        var invitees = await Invitees(db, meetingId)
            .OrderBy(entry => entry.Name)
            .ThenBy(entry => entry.Id)
            .Select(entry => new MinutesRecipient(
                entry.UserId,
                entry.Id,
                entry.Name,
                entry.OrganisationName
            ))
            .ToListAsync(cancel);
        return
        [
            .. acting
                .Where(pair => names.ContainsKey(pair.UserId))
                .Select(pair => new MinutesRecipient(
                    pair.UserId,
                    null,
                    names[pair.UserId],
                    pair.Name
                )),
            .. invitees.Where(one => one.UserId is not { } id || !names.ContainsKey(id)),
        ];
    }

    /// <summary>Non-members who were there for items of their own; observers and interpreters get no minutes.</summary>
    public static IQueryable<AttendanceEntry> Invitees(MoothallDb db, Guid meetingId) =>
        db.Set<AttendanceEntry>()
            .Where(entry =>
                entry.MeetingId == meetingId
                && entry.MembershipId == null
                && entry.State == AttendanceState.Present
                && entry.Items.Count > 0
                && !AttendeeRights.WithoutPapers.Contains(entry.Kind)
            );
}
