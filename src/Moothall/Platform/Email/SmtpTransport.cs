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
            foreach (
                var command in (string[])
                    [$"MAIL FROM:<{_options.FromAddress}>", $"RCPT TO:<{mail.To}>", "DATA"]
            )
            {
                var step = await connection.CommandAsync(command, limit.Token);
                if (!step.IsGood)
                    return Refused("The mail server refused the message", step, step.IsPermanent);
            }

            await connection.WriteAsync(
                WithDotsDoubled(MailContent.Write(mail, _options, _clock.GetUtcNow())),
                limit.Token
            );
            // Until the closing dot a server must throw away what it has; from here on it may have the message.
            handedOver = true;
            var answer = await connection.CommandAsync(".", limit.Token);
            return answer.IsGood
                ? new MailResult.Sent(answer.Words)
                : Refused("The mail server refused the message", answer, answer.IsPermanent);
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
            return new MailResult.Refused(Explain(problem), Permanent: false);
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
            return Refused("The mail server takes no mail now", greeting, permanent: false);
        var hello = $"EHLO {MailContent.DomainOf(_options.FromAddress)}";
        var abilities = await connection.CommandAsync(hello, cancellationToken);
        if (
            !abilities.Lines.Any(line =>
                line.Trim().Equals("STARTTLS", StringComparison.OrdinalIgnoreCase)
            )
        )
            return new MailResult.Refused(
                "The mail server offers no encryption, so nothing was sent.",
                Permanent: false
            );
        var agreed = await connection.CommandAsync("STARTTLS", cancellationToken);
        if (!agreed.IsGood)
            return Refused(
                "The mail server would not encrypt, so nothing was sent",
                agreed,
                permanent: false
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
            return Refused("The mail server takes no mail now", abilities, permanent: false);
        if (_options.User.Length == 0)
            return null;
        var signedIn = await SignInAsync(connection, abilities, cancellationToken);
        return signedIn.Code == 235
            ? null
            : Refused("The mail server refused the sign-in", signedIn, permanent: false);
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

    private static MailResult.Refused Refused(string what, SmtpReply reply, bool permanent) =>
        new($"{what}: {reply.Words}", permanent);

    private static string Explain(Exception problem) =>
        problem switch
        {
            AuthenticationException =>
                "The mail server's certificate is not the one expected, so nothing was sent.",
            OperationCanceledException =>
                "The mail server took too long to answer; nothing was sent.",
            SocketException => "The mail server cannot be reached.",
            _ => $"The connection to the mail server broke; nothing was sent. {problem.Message}",
        };
}
