using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Moothall.Platform.Email.Mailbox;

/// <summary>What goes wrong with a mailbox, in words, and what is demanded of its certificate.</summary>
internal static class MailboxFault
{
    /// <summary>A sentence for what is expected to go wrong; nothing for a fault of the program or a caller who gave up.</summary>
    public static string? Explain(Exception problem, CancellationToken cancel) =>
        problem switch
        {
            _ when cancel.IsCancellationRequested => null,
            AuthenticationException =>
                "The mailbox's certificate is not one that counts for its name, so nothing was read and no password was sent.",
            OperationCanceledException => "The mailbox took too long to answer.",
            SocketException => "The mailbox cannot be reached.",
            IOException => $"The connection to the mailbox broke. {problem.Message}",
            _ => null,
        };

    /// <summary>The host's name, vouched for by a public authority or by the one in the file, and by no other.</summary>
    public static SslClientAuthenticationOptions Encryption(string host, string authorityFile)
    {
        var encryption = new SslClientAuthenticationOptions { TargetHost = host };
        if (authorityFile.Length > 0)
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            try
            {
                policy.CustomTrustStore.ImportFromPemFile(authorityFile);
            }
            catch (Exception problem) when (problem is IOException or CryptographicException)
            {
                throw new MailboxException(
                    "The file of the mailbox's authority cannot be read.",
                    problem
                );
            }

            encryption.CertificateChainPolicy = policy;
        }

        return encryption;
    }
}
