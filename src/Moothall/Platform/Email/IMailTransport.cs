namespace Moothall.Platform.Email;

/// <summary>Hands a message to the mail server: an edge of the product.</summary>
public interface IMailTransport
{
    /// <summary>Tries once and says what became of it; expected failures are results, not exceptions.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up and nothing was sent.</exception>
    Task<MailResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <summary>What became of one attempt.</summary>
public abstract record MailResult
{
    private MailResult() { }

    /// <summary>The server took the message; what it does with it is not known.</summary>
    public sealed record Sent(string ServerWords) : MailResult;

    /// <summary>Certainly not sent.</summary>
    /// <param name="Reason">Words a user reads, with the server's own.</param>
    /// <param name="Permanent">True where trying again unchanged would be refused again.</param>
    /// <param name="Fault">What is to be put right.</param>
    public sealed record Refused(string Reason, bool Permanent, MailFault Fault = MailFault.Message)
        : MailResult;

    /// <summary>
    /// The connection broke after the whole message was handed over and before the server's answer: it may have
    /// arrived or not. A notice may be sent again under the same id; minutes wait for a person to decide.
    /// </summary>
    public sealed record Uncertain(string Reason) : MailResult;
}

/// <summary>What keeps a message from being sent; all but the first keep every other message back too.</summary>
public enum MailFault
{
    /// <summary>This message or its recipient.</summary>
    Message,
    Unreachable,
    NoEncryption,
    Certificate,
    SignIn,
    Sender,

    /// <summary>The server is there and takes no mail now.</summary>
    Server,
}
