using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>Who on the register stays for part B, where people are named (settled 3).</summary>
public static class PartBHearers
{
    /// <summary>Finds them among the lines of a meeting whose register is loaded.</summary>
    public static async Task<IReadOnlySet<AttendanceEntry>> OfAsync(
        MoothallDb db,
        HubMeeting meeting,
        CancellationToken cancel = default
    )
    {
        var seeing = await db.Set<HubMembership>()
            .Where(member => member.BodyId == meeting.BodyId && member.SeesCases)
            .Select(member => member.Id)
            .ToListAsync(cancel);
        var partB = await db.Set<AgendaItem>()
            .Where(item => item.MeetingId == meeting.Id && item.Part == AgendaPart.B)
            .Select(item => item.Id)
            .ToListAsync(cancel);
        return Of(meeting, seeing.ToHashSet(), partB.ToHashSet());
    }

    /// <summary>Ends the presence of all others: part B begins.</summary>
    public static async Task OthersLeaveAsync(MoothallDb db, HubMeeting meeting, DateTime now)
    {
        var staying = await OfAsync(db, meeting);
        foreach (
            var entry in meeting.Register.Where(entry => entry.IsHere && !staying.Contains(entry))
        )
        {
            entry.LeftAt = now;
        }
    }

    /// <summary>
    /// The team, the chair, those who act for a member that sees cases, those invited for an item of part B, and whoever
    /// interprets for one of them.
    /// </summary>
    public static IReadOnlySet<AttendanceEntry> Of(
        HubMeeting meeting,
        IReadOnlySet<Guid> membersSeeingCases,
        IReadOnlySet<Guid> itemsOfPartB
    )
    {
        var own = meeting
            .Register.Where(entry =>
                entry.Kind is AttendeeKind.Team or AttendeeKind.Chair
                || (entry.UserId is not null && entry.UserId == meeting.ChairId)
                || (entry.MembershipId is { } member && membersSeeingCases.Contains(member))
                || entry.Items.Any(invited => itemsOfPartB.Contains(invited.ItemId))
            )
            .ToHashSet();
        var ids = own.Select(entry => entry.Id).ToHashSet();
        return meeting
            .Register.Where(entry =>
                own.Contains(entry) || (entry.InterpretsForId is { } one && ids.Contains(one))
            )
            .ToHashSet();
    }
}
