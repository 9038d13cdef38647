using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Where the minutes are on their way to the members.</summary>
public enum MinutesStatus
{
    [Display(Name = "Draft")]
    Draft,

    [Display(Name = "One signature")]
    SignedOnce,

    [Display(Name = "Released")]
    Released,
}

/// <summary>The record of a meeting. It exists when the meeting ends; released, it is frozen (settled 11).</summary>
public sealed class Minutes : Record
{
    public required Guid MeetingId { get; init; }
    public required DateTime CreatedAt { get; init; }
    public MinutesStatus Status { get; set; } = MinutesStatus.Draft;

    /// <summary>The canonical text and its hash as signed; nothing before the second signature.</summary>
    public string SignedText { get; set; } = "";
    public string SignedHash { get; set; } = "";
    public DateTime? ReleasedAt { get; set; }

    public List<MinutesSection> Sections { get; } = [];
    public List<MinutesSignature> Signatures { get; } = [];
    public List<MinutesReading> Readings { get; } = [];
}

/// <summary>A part of the minutes: the register, an item, the closing statement. Restriction to some readers is by item.</summary>
public sealed class MinutesSection : Record, IPersonalRecord
{
    public required Guid MinutesId { get; init; }
    public required int Order { get; init; }
    public required string Heading { get; set; }
    public required string Text { get; set; }

    /// <summary>The agenda item it records, if any; who may not see the item does not get the section (settled 10).</summary>
    public Guid? ItemId { get; init; }

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs => ("Minutes", MinutesId);
}

/// <summary>A known name in the text that was left in, and why (settled 12).</summary>
public sealed class NameAccepted : Record
{
    public required Guid MinutesId { get; init; }
    public required string Word { get; init; }
    public required string Why { get; init; }
    public required string ByName { get; init; }
}

/// <summary>A signature of the Community Safety Team under the exact text (S1-7.2j).</summary>
public sealed class MinutesSignature : Record
{
    public required Guid MinutesId { get; init; }
    public required Guid UserId { get; init; }
    public required string Name { get; init; }
    public required DateTime SignedAt { get; init; }

    /// <summary>SHA-256 of the canonical text that was signed; a signature under another text is void.</summary>
    public required string TextHash { get; init; }
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
        IEntityTypeConfiguration<MinutesReading>
{
    public void Configure(EntityTypeBuilder<Minutes> builder)
    {
        builder.HasIndex(minutes => minutes.MeetingId).IsUnique();
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

    public void Configure(EntityTypeBuilder<MinutesReading> builder) =>
        builder.HasIndex(reading => new { reading.MinutesId, reading.UserId }).IsUnique();
}
