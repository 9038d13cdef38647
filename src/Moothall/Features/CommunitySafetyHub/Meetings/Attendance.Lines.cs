using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>The lines of the register: found, or made for those who are expected.</summary>
public sealed partial class Attendance
{
    /// <summary>Puts someone on the register as expected.</summary>
    public void Expect(HubMeeting meeting, AttendanceEntry entry)
    {
        meeting.Register.Add(entry);
        db.Add(entry);
    }

    /// <summary>
    /// The line of the register that a key of <see cref="RegisterRow"/> stands for, made now where it has none yet; nothing
    /// where it belongs to no such person.
    /// </summary>
    public async Task<AttendanceEntry?> EntryAsync(HubMeeting meeting, string? key)
    {
        if (Guid.TryParse(key, out var id))
        {
            return meeting.Register.SingleOrDefault(entry => entry.Id == id);
        }

        if (meeting.ChairId is { } chair && key == RegisterRow.OfChair(chair))
        {
            return await ExpectChairAsync(meeting, chair);
        }

        return
            key?.Split(':') is [var member, var user]
            && Guid.TryParse(member, out var membershipId)
            && Guid.TryParse(user, out var userId)
            ? await ExpectAsync(meeting, membershipId, userId)
            : null;
    }

    private async Task<AttendanceEntry?> ExpectChairAsync(HubMeeting meeting, Guid chair)
    {
        if (meeting.Register.Find(entry => entry.UserId == chair) is { } known)
        {
            return known;
        }

        var account = await db.Set<User>()
            .Where(user => user.Id == chair && user.LeftAt == null)
            .Select(user => new
            {
                user.Name,
                Agency = db.Set<Organisation>()
                    .Where(one => one.Id == user.OrganisationId)
                    .Select(one => one.Name)
                    .FirstOrDefault(),
            })
            .SingleOrDefaultAsync();
        if (account is null)
        {
            return null;
        }

        var entry = new AttendanceEntry
        {
            MeetingId = meeting.Id,
            UserId = chair,
            Name = account.Name,
            OrganisationName = account.Agency ?? "",
            Kind = AttendeeKind.Chair,
        };
        Expect(meeting, entry);
        return entry;
    }

    /// <summary>Puts a representative or deputy of a member on the register as expected, or finds their line; nothing where they do not act for it.</summary>
    public async Task<AttendanceEntry?> ExpectAsync(
        HubMeeting meeting,
        Guid membershipId,
        Guid userId
    )
    {
        var known = meeting.Register.FirstOrDefault(entry =>
            entry.MembershipId == membershipId && entry.UserId == userId
        );
        if (known is not null)
        {
            return known;
        }

        var day = UkTime.DateOf(meeting.StartsAt);
        var person = await db.Set<HubMembership>()
            .Where(member => member.Id == membershipId && member.BodyId == meeting.BodyId)
            .SelectMany(
                member =>
                    member
                        .Representatives.Where(one => one.UserId == userId)
                        .Where(one => one.From <= day && (one.Until == null || one.Until >= day)),
                (member, one) => new { Member = member.Name, one.IsDeputy }
            )
            .Join(
                db.Set<User>().Where(user => user.Id == userId && user.LeftAt == null),
                _ => userId,
                user => user.Id,
                (one, user) =>
                    new
                    {
                        one.Member,
                        one.IsDeputy,
                        user.Name,
                    }
            )
            .OrderBy(one => one.IsDeputy)
            .FirstOrDefaultAsync();
        if (person is null)
        {
            return null;
        }

        var entry = new AttendanceEntry
        {
            MeetingId = meeting.Id,
            MembershipId = membershipId,
            UserId = userId,
            Name = person.Name,
            OrganisationName = person.Member,
            Kind = person.IsDeputy ? AttendeeKind.Deputy : AttendeeKind.Representative,
        };
        Expect(meeting, entry);
        return entry;
    }
}
