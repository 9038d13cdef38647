using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Moothall.Platform.Audit;

/// <summary>A link of the chain: a commitment to a payload, and the hash of the link before. It tells nothing by itself and is never deleted.</summary>
public sealed class AuditEntry
{
    /// <summary>Position in the chain, from 1 without gaps.</summary>
    public long Sequence { get; init; }

    /// <summary>SHA-256 of salt and payload.</summary>
    public required byte[] Commitment { get; init; }

    /// <summary>SHA-256 of the link before, this position and this commitment.</summary>
    public required byte[] Hash { get; init; }
}

/// <summary>Who, when, why and what changed. Disposal deletes this row; the chain still verifies (settled 17).</summary>
public sealed class AuditContent
{
    /// <summary>The link that this belongs to.</summary>
    public long Sequence { get; init; }

    /// <summary>Random bytes, so that a short payload cannot be guessed from its commitment.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>When, in UTC, to search by; also inside the payload, which the chain protects.</summary>
    public required DateTime At { get; init; }

    /// <summary>Change, read, refusal, sign-in or disposal, to search by.</summary>
    public required AuditKind Kind { get; init; }

    /// <summary>The person who acted, to search by.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The payload as JSON.</summary>
    public required string Json { get; init; }
}

/// <summary>A record that an entry tells about, so that one can ask who looked at it.</summary>
public sealed class AuditSubject
{
    public long Sequence { get; init; }
    public required string Kind { get; init; }
    public Guid RecordId { get; init; }
}

/// <summary>What an entry tells.</summary>
public enum AuditKind
{
    Change,
    Read,
    Refusal,
    SignIn,
    Disclosure,
    Disposal,
}

internal sealed class AuditMapping
    : IEntityTypeConfiguration<AuditEntry>,
        IEntityTypeConfiguration<AuditContent>,
        IEntityTypeConfiguration<AuditSubject>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(entry => entry.Sequence);
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<AuditContent> builder)
    {
        builder.HasKey(content => content.Sequence);
        builder.Property(content => content.Sequence).ValueGeneratedNever();
        builder.HasIndex(content => content.At);
        builder.HasIndex(content => new { content.ActorId, content.At });
    }

    public void Configure(EntityTypeBuilder<AuditSubject> builder)
    {
        builder.HasKey(subject => new
        {
            subject.RecordId,
            subject.Sequence,
            subject.Kind,
        });
        builder.HasIndex(subject => subject.Sequence);
    }
}
