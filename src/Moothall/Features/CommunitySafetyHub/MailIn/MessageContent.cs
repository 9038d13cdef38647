using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Moothall.Platform.Documents.Mail;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>What a message said, as it is kept.</summary>
public sealed record MessageContent
{
    public string FromAddress { get; init; } = "";
    public string FromName { get; init; } = "";
    public string ReplyTo { get; init; } = "";
    public string Subject { get; init; } = "";
    public DateTime? SentAt { get; init; }
    public string Text { get; init; } = "";

    /// <summary>The words of Word documents that came with it.</summary>
    public string Attached { get; init; } = "";
    public IReadOnlyList<string> Remarks { get; init; } = [];
    public IReadOnlyList<string> Results { get; init; } = [];
    public bool IsAutomatic { get; init; }

    /// <summary>Everything there is to read in it.</summary>
    public string AllText => Attached.Length == 0 ? Text : $"{Text}\n\n{Attached}";

    /// <summary>What a list calls it.</summary>
    public string Title => Subject.Length > 0 ? Subject : "No subject";

    /// <summary>Who it says it is from: a name, else an address, else nothing.</summary>
    public string SaysFrom => FromName.Length > 0 ? FromName : FromAddress;

    public static MessageContent Of(TakenMessage taken) =>
        new()
        {
            FromAddress = taken.Message.FromAddress,
            FromName = taken.Message.FromName,
            ReplyTo = taken.Message.ReplyTo,
            Subject = taken.Message.Subject,
            SentAt = taken.Message.SentAt,
            Text = taken.Message.Text,
            Attached = taken.Attached,
            Remarks = taken.Remarks,
            Results = taken.Message.Results,
            IsAutomatic = taken.Message.IsAutomatic,
        };
}

/// <summary>Encrypts what messages said, and decrypts it.</summary>
public sealed class MessageSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Moothall.MailIn");

    public byte[] Seal(MessageContent content) =>
        protector.Protect(JsonSerializer.SerializeToUtf8Bytes(content));

    public MessageContent Open(IncomingMessage message) =>
        JsonSerializer.Deserialize<MessageContent>(protector.Unprotect(message.Content)) ?? new();

    /// <summary>A mark by which the same bytes are known again; nothing for nothing.</summary>
    public static string Mark(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? "" : Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <inheritdoc cref="Mark(ReadOnlySpan{byte})"/>
    public static string Mark(string text) => Mark(Encoding.UTF8.GetBytes(text));
}
