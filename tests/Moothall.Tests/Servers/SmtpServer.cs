using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Moothall.Tests.Servers;

/// <summary>A message as the server took it in: who it was from and for on the envelope, and every byte.</summary>
public sealed record ReceivedMail(string From, string To, byte[] Raw)
{
    /// <summary>The bytes as text; headers and transfer encodings are ASCII.</summary>
    public string Text => Encoding.Latin1.GetString(Raw);
}

/// <summary>
/// A private Exim, the mail server of Debian, with a certificate of its own: it takes mail only over STARTTLS and
/// after sign-in, and puts every message into a directory.
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private const string Account = "Debian-exim";
    private readonly List<ReceivedMail> _earlier = [];
    private readonly string _certificatePem;
    private readonly string _keyPem;
    private readonly bool _encrypts;
    private readonly string _signInMethod;
    private readonly Dictionary<string, string> _refused = [];
    private string _directory = "";
    private LocalServer? _server;

    private SmtpServer(bool encrypts, string signInMethod)
    {
        _encrypts = encrypts;
        _signInMethod = signInMethod;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        Certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        _certificatePem = Certificate.ExportCertificatePem();
        _keyPem = key.ExportPkcs8PrivateKeyPem();
    }

    public string Host => "localhost";
    public int Port { get; } = LocalServer.FreePort();
    public string User => "moothall";
    public string Password { get; } = RandomNumberGenerator.GetHexString(24);

    /// <summary>What the server shows; no authority vouches for it.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The SHA-256 thumbprint of <see cref="Certificate"/>, as the mail settings take it.</summary>
    public string Thumbprint => Certificate.GetCertHashString(HashAlgorithmName.SHA256);

    /// <summary>Starts a server.</summary>
    /// <param name="encrypts">False for a server that knows no STARTTLS and would take mail in the clear.</param>
    /// <param name="signInMethod">The one way to sign in it offers: PLAIN or LOGIN.</param>
    public static async Task<SmtpServer> StartAsync(
        bool encrypts = true,
        string signInMethod = "PLAIN"
    )
    {
        var server = new SmtpServer(encrypts, signInMethod);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>From now on refuses this recipient with 550 and these words.</summary>
    public void Refuse(string address, string words)
    {
        _refused[address] = words;
        WriteRefused();
    }

    /// <summary>From now on takes a message in but keeps its answer back for a minute.</summary>
    public void HoldAnswers() => File.WriteAllText(Path.Combine(_directory, "hold"), "");

    /// <summary>The server is down until <see cref="StartAgainAsync"/>; what it received is kept.</summary>
    public async Task StopAsync()
    {
        _earlier.AddRange(await NewMessagesAsync());
        await _server!.DisposeAsync();
        _server = null;
        await WaitUntilAsync(listening: false);
    }

    /// <summary>Starts the server again on the same port with the same certificate.</summary>
    public async Task StartAgainAsync()
    {
        _directory = LocalServer.CreateDirectory(Account);
        await WriteAsync("certificate.pem", _certificatePem);
        await WriteAsync("key.pem", _keyPem);
        var rules = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Servers", "exim.conf")
        );
        await WriteAsync("exim.conf", Macros() + rules);
        WriteRefused();
        _server = await LocalServer.StartAsync(
            Account,
            _directory,
            """/usr/sbin/exim4 -C "$D/exim.conf" -bd""",
            """kill -9 -$(cat "$D/exim.pid"); sleep 0.05"""
        );
        await WaitUntilAsync(listening: true);
    }

    /// <summary>Everything received so far, oldest first, once the server has put it away.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> MessagesAsync() =>
        _server is null ? _earlier : [.. _earlier, .. await NewMessagesAsync()];

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        Certificate.Dispose();
    }

    private async Task<List<ReceivedMail>> NewMessagesAsync()
    {
        // A message accepted lies in the queue until it is delivered, so an empty queue means all have arrived.
        var queue = Path.Combine(_directory, "spool", "input");
        for (
            var turn = 0;
            Directory.Exists(queue) && Directory.GetFiles(queue, "*-H").Length > 0;
            turn++
        )
        {
            if (turn == 200)
                throw new TimeoutException(
                    $"Mail stays queued:\n{await File.ReadAllTextAsync(Path.Combine(_directory, "log-main"))}"
                );
            await Task.Delay(50);
        }

        var arrived = new DirectoryInfo(Path.Combine(_directory, "mail", "new"));
        return arrived.Exists
            ?
            [
                .. arrived
                    .GetFiles()
                    .OrderBy(file => file.LastWriteTimeUtc)
                    .ThenBy(file => file.Name)
                    .Select(Read),
            ]
            : [];
    }

    private static ReceivedMail Read(FileInfo file)
    {
        var raw = File.ReadAllBytes(file.FullName);
        var headers = Encoding.Latin1.GetString(raw).Split('\n');
        return new(Header("Return-path: "), Header("Envelope-to: "), raw);

        string Header(string name) =>
            headers
                .First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..]
                .Trim('<', '>', '\r');
    }

    private void WriteRefused() =>
        File.WriteAllLines(
            Path.Combine(_directory, "refused"),
            _refused.Select(entry => $"{entry.Key}: {entry.Value}")
        );

    private Task WriteAsync(string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(_directory, name), text);

    private async Task WaitUntilAsync(bool listening)
    {
        for (var turn = 0; turn < 400; turn++)
        {
            if (await ListensAsync() == listening)
                return;
            await Task.Delay(25);
        }

        throw new TimeoutException($"The mail server does not {(listening ? "start" : "stop")}.");
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

    /// <summary>Exim's macros, to stand before <c>exim.conf</c>, carry what differs from server to server.</summary>
    private string Macros() =>
        $"""
            PRIVATE_DIRECTORY = {_directory}
            LISTENING_PORT = {Port}
            MAIL_USER = {User}
            MAIL_PASSWORD = {Password}
            OFFER_ENCRYPTION = {(_encrypts ? "*" : "")}
            OFFER_SIGN_IN = {(_encrypts ? "${if eq{$tls_in_cipher}{}{}{*}}" : "*")}
            WHO_MAY_SEND = {(_encrypts ? "signed_in" : "anyone")}
            SIGN_IN_METHOD = {_signInMethod}

            """;

    private const string Rules = """
        primary_hostname = localhost
        local_interfaces = 127.0.0.1
        daemon_smtp_ports = LISTENING_PORT
        spool_directory = PRIVATE_DIRECTORY/spool
        log_file_path = PRIVATE_DIRECTORY/log-%s
        pid_file_path = PRIVATE_DIRECTORY/exim.pid
        deliver_drop_privilege = true
        keep_environment =
        host_lookup =
        message_size_limit = 50M
        tls_advertise_hosts = OFFER_ENCRYPTION
        tls_certificate = PRIVATE_DIRECTORY/certificate.pem
        tls_privatekey = PRIVATE_DIRECTORY/key.pem
        auth_advertise_hosts = OFFER_SIGN_IN
        acl_smtp_mail = WHO_MAY_SEND
        acl_smtp_rcpt = recipient
        acl_smtp_data = content

        begin acl
        anyone:
          accept
        signed_in:
          deny message = Use STARTTLS first
               !encrypted = *
          deny message = Sign in first
               !authenticated = *
          accept
        recipient:
          deny message = ${lookup{$local_part@$domain}lsearch{PRIVATE_DIRECTORY/refused}}
               condition = ${lookup{$local_part@$domain}lsearch{PRIVATE_DIRECTORY/refused}{yes}{no}}
          accept
        content:
          warn condition = ${if exists{PRIVATE_DIRECTORY/hold}}
               delay = 60s
          accept

        begin routers
        everything:
          driver = accept
          transport = directory

        begin transports
        directory:
          driver = appendfile
          directory = PRIVATE_DIRECTORY/mail
          maildir_format
          create_directory
          envelope_to_add
          return_path_add

        begin authenticators
        plain:
          driver = plaintext
          public_name = PLAIN
          server_prompts = :
          server_condition = ${if and{{eq{$auth2}{MAIL_USER}}{eq{$auth3}{MAIL_PASSWORD}}}}
          server_set_id = $auth2

        """;
}
