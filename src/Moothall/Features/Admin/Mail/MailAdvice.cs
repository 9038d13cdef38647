using Moothall.Platform.Email;

namespace Moothall.Features.Admin.Mail;

/// <summary>What became of a test message, in the words of whoever must put it right.</summary>
/// <param name="Title">In one line.</param>
/// <param name="ServerSaid">What the server said; empty where it said nothing.</param>
/// <param name="Next">What to look at.</param>
/// <param name="Works">Whether mail can be sent.</param>
public sealed record MailAdvice(string Title, string ServerSaid, string Next, bool Works = false)
{
    /// <summary>The words for a result; nothing was tried where no server is set.</summary>
    public static MailAdvice Of(MailResult? result, MailOptions options) =>
        result switch
        {
            null => new(
                "No mail server is set, so nothing was sent",
                "",
                "Put the settings below in place and start the product again."
            ),
            MailResult.Sent sent => new(
                "The mail server accepted the message",
                sent.ServerWords,
                "Look in your inbox, and among the unwanted mail. If it does not come within a few minutes, ask whoever runs the mail server what became of it.",
                Works: true
            ),
            MailResult.Refused refused => Of(refused, options),
            MailResult.Uncertain uncertain => new(
                "The message may have arrived or not",
                uncertain.Reason,
                "Look in your inbox, then try again."
            ),
            _ => throw new InvalidOperationException("A result of sending that nobody thought of."),
        };

    private static MailAdvice Of(MailResult.Refused refused, MailOptions options) =>
        refused.Fault switch
        {
            MailFault.Unreachable => new(
                "The mail server cannot be reached",
                refused.Reason,
                $"Check Mail:Host and Mail:Port, and that the firewall lets this server through to {options.Host}, port {options.Port}."
            ),
            MailFault.NoEncryption => new(
                "The mail server does not encrypt",
                refused.Reason,
                "Nothing is ever sent in the clear. Ask whoever runs the mail server to turn STARTTLS on, or for the port that has it; it is usually 587."
            ),
            MailFault.Certificate => new(
                "The mail server’s certificate is not trusted",
                refused.Reason,
                options.PinnedCertificate.Length > 0
                    ? "It is not the one in Mail:PinnedCertificate, or its time has run out. If the server has a new certificate, put the SHA-256 thumbprint of that one there."
                    : $"Mail:Host must be a name that stands in the certificate; now it is {options.Host}. Where no public authority vouches for the server, put the SHA-256 thumbprint of its certificate in Mail:PinnedCertificate."
            ),
            MailFault.SignIn => new(
                "The mail server refused the sign-in",
                refused.Reason,
                "Check Mail:User and Mail:Password. Some providers want a password made for this product alone."
            ),
            MailFault.Sender => new(
                "The mail server refused the sender",
                refused.Reason,
                $"It does not let this product send as {options.FromAddress}. Check Mail:FromAddress, and Mail:User if the server wants a sign-in."
            ),
            MailFault.Server => new(
                "The mail server takes no mail now",
                refused.Reason,
                "Try again in a few minutes. If it goes on, ask whoever runs the mail server."
            ),
            _ => new(
                "The mail server refused this message",
                refused.Reason,
                "The server works, but would not take a message to you. Check your own e-mail address on the page of people."
            ),
        };
}
