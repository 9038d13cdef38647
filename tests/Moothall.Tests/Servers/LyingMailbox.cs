using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Moothall.Tests.Servers;

/// <summary>
/// A mailbox that behaves as no honest one does: it answers each command by the script of a test. Its certificate is signed by
/// an authority of its own, so that the client under test checks it as any other.
/// </summary>
public sealed class LyingMailbox : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 certificate;
    private readonly Func<string, string, string?> answers;
    private readonly string folder = Directory.CreateTempSubdirectory("moothall-liar-").FullName;
    private readonly CancellationTokenSource end = new();
    private readonly Task serving;

    /// <summary>Starts it.</summary>
    /// <param name="answers">From a command's tag and words, all that is sent back; nothing, or a NUL at its end, closes the connection; an empty text keeps silent.</param>
    public LyingMailbox(Func<string, string, string?> answers)
    {
        this.answers = answers;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var own = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        certificate = X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);
        File.WriteAllText(AuthorityFile, certificate.ExportCertificatePem());
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
    public string AuthorityFile => Path.Combine(folder, "authority.pem");

    /// <summary>What an honest server says to everything but the one thing a test is about.</summary>
    public static string Honest(string tag, string command) =>
        command.Split(' ')[0] switch
        {
            "CAPABILITY" => $"* CAPABILITY IMAP4rev1 AUTH=PLAIN MOVE\r\n{tag} OK done\r\n",
            "AUTHENTICATE" => "+ \r\n",
            "SELECT" => $"* 1 EXISTS\r\n* OK [UIDVALIDITY 7] numbers\r\n{tag} OK opened\r\n",
            "UID" when command.StartsWith("UID SEARCH", StringComparison.Ordinal) =>
                $"* SEARCH 3\r\n{tag} OK found\r\n",
            "UID" when command.Contains("RFC822.SIZE", StringComparison.Ordinal) =>
                $"* 1 FETCH (UID 3 RFC822.SIZE 20)\r\n{tag} OK\r\n",
            _ => $"{tag} OK done\r\n",
        };

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await serving;
        certificate.Dispose();
        end.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task ServeAsync()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(end.Token);
                await SpeakAsync(client);
            }
            catch (Exception gone)
                when (gone is IOException or SocketException or OperationCanceledException)
            {
                // The client under test has had enough, or the test is over.
            }
        }
    }

    private async Task SpeakAsync(TcpClient client)
    {
        await using var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = certificate },
            end.Token
        );
        await WriteAsync("* OK ready\r\n");
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        var signingIn = "";
        while (await reader.ReadLineAsync(end.Token) is { } line)
        {
            if (signingIn.Length > 0)
            {
                await WriteAsync($"{signingIn} OK welcome\r\n");
                signingIn = "";
                continue;
            }

            var parts = line.Split(' ', 2);
            var answer = answers(parts[0], parts.ElementAtOrDefault(1) ?? "");
            if (answer is null)
                return;
            if (answer.StartsWith('+'))
                signingIn = parts[0];
            await WriteAsync(answer.TrimEnd('\0'));
            if (answer.EndsWith('\0'))
                return;
        }

        async Task WriteAsync(string text)
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(text), end.Token);
            await stream.FlushAsync(end.Token);
        }
    }
}
