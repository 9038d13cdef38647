using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Moothall.Tests.Servers;

/// <summary>
/// A private Dovecot, the mailbox server of Debian, with an authority of its own that vouches for it: one mailbox, spoken to
/// encrypted from the first byte on one port and over STARTTLS on another.
/// </summary>
public sealed class DovecotServer : IAsyncDisposable
{
    private const string Account = "dovecot";
    private readonly string abilities;
    private readonly string certificatePem;
    private readonly string keyPem;
    private LocalServer? server;
    private string directory = "";

    private DovecotServer(string abilities)
    {
        this.abilities = abilities;
        var now = TimeProvider.System.GetUtcNow();
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest(
            "CN=Test authority",
            authorityKey,
            HashAlgorithmName.SHA256
        );
        authority.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(true, false, 0, true)
        );
        using var signer = authority.CreateSelfSigned(now.AddDays(-2), now.AddDays(2));
        AuthorityPem = signer.ExportCertificatePem();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(
            signer,
            now.AddDays(-1),
            now.AddDays(1),
            RandomNumberGenerator.GetBytes(8)
        );
        certificatePem = certificate.ExportCertificatePem();
        keyPem = key.ExportPkcs8PrivateKeyPem();
        var folder = Directory.CreateTempSubdirectory("moothall-authority-");
        AuthorityFile = Path.Combine(folder.FullName, "authority.pem");
        File.WriteAllText(AuthorityFile, AuthorityPem);
    }

    public string Host => "localhost";
    public int Port { get; private set; }
    public int StartTlsPort { get; private set; }
    public string User => "hub";
    public string Password { get; } = RandomNumberGenerator.GetHexString(24);

    /// <summary>The authority that vouches for the server, as the mailbox settings take it.</summary>
    public string AuthorityFile { get; }

    private string AuthorityPem { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="canMove">False for a server that knows no MOVE, as older ones do.</param>
    public static async Task<DovecotServer> StartAsync(bool canMove = true)
    {
        var made = new DovecotServer(
            canMove ? "" : "imap_capability = IMAP4rev1 SASL-IR UIDPLUS LITERAL+"
        );
        for (var turn = 0; ; turn++)
        {
            (made.Port, made.StartTlsPort) = (LocalServer.FreePort(), LocalServer.FreePort());
            try
            {
                await made.StartAgainAsync();
                return made;
            }
            catch (InvalidOperationException taken)
                when (turn < 5 && taken.Message.Contains("already in use", StringComparison.Ordinal)
                )
            {
                // Someone else took the port between its being found free and its being used.
            }
        }
    }

    /// <summary>The server is down until <see cref="StartAgainAsync"/>, and its mail is lost.</summary>
    public async Task StopAsync()
    {
        await server!.DisposeAsync();
        server = null;
        // Its helpers outlive it for a moment, and would take a connection only to break it.
        for (var turn = 0; await ListensAsync(); turn++)
        {
            if (turn == 400)
                throw new TimeoutException("Dovecot does not stop.");
            await Task.Delay(25);
        }
    }

    /// <summary>Starts an empty mailbox on the same ports: another edition, whose numbers begin anew.</summary>
    public async Task StartAgainAsync()
    {
        directory = LocalServer.CreateDirectory(Account);
        await File.WriteAllTextAsync(Path.Combine(directory, "certificate.pem"), certificatePem);
        await File.WriteAllTextAsync(Path.Combine(directory, "key.pem"), keyPem);
        await File.WriteAllTextAsync(Path.Combine(directory, "dovecot.conf"), Rules());
        server = await LocalServer.StartAsync(
            Account,
            directory,
            // It takes connections before it has written down its number, by which it is stopped.
            """mkdir -p "$D/run" "$D/state" "$D/mail" && /usr/sbin/dovecot -c "$D/dovecot.conf" && timeout 20 sh -c 'until [ -s "$D/run/master.pid" ]; do sleep 0.05; done' """,
            """P=$(cat "$D/run/master.pid"); kill $P; for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 $P || break; sleep 0.1; done; kill -9 -- -$P; sleep 0.05"""
        );
        for (var turn = 0; turn < 400; turn++)
        {
            if (await ListensAsync())
                return;
            await Task.Delay(25);
        }

        throw new TimeoutException($"Dovecot does not start.\n{await LogAsync()}");
    }

    /// <summary>Puts a message into the inbox, as another program would, by IMAP.</summary>
    public async Task AppendAsync(byte[] message)
    {
        await using var connection = await ConnectAsync();
        await connection.CommandAsync($"APPEND INBOX {{{message.Length}+}}", message);
    }

    /// <summary>How many messages a folder holds, and how many of them are not marked as read; nothing where there is no such folder.</summary>
    public async Task<(int Messages, int Unread)?> CountAsync(string folder)
    {
        await using var connection = await ConnectAsync();
        var said = await connection.CommandAsync(
            $"STATUS \"{folder}\" (MESSAGES UNSEEN)",
            null,
            mayFail: true
        );
        var numbers = said.Split(['(', ')', ' '], StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(numbers, "MESSAGES");
        return at < 0
            ? null
            : (
                int.Parse(numbers[at + 1], CultureInfo.InvariantCulture),
                int.Parse(
                    numbers[Array.IndexOf(numbers, "UNSEEN") + 1],
                    CultureInfo.InvariantCulture
                )
            );
    }

    /// <summary>What the server wrote down, for a test that failed.</summary>
    public async Task<string> LogAsync()
    {
        var log = Path.Combine(directory, "log");
        return File.Exists(log) ? await File.ReadAllTextAsync(log) : "";
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(AuthorityFile)!, recursive: true);
    }

    private async Task<DovecotClient> ConnectAsync()
    {
        var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, Port);
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.ImportFromPemFile(AuthorityFile);
        var stream = new SslStream(tcp.GetStream());
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = Host,
                CertificateChainPolicy = policy,
            }
        );
        var client = new DovecotClient(tcp, stream);
        await client.ReadAsync("* OK");
        await client.CommandAsync($"LOGIN {User} {Password}", null);
        return client;
    }

    private async Task<bool> ListensAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private string Rules()
    {
        var account = Environment.IsPrivilegedProcess ? Account : Environment.UserName;
        return $$"""
            protocols = imap
            listen = 127.0.0.1
            log_path = {{directory}}/log
            base_dir = {{directory}}/run
            state_dir = {{directory}}/state
            default_internal_user = {{account}}
            default_internal_group = {{account}}
            default_login_user = {{account}}
            first_valid_uid = 1
            ssl = required
            ssl_cert = <{{directory}}/certificate.pem
            ssl_key = <{{directory}}/key.pem
            disable_plaintext_auth = yes
            auth_mechanisms = plain
            auth_failure_delay = 0
            mail_location = maildir:{{directory}}/mail/%u
            {{abilities}}
            passdb {
              driver = static
              args = user={{User}} password={{Password}}
            }
            userdb {
              driver = static
              args = home={{directory}}/mail/%u allow_all_users=yes
            }
            service anvil {
              chroot =
            }
            service stats {
              chroot =
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{StartTlsPort}}
              }
              inet_listener imaps {
                port = {{Port}}
                ssl = yes
              }
            }

            """;
    }
}
