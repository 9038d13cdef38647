using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>A file that belongs to a referral, seen by whoever sees the referral (settled 25).</summary>
public sealed class ReferralAttachment : Record, IPersonalRecord
{
    public required Guid ReferralId { get; init; }
    public required Guid FileId { get; init; }
    public StoredFile? File { get; init; }
    public required string AddedByName { get; init; }

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs => ("ReferralAttachment", Id);
}

internal sealed class ReferralAttachmentMapping : IEntityTypeConfiguration<ReferralAttachment>
{
    public void Configure(EntityTypeBuilder<ReferralAttachment> builder)
    {
        builder.HasIndex(attachment => attachment.ReferralId);
        builder
            .HasOne(attachment => attachment.File)
            .WithMany()
            .HasForeignKey(attachment => attachment.FileId);
        builder.HasOne<Referral>().WithMany().HasForeignKey(a => a.ReferralId);
    }
}
