using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>That a person was shown a record under one item of one meeting, so that a refresh makes no second entry (settled 18).</summary>
public sealed class LiveReading : Record, IUnaudited
{
    public required Guid MeetingId { get; init; }
    public required Guid ItemId { get; init; }
    public required Guid UserId { get; init; }
    public required string Kind { get; init; }
    public required Guid SubjectId { get; init; }
}

/// <summary>Counts the looks of a live meeting once a person, item and meeting.</summary>
public sealed class LiveReads(MoothallDb db, ReadNotes reads, AuditQueue audit, AuditActor actor)
{
    /// <summary>
    /// Enters in the audit what this screen shows for the first time, then remembers it; in this order, so that a fault
    /// leaves one entry too many and never one too few.
    /// </summary>
    public async Task SettleAsync(Guid meetingId, Guid itemId, Guid userId)
    {
        if (reads.Shown.Count == 0)
        {
            return;
        }

        var known = await db.Set<LiveReading>()
            .Where(one =>
                one.MeetingId == meetingId && one.ItemId == itemId && one.UserId == userId
            )
            .Select(one => new Subject(one.Kind, one.SubjectId))
            .ToListAsync();
        var fresh = reads.Shown.Except(known).ToList();
        reads.Clear();
        if (fresh.Count == 0)
        {
            return;
        }

        await audit.AppendAsync(
            AuditPayload.Of(AuditKind.Read, actor) with
            {
                Subjects = [.. fresh.OrderBy(one => one.Kind).ThenBy(one => one.Id)],
            }
        );
        db.AddRange(
            fresh.Select(one => new LiveReading
            {
                MeetingId = meetingId,
                ItemId = itemId,
                UserId = userId,
                Kind = one.Kind,
                SubjectId = one.Id,
            })
        );
        await db.SaveChangesAsync();
    }
}

internal sealed class LiveReadingMapping : IEntityTypeConfiguration<LiveReading>
{
    public void Configure(EntityTypeBuilder<LiveReading> builder) =>
        builder.HasIndex(one => new
        {
            one.MeetingId,
            one.ItemId,
            one.UserId,
        });
}
