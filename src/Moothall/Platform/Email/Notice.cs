using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;

namespace Moothall.Platform.Email;

/// <summary>Where a notice is on its way.</summary>
public enum NoticeStatus
{
    [Display(Name = "Waiting to send")]
    Waiting,

    [Display(Name = "Sent")]
    Sent,

    [Display(Name = "Refused by the other side")]
    Refused,
}

/// <summary>
/// A message that says no more than that there is something to see, and where (settled 13). It is written in the
/// transaction of what it tells of and sent afterwards; its identifier is the message's, so a retry is no second message.
/// </summary>
public sealed class Notice : Record, IUnaudited
{
    public required string To { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required DateTime WrittenAt { get; init; }
    public NoticeStatus Status { get; set; }
    public int Attempts { get; set; }
    public required DateTime NextAttemptAt { get; set; }

    /// <summary>What the mail server said last.</summary>
    public string ServerSaid { get; set; } = "";
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder) =>
        builder.HasIndex(notice => new { notice.Status, notice.NextAttemptAt });
}
