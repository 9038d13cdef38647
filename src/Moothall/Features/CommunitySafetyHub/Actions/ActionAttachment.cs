using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.Actions;

/// <summary>A file that came with an agency's news of an action, seen by whoever sees the action (settled 25).</summary>
public sealed class ActionAttachment : Record, IPersonalRecord
{
    public required Guid ActionId { get; init; }
    public required Guid FileId { get; init; }
    public StoredFile? File { get; init; }
    public required string AddedByName { get; init; }

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs => ("Action", ActionId);
}

internal sealed class ActionAttachmentMapping : IEntityTypeConfiguration<ActionAttachment>
{
    public void Configure(EntityTypeBuilder<ActionAttachment> builder)
    {
        builder.HasIndex(attachment => attachment.ActionId);
        builder
            .HasOne(attachment => attachment.File)
            .WithMany()
            .HasForeignKey(attachment => attachment.FileId);
        builder.HasOne<HubAction>().WithMany().HasForeignKey(a => a.ActionId);
    }
}
