using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Options;

namespace Moothall.Platform.Email;

/// <summary>
/// Sends mail over SMTP with STARTTLS, never without. The framework's own client cannot say whether a connection
/// broke before or after the message was handed over, nor pin a certificate for one server alone, and both matter
/// here: minutes must not go twice (clause S1-3.4) nor to a server that only pretends to be the right one.
/// </summary>
public sealed class SmtpTransport : IMailTransport
{
    private readonly TimeProvider _clock;
    private readonly MailOptions _options;

    /// <exception cref="ArgumentException">The sender's address cannot be used.</exception>
    public SmtpTransport(IOptions<MailOptions> options, TimeProvider clock)
    {
        _options = options.Value;
        _clock = clock;
        if (!OutgoingMail.IsAddress(_options.FromAddress))
            throw new ArgumentException(
                $"{_options.FromAddress} cannot be a sender's address.",
                nameof(options)
            );
    }

    /// <inheritdoc />
    public async Task<MailResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (mail.Fault() is { } fault)
            return new MailResult.Refused(fault, Permanent: true);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.Timeout);
        var handedOver = false;
        try
        {
            await using var connection = await SmtpConnection.OpenAsync(
                _options.Host,
                _options.Port,
                limit.Token
            );
            if (await RefusalToStartAsync(connection, limit.Token) is { } refusal)
                return refusal;
            var sender = await connection.CommandAsync(
                $"MAIL FROM:<{_options.FromAddress}>",
                limit.Token
            );
            if (!sender.IsGood)
                return NotNow("The mail server refused the sender", sender, MailFault.Sender);
            foreach (var command in (string[])[$"RCPT TO:<{mail.To}>", "DATA"])
            {
                var step = await connection.CommandAsync(command, limit.Token);
                if (!step.IsGood)
                    return RefusedMessage(step);
            }

            await connection.WriteAsync(
                WithDotsDoubled(MailContent.Write(mail, _options, _clock.GetUtcNow())),
                limit.Token
            );
            // Until the closing dot a server must throw away what it has; from here on it may have the message.
            handedOver = true;
            var answer = await connection.CommandAsync(".", limit.Token);
            return answer.IsGood ? new MailResult.Sent(answer.Words) : RefusedMessage(answer);
        }
        catch (Exception problem)
            when (problem
                    is IOException
                        or SocketException
                        or AuthenticationException
                        or OperationCanceledException
            )
        {
            if (handedOver)
                return new MailResult.Uncertain(
                    "The connection broke before the mail server confirmed the message. It may have arrived or not."
                );
            cancellationToken.ThrowIfCancellationRequested();
            return Explain(problem);
        }
    }

    /// <summary>Greets, encrypts and signs in; gives what stops that, none of it the message's own fault.</summary>
    private async Task<MailResult?> RefusalToStartAsync(
        SmtpConnection connection,
        CancellationToken cancellationToken
    )
    {
        var greeting = await connection.AnswerAsync(cancellationToken);
        if (!greeting.IsGood)
            return NotNow("The mail server takes no mail now", greeting, MailFault.Server);
        var hello = $"EHLO {MailContent.DomainOf(_options.FromAddress)}";
        var abilities = await connection.CommandAsync(hello, cancellationToken);
        if (
            !abilities.Lines.Any(line =>
                line.Trim().Equals("STARTTLS", StringComparison.OrdinalIgnoreCase)
            )
        )
            return new MailResult.Refused(
                "The mail server offers no encryption, so nothing was sent.",
                Permanent: false,
                MailFault.NoEncryption
            );
        var agreed = await connection.CommandAsync("STARTTLS", cancellationToken);
        if (!agreed.IsGood)
            return NotNow(
                "The mail server would not encrypt, so nothing was sent",
                agreed,
                MailFault.NoEncryption
            );
        await connection.EncryptAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = _options.Host,
                RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                    IsAccepted(certificate, errors),
            },
            cancellationToken
        );
        // What was said in the clear counts for nothing: the server is asked again.
        abilities = await connection.CommandAsync(hello, cancellationToken);
        if (!abilities.IsGood)
            return NotNow("The mail server takes no mail now", abilities, MailFault.Server);
        if (_options.User.Length == 0)
            return null;
        var signedIn = await SignInAsync(connection, abilities, cancellationToken);
        return signedIn.Code == 235
            ? null
            : NotNow("The mail server refused the sign-in", signedIn, MailFault.SignIn);
    }

    /// <summary>By PLAIN; by LOGIN only where a server, as some large providers do, knows nothing else.</summary>
    private async Task<SmtpReply> SignInAsync(
        SmtpConnection connection,
        SmtpReply abilities,
        CancellationToken cancellationToken
    )
    {
        var methods = abilities
            .Lines.Select(line =>
                line.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            )
            .Where(words => words is ["AUTH", ..])
            .SelectMany(words => words)
            .ToHashSet();
        if (methods.Contains("PLAIN") || !methods.Contains("LOGIN"))
            return await connection.CommandAsync(
                $"AUTH PLAIN {Base64($"\0{_options.User}\0{_options.Password}")}",
                cancellationToken
            );
        var reply = new SmtpReply(0, []);
        foreach (
            var command in (string[])
                ["AUTH LOGIN", Base64(_options.User), Base64(_options.Password)]
        )
        {
            reply = await connection.CommandAsync(command, cancellationToken);
            if (!reply.IsGood)
                break;
        }

        return reply;

        static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
    }

    private bool IsAccepted(X509Certificate? shown, SslPolicyErrors errors)
    {
        if (_options.PinnedCertificate.Length == 0)
            return errors == SslPolicyErrors.None;
        if (shown is not X509Certificate2 certificate)
            return false;
        var now = _clock.GetUtcNow();
        return certificate
                .GetCertHashString(HashAlgorithmName.SHA256)
                .Equals(_options.PinnedCertificate, StringComparison.OrdinalIgnoreCase)
            && new DateTimeOffset(certificate.NotBefore) <= now
            && now <= new DateTimeOffset(certificate.NotAfter);
    }

    /// <summary>A line that begins with a dot gets a second one; a dot alone would end the message.</summary>
    private static string WithDotsDoubled(string content) =>
        (content.StartsWith('.') ? "." : "")
        + content.Replace("\r\n.", "\r\n..", StringComparison.Ordinal);

    private static MailResult.Refused RefusedMessage(SmtpReply reply) =>
        new($"The mail server refused the message: {reply.Words}", reply.IsPermanent);

    // The settings or the server may be put right, so the message waits, whatever number the server gives.
    private static MailResult.Refused NotNow(string what, SmtpReply reply, MailFault fault) =>
        new($"{what}: {reply.Words}", Permanent: false, fault);

    private static MailResult.Refused Explain(Exception problem)
    {
        var (reason, fault) = problem switch
        {
            AuthenticationException => (
                "The mail server's certificate is not the one expected, so nothing was sent.",
                MailFault.Certificate
            ),
            OperationCanceledException => (
                "The mail server took too long to answer; nothing was sent.",
                MailFault.Unreachable
            ),
            SocketException => ("The mail server cannot be reached.", MailFault.Unreachable),
            _ => (
                $"The connection to the mail server broke; nothing was sent. {problem.Message}",
                MailFault.Server
            ),
        };
        return new(reason, Permanent: false, fault);
    }
}
