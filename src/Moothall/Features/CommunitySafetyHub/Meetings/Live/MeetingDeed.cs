using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>What can be taken back while the meeting goes on.</summary>
public enum DeedKind
{
    ItemEnded,
    ActionRecorded,
    ActionCarried,
    ActionsTakenOff,
    Shared,

    /// <summary>Something of the meeting was written up from paper. It is not undone, and nothing before it is.</summary>
    WrittenUp,
}

/// <summary>
/// Something that someone did in a live meeting, with what it takes to undo it: the live meeting has undo instead of check
/// pages. It holds identifiers and no words of a case; the audit has the rest.
/// </summary>
public sealed class MeetingDeed : Record
{
    public required Guid MeetingId { get; init; }
    public required Guid ByUserId { get; init; }
    public required DateTime At { get; init; }
    public required DeedKind Kind { get; init; }

    /// <summary>What was done, in a few words without names, for example "Item 4 ended".</summary>
    public required string Words { get; init; }

    /// <summary>The item, actions or shared text it was done to.</summary>
    public required List<Guid> Records { get; init; }

    /// <summary>The item the meeting moved on to by it.</summary>
    public Guid? LedTo { get; set; }

    /// <summary>How the item's case stood before.</summary>
    public CaseStatus? CaseWas { get; set; }

    /// <summary>Whether the case was recommended to leave the hub before.</summary>
    public bool RemovalWasRecommended { get; set; }

    /// <summary>The meeting that had carried the action forward before.</summary>
    public Guid? CarriedBefore { get; set; }
    public DateTime? UndoneAt { get; set; }
}

internal sealed class MeetingDeedMapping : IEntityTypeConfiguration<MeetingDeed>
{
    public void Configure(EntityTypeBuilder<MeetingDeed> builder)
    {
        builder.HasOne<HubMeeting>().WithMany().HasForeignKey(deed => deed.MeetingId);
        builder.HasIndex(deed => new { deed.MeetingId, deed.ByUserId });
    }
}
