using Moothall.Platform;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>What one copy holds at the moment it leaves.</summary>
/// <param name="Paper">The document, marked with whose copy it is.</param>
/// <param name="FileName">Its neutral name (settled 13).</param>
/// <param name="DatedOn">The day that the file in the archive bears.</param>
/// <param name="About">Actions and cases it tells of, written down with the attempt; none where the paper is frozen elsewhere.</param>
public sealed record CopyContent(
    Paper Paper,
    string FileName,
    DateOnly DatedOn,
    IReadOnlyList<(Guid? ActionId, Guid? CaseId)> About
);

/// <summary>
/// What copies are made of: released minutes, or the sheet of an agency. Asked anew at every sending, because access counts at the
/// moment something leaves (settled 23).
/// </summary>
public interface ICopySource
{
    /// <summary>Whether a copy is of this kind of paper.</summary>
    bool Holds(CirculationCopy copy);

    /// <summary>Whether the paper may go out at all now.</summary>
    Task<Verdict> GateAsync(CirculationCopy copy, CancellationToken cancel);

    /// <summary>The copy's recipient on today's list; nothing for someone who no longer is on it.</summary>
    Task<RecipientLine?> TodayAsync(CirculationCopy copy, CancellationToken cancel);

    /// <summary>What the recipient may have now.</summary>
    Task<CopyContent> WriteAsync(CirculationCopy copy, CancellationToken cancel);

    /// <summary>The paper as the audit names it: its words, kind and row.</summary>
    (string Words, string Kind, Guid Id) Told(CirculationCopy copy);
}
