using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>A signature of the Community Safety Team under the exact text (S1-7.2j).</summary>
public sealed class MinutesSignature : Record
{
    public required Guid MinutesId { get; init; }
    public required Guid UserId { get; init; }
    public required string Name { get; init; }
    public required DateTime SignedAt { get; init; }

    /// <summary>SHA-256 of the canonical text that was signed; a signature under another text is void.</summary>
    public required string TextHash { get; init; }

    /// <summary>When an edit voided it, and whose edit that was.</summary>
    public DateTime? VoidedAt { get; private set; }
    public string VoidedByName { get; private set; } = "";

    /// <summary>An edit takes the signature away for good.</summary>
    public void Void(string byName, DateTime now) => (VoidedAt, VoidedByName) = (now, byName);
}

/// <summary>A person's acknowledgement that they read the minutes and answer for their copy (S1-5.2, S1-7.1e).</summary>
public sealed class MinutesReading : Record
{
    public required Guid MinutesId { get; init; }
    public required Guid UserId { get; init; }
    public required string Name { get; init; }
    public required DateTime AcknowledgedAt { get; init; }
}

internal sealed class MinutesMapping
    : IEntityTypeConfiguration<Minutes>,
        IEntityTypeConfiguration<MinutesSection>,
        IEntityTypeConfiguration<MinutesReading>,
        IEntityTypeConfiguration<NameAccepted>
{
    public void Configure(EntityTypeBuilder<Minutes> builder)
    {
        builder.HasIndex(minutes => minutes.MeetingId).IsUnique();
        builder.Ignore(minutes => minutes.Content);
        builder.Ignore(minutes => minutes.CurrentHash);
        builder.Ignore(minutes => minutes.Standing);
        builder.Ignore(minutes => minutes.Voided);
        builder
            .HasMany(minutes => minutes.Sections)
            .WithOne()
            .HasForeignKey(section => section.MinutesId);
        builder
            .HasMany(minutes => minutes.Signatures)
            .WithOne()
            .HasForeignKey(signature => signature.MinutesId);
        builder
            .HasMany(minutes => minutes.Readings)
            .WithOne()
            .HasForeignKey(reading => reading.MinutesId);
    }

    public void Configure(EntityTypeBuilder<MinutesSection> builder) =>
        builder.HasIndex(section => new { section.MinutesId, section.Order }).IsUnique();

    public void Configure(EntityTypeBuilder<MinutesReading> builder) =>
        builder.HasIndex(reading => new { reading.MinutesId, reading.UserId }).IsUnique();

    public void Configure(EntityTypeBuilder<NameAccepted> builder) =>
        builder.HasIndex(accepted => accepted.MinutesId);
}
