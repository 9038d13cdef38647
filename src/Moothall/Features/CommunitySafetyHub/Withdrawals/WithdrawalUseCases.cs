using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Settings;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Email;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Withdrawals;

/// <summary>A withdrawal that was made, or why it was not.</summary>
public sealed record WithdrawalResult(Withdrawal? Made, string? Problem);

/// <summary>
/// Shuts everything to a member, or to one who acts for it, from this instant: what each page shows is decided at its request,
/// so that nothing has to be found and closed one by one (S1-4.2).
/// </summary>
public sealed class WithdrawalUseCases(MoothallDb db, Notices notices)
{
    /// <summary>Withdraws a member, or one person who acts for it, and has open screens of the meeting look again.</summary>
    /// <param name="membershipId">The member.</param>
    /// <param name="userId">The person; nothing for the whole member.</param>
    /// <param name="why">Why, as the record keeps it.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="now">Now, in UTC.</param>
    public async Task<WithdrawalResult> WithdrawAsync(
        Guid membershipId,
        Guid? userId,
        string why,
        HubViewer by,
        DateTime now
    )
    {
        var member = await db.Set<HubMembership>()
            .Include(one => one.Representatives)
            .SingleAsync(one => one.Id == membershipId);
        var acting = Acting(member, UkTime.DateOf(now));
        if (userId is null && member.WithdrawnAt is not null)
        {
            return new(null, $"{member.Name} is withdrawn already.");
        }

        if (userId is { } one && acting.TrueForAll(person => person.UserId != one))
        {
            return new(null, $"That person does not act for {member.Name} today.");
        }

        if (userId == by.UserId)
        {
            return new(null, "Somebody else of the team withdraws you.");
        }

        var people = acting.FindAll(person => userId is null || person.UserId == userId);
        var users = people.ConvertAll(person => person.UserId);
        var accounts = await db.Set<User>()
            .Include(user => user.Grants)
            .Where(user => users.Contains(user.Id))
            .ToListAsync();
        if (
            userId is not null
            && StillOpen.Roles(accounts[0], UkTime.DateOf(now)) is { Length: > 0 } roles
        )
        {
            return new(
                null,
                $"{accounts[0].Name} is {roles}, which opens everything again. An administrator ends that role first, under People."
            );
        }

        var made = new Withdrawal
        {
            MembershipId = member.Id,
            MemberName = member.Name,
            UserId = userId,
            PersonName = accounts.Find(user => user.Id == userId)?.Name ?? "",
            Why = why,
            At = now,
            ByName = by.Name,
            UntilBefore = userId is null ? null : people[0].Until,
        };
        db.Add(made);
        if (userId is null)
        {
            member.WithdrawnAt = now;
        }
        else
        {
            // Days of acting are whole days: yesterday was the last whole one, so that today is shut from this instant.
            people.ForEach(person => person.Until = UkTime.DateOf(now).AddDays(-1));
        }

        var telephone = await db.Set<PartnershipSettings>()
            .Select(settings => settings.TeamTelephone)
            .SingleAsync();
        accounts.ForEach(account => notices.WriteRecall(account, telephone));

        await LeaveAsync(member, userId, now);
        return new(made, null);
    }

    /// <summary>Undoes a withdrawal: made by mistake, or they are back in the protocol.</summary>
    /// <returns>What is wrong, in words, or nothing.</returns>
    public async Task<string?> UndoAsync(Withdrawal withdrawal, string byName, DateTime now)
    {
        if (withdrawal.UndoneAt is not null)
        {
            return "This withdrawal was undone already.";
        }

        var member = await db.Set<HubMembership>()
            .Include(one => one.Representatives)
            .SingleAsync(one => one.Id == withdrawal.MembershipId);
        if (withdrawal.UserId is { } userId)
        {
            var last = UkTime.DateOf(withdrawal.At).AddDays(-1);
            member
                .Representatives.FindAll(one => one.UserId == userId && one.Until == last)
                .ForEach(one => one.Until = withdrawal.UntilBefore);
        }
        else
        {
            member.WithdrawnAt = null;
        }

        (withdrawal.UndoneAt, withdrawal.UndoneByName) = (now, byName);
        return null;
    }

    /// <summary>Those who act for a member on a day.</summary>
    public static List<Representative> Acting(HubMembership member, DateOnly day) =>
        member.Representatives.FindAll(person => person.ActsOn(day));

    // They leave the meeting that runs, with the time, and every open screen of it looks again.
    private async Task LeaveAsync(HubMembership member, Guid? userId, DateTime now)
    {
        var live = await db.Set<HubMeeting>()
            .Include(meeting => meeting.Register)
            .Where(meeting =>
                meeting.BodyId == member.BodyId && meeting.Status == MeetingStatus.Live
            )
            .ToListAsync();
        foreach (var meeting in live)
        {
            foreach (
                var entry in meeting.Register.Where(entry =>
                    entry.IsHere
                    && entry.MembershipId == member.Id
                    && (userId is null || entry.UserId == userId)
                )
            )
            {
                (entry.LeftAt, entry.WaitsItemId) = (now, null);
            }

            await db.BeatAsync(meeting.Id);
        }
    }
}
