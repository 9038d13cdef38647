using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Platform;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.PaperCopies;

/// <summary>Who may be given a numbered copy, and what must come back (S1-7.2b, S1-7.2c, S1-7.2g).</summary>
public static class PaperIssue
{
    /// <summary>May this person of the register have a paper copy?</summary>
    /// <param name="kind">What the copy is of.</param>
    /// <param name="entry">Their line of the register.</param>
    /// <param name="member">The member they act for, with those who act for it; nothing for a guest.</param>
    /// <param name="signed">Whether they signed this meeting's agreement.</param>
    /// <param name="today">Today in London.</param>
    public static Verdict MayHave(
        PaperKind kind,
        AttendanceEntry entry,
        HubMembership? member,
        bool signed,
        DateOnly today
    )
    {
        var rights = AttendeeRights.Papers(entry.Kind);
        var team = entry.Kind is AttendeeKind.Team or AttendeeKind.Chair;
        return !rights.Allowed ? rights
            : member?.ShutBecause(today, entry.UserId, entry.Name) is { } shut ? Verdict.No(shut)
            : kind == PaperKind.Minutes && !team && member is not { SeesCases: true }
                ? Verdict.No(
                    $"Minutes go to members who see named cases, and {entry.Name} does not act for one."
                )
            : !signed
                ? Verdict.No(
                    $"{entry.Name} has not signed the confidentiality agreement for this meeting."
                )
            : Verdict.Yes($"{entry.Name} has signed.");
    }

    /// <summary>What is still out, in one sentence for the room check; nothing where every copy is back.</summary>
    public static string? StillOut(IEnumerable<PaperCopy> copies)
    {
        var numbers = copies
            .Where(copy => copy.State == PaperState.Out)
            .OrderBy(copy => copy.Number)
            .Select(copy => $"{copy.Number} ({copy.HolderName})")
            .ToList();
        return numbers.Count switch
        {
            0 => null,
            1 => $"Paper copy {numbers[0]} is still out.",
            _ => $"{numbers.Count} paper copies are still out: {string.Join(", ", numbers)}.",
        };
    }

    /// <summary>The number of the next copy of a meeting.</summary>
    public static async Task<int> NextNumberAsync(
        MoothallDb db,
        Guid meetingId,
        CancellationToken cancel = default
    ) =>
        1
        + (
            await db.Set<PaperCopy>()
                .Where(copy => copy.MeetingId == meetingId)
                .MaxAsync(copy => (int?)copy.Number, cancel)
            ?? 0
        );

    /// <summary>The copies of a meeting, in their order.</summary>
    public static Task<List<PaperCopy>> OfAsync(
        MoothallDb db,
        Guid meetingId,
        CancellationToken cancel = default
    ) =>
        db.Set<PaperCopy>()
            .Where(copy => copy.MeetingId == meetingId)
            .OrderBy(copy => copy.Number)
            .ToListAsync(cancel);
}
