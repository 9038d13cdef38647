using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.PaperCopies;

/// <summary>Who may be given a numbered copy, and what must come back (S1-7.2b, S1-7.2c, S1-7.2g).</summary>
public static class PaperIssue
{
    /// <summary>May this person of the register have a paper copy?</summary>
    /// <param name="entry">Their line of the register.</param>
    /// <param name="signed">Whether they signed this meeting's agreement.</param>
    /// <param name="shut">Why the member they act for is shut today, or nothing.</param>
    public static Verdict MayHave(AttendanceEntry entry, bool signed, string? shut)
    {
        var rights = AttendeeRights.Papers(entry.Kind);
        return !rights.Allowed ? rights
            : shut is not null ? Verdict.No(shut)
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
