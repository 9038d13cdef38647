namespace Moothall.Platform.Email;

/// <summary>
/// One message to one person. One recipient a message, so that nobody learns who else was written to
/// (clauses S1-7.2h and S1-7.2i decide what may be in it; this type carries it).
/// </summary>
/// <param name="MessageId">Stays the same when the message is tried again, so that a copy can be recognised.</param>
/// <param name="To">One address, without a name.</param>
/// <param name="Subject">At most 200 characters, one line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Attachment">A file, or none.</param>
public sealed record OutgoingMail(
    Guid MessageId,
    string To,
    string Subject,
    string Text,
    MailAttachment? Attachment = null
)
{
    private const int LongestAddress = 254;
    private const int LongestSubject = 200;

    /// <summary>
    /// What keeps the message from being sent by any server, in words a user reads; null where nothing does.
    /// A line break in a header could add headers or recipients of its own, so there is none.
    /// </summary>
    public string? Fault()
    {
        if (!IsAddress(To))
            return "The e-mail address is not one a message can be sent to.";
        if (Subject.Length > LongestSubject)
            return $"The subject is longer than {LongestSubject} characters.";
        if (Subject.Any(char.IsControl))
            return "The subject holds a line break or another control character.";
        if (Attachment is { } file && (!IsPlainName(file.Name) || !IsPlainName(file.ContentType)))
            return "The name of the attached file may hold only letters, digits, spaces and . _ - / +.";
        return null;
    }

    /// <summary>Whether this is an address in plain ASCII with nothing in it that has a meaning to a mail server.</summary>
    public static bool IsAddress(string text)
    {
        var at = text.LastIndexOf('@');
        return at > 0
            && at < text.Length - 1
            && text.Length <= LongestAddress
            && text.IndexOf('@', StringComparison.Ordinal) == at
            && text.All(c =>
                c is > ' ' and < '\u007f' && !"<>()[],;:\\\"".Contains(c, StringComparison.Ordinal)
            );
    }

    private static bool IsPlainName(string text) =>
        text.Length is > 0 and <= 100
        && text.All(c =>
            char.IsAsciiLetterOrDigit(c) || " ._-/+".Contains(c, StringComparison.Ordinal)
        );
}

/// <summary>A file sent with a message; its name is neutral, because names travel in the clear.</summary>
public sealed record MailAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Content);
