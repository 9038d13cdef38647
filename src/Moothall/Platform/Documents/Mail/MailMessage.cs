namespace Moothall.Platform.Documents.Mail;

/// <summary>A message as it was read. Everything in it is the sender's word, the sender's address too.</summary>
public sealed record MailMessage
{
    /// <summary>The address it says it is from, in lower case; empty where it names none or several.</summary>
    public string FromAddress { get; init; } = "";

    /// <summary>The name beside the address.</summary>
    public string FromName { get; init; } = "";

    /// <summary>Where answers would go, if that is another address.</summary>
    public string ReplyTo { get; init; } = "";
    public string Subject { get; init; } = "";

    /// <summary>When the sender says it was sent, in UTC.</summary>
    public DateTime? SentAt { get; init; }

    /// <summary>The name that the sender's program gave it; another message may carry the same.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>Its words as plain text.</summary>
    public string Text { get; init; } = "";

    /// <summary>What the headers named Authentication-Results say, the latest first.</summary>
    public IReadOnlyList<string> Results { get; init; } = [];

    /// <summary>Whether a machine wrote it: an out-of-office reply, a bounce, a list.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>The files sent with it, not looked into yet.</summary>
    public IReadOnlyList<MailFile> Files { get; init; } = [];

    /// <summary>What was left out or could not be read, one sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

/// <summary>A file sent with a message.</summary>
/// <param name="Name">As the sender named it.</param>
/// <param name="Content">Its bytes.</param>
public sealed record MailFile(string Name, byte[] Content);

/// <summary>A message cannot be read; the message of this exception is a sentence for the person.</summary>
public sealed class UnreadableMailException(string words) : Exception(words);

/// <summary>How much of a message is read. A message beyond these was made to do harm or belongs in another form.</summary>
internal static class MailLimits
{
    public const int MostParts = 200;
    public const int Deepest = 12;
    public const int MostFiles = 20;
    public const int LongestText = 200_000;
    public const int LongestHeaders = 512 * 1024;
    public const int LongestHeader = 16 * 1024;
    public const int MostHeaders = 1000;

    public static readonly UnreadableMailException TooNested = new(
        "This message is put together in too many layers or parts to be read safely."
    );
}
