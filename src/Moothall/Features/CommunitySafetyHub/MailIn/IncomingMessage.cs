using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>What became of a message.</summary>
public enum MessageStatus
{
    [Display(Name = "To confirm")]
    [TagColour("blue")]
    Waiting,

    [Display(Name = "Draft referral begun")]
    [TagColour("yellow")]
    Begun,

    [Display(Name = "Became a referral")]
    [TagColour("green")]
    Referral,

    [Display(Name = "Became news of an action")]
    [TagColour("green")]
    ActionUpdate,

    [Display(Name = "Not for the hub")]
    [TagColour("grey")]
    NotForTheHub,
}

/// <summary>
/// A message from outside, or a document dropped, until a person of the Community Safety Team says what it is (settled 16). Its
/// content is encrypted, it is nobody's record yet, and it goes a while after it is settled.
/// </summary>
public sealed class IncomingMessage : Record, IPersonalRecord
{
    /// <summary>How long a settled message stays for looking back; what came of it has a life of its own.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public required DateTime ReceivedAt { get; init; }

    /// <summary>SHA-256 of its bytes: the same message is taken in once, however it comes.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>SHA-256 of the name its sender's program gave it, or nothing. Another message may carry the same, by mistake or on purpose.</summary>
    public string NameMark { get; init; } = "";

    /// <summary>The person who dropped it; nothing for the mailbox.</summary>
    public string AddedByName { get; init; } = "";

    /// <summary>What it says, and its files, encrypted.</summary>
    [Secret]
    public required byte[] Content { get; init; }

    public MessageStatus Status { get; private set; }

    /// <summary>Who began or settled it, and when.</summary>
    public string TakenByName { get; private set; } = "";
    public DateTime? TakenAt { get; private set; }
    public DateTime? SettledAt { get; private set; }

    /// <summary>Why it is not for the hub.</summary>
    public string Because { get; private set; } = "";

    /// <summary>The referral or the action that it became part of.</summary>
    public Guid? BecameId { get; private set; }

    /// <summary>What to call that: the referral's reference, or the action's owner.</summary>
    public string Became { get; private set; } = "";

    public List<IncomingFile> Files { get; } = [];

    /// <summary>Whether nothing more can become of it.</summary>
    public bool IsSettled => SettledAt is not null;

    /// <summary>Whether it may still become news of an action: one reply often answers several.</summary>
    public bool TakesNews => !IsSettled || Status == MessageStatus.ActionUpdate;

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs => ("Message", Id);

    /// <summary>Somebody fills in a referral from it; it waits until that is sent.</summary>
    public void Begin(string byName, DateTime now) =>
        (Status, TakenByName, TakenAt) = (MessageStatus.Begun, byName, now);

    /// <summary>It became something.</summary>
    public void Settle(
        MessageStatus status,
        Guid becameId,
        string became,
        string byName,
        DateTime now
    ) =>
        (Status, BecameId, Became, TakenByName, TakenAt, SettledAt) = (
            status,
            becameId,
            became,
            byName,
            now,
            now
        );

    /// <summary>It is not for the hub.</summary>
    public void Refuse(string because, string byName, DateTime now) =>
        (Status, Because, TakenByName, TakenAt, SettledAt) = (
            MessageStatus.NotForTheHub,
            because,
            byName,
            now,
            now
        );

    /// <summary>Who settled it how and when, in a sentence; nothing while it waits.</summary>
    public string SettledWords() =>
        SettledAt is { } at
            ? $"{TakenByName} settled it on {Platform.Time.UkTime.Long(at)}: "
                + Status switch
                {
                    MessageStatus.Referral => $"it became the referral {Became}.",
                    MessageStatus.ActionUpdate => $"it became news of an action of {Became}.",
                    _ => $"not for the hub. {Because}",
                }
            : "";
}

/// <summary>A file that came with a message and is not yet part of anything. It is read only with its message, which notes the look.</summary>
public sealed class IncomingFile : Record
{
    public required Guid MessageId { get; init; }
    public required Guid FileId { get; init; }
    public StoredFile? File { get; init; }
}

internal sealed class IncomingMessageMapping : IEntityTypeConfiguration<IncomingMessage>
{
    public void Configure(EntityTypeBuilder<IncomingMessage> builder)
    {
        builder.HasIndex(message => message.Fingerprint).IsUnique();
        builder.HasIndex(message => message.NameMark);
        builder.HasIndex(message => new { message.Status, message.ReceivedAt });
        builder.HasMany(message => message.Files).WithOne().HasForeignKey(file => file.MessageId);
    }
}

internal sealed class IncomingFileMapping : IEntityTypeConfiguration<IncomingFile>
{
    public void Configure(EntityTypeBuilder<IncomingFile> builder) =>
        builder.HasOne(file => file.File).WithMany().HasForeignKey(file => file.FileId);
}
