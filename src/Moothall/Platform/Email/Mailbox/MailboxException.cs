namespace Moothall.Platform.Email.Mailbox;

/// <summary>The mailbox could not be read. The message is a sentence for the Community Safety Team, without the password.</summary>
public sealed class MailboxException : Exception
{
    public MailboxException(string words, Exception? because = null)
        : base(words, because) { }
}
