using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>How the last look into the mailbox went: one row.</summary>
public sealed class MailboxState : Record, IUnaudited
{
    public required DateTime TriedAt { get; set; }

    /// <summary>When it was last read to its end.</summary>
    public DateTime? ReadAt { get; set; }

    /// <summary>What went wrong at <see cref="TriedAt"/>, a sentence; empty where nothing did.</summary>
    public string Problem { get; set; } = "";
}

/// <summary>A mail of the mailbox that is safe here, by the server's lasting number: after a crash it is only put away, not taken in again.</summary>
public sealed class TakenMail : Record, IUnaudited
{
    public required long UidValidity { get; init; }
    public required long Uid { get; init; }
    public required DateTime At { get; init; }
}

internal sealed class TakenMailMapping : IEntityTypeConfiguration<TakenMail>
{
    public void Configure(EntityTypeBuilder<TakenMail> builder) =>
        builder.HasIndex(mail => new { mail.UidValidity, mail.Uid }).IsUnique();
}
