using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Moothall.Platform.Email;

/// <summary>What the server answered: a number and words, one line or several.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsGood => Code is >= 200 and < 400;
    public bool IsPermanent => Code >= 500;

    /// <summary>The server's words as a user may be shown them.</summary>
    public string Words
    {
        get
        {
            var words = string.Join(' ', Lines.Select(line => line.Trim()));
            return $"{Code} {(words.Length > 300 ? words[..300] : words)}".Trim();
        }
    }
}

/// <summary>The lines and answers of one connection to a mail server (RFC 5321 and, for STARTTLS, 3207).</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private const int LongestLine = 2000;
    private const int MostLines = 100;
    private readonly byte[] _buffer = new byte[4096];
    private readonly TcpClient _client;
    private int _start;
    private int _end;
    private Stream _stream;

    private SmtpConnection(TcpClient client)
    {
        _client = client;
        _stream = client.GetStream();
    }

    public static async Task<SmtpConnection> OpenAsync(
        string host,
        int port,
        CancellationToken cancellationToken
    )
    {
        var client = new TcpClient();
        try
        {
            await client.ConnectAsync(host, port, cancellationToken);
            return new SmtpConnection(client);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Sends one command and gives the answer.</summary>
    /// <exception cref="IOException">The connection broke, or the server does not speak SMTP.</exception>
    public async Task<SmtpReply> CommandAsync(string command, CancellationToken cancellationToken)
    {
        if (command.AsSpan().ContainsAny('\r', '\n'))
            throw new ArgumentException("A command is one line.", nameof(command));
        await WriteAsync($"{command}\r\n", cancellationToken);
        return await AnswerAsync(cancellationToken);
    }

    public async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(text), cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    /// <summary>Changes to an encrypted connection, after the server has agreed to STARTTLS.</summary>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The certificate is not accepted.</exception>
    public async Task EncryptAsync(
        SslClientAuthenticationOptions options,
        CancellationToken cancellationToken
    )
    {
        // Anything that came in the clear behind the agreement could be an attacker's, to be taken for the server's.
        if (_start != _end)
            throw new IOException("The server sent more than its answer before encryption.");
        var encrypted = new SslStream(_stream);
        _stream = encrypted;
        await encrypted.AuthenticateAsClientAsync(options, cancellationToken);
    }

    public async Task<SmtpReply> AnswerAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await LineAsync(cancellationToken);
            if (
                line.Length < 3
                || !int.TryParse(
                    line.AsSpan(0, 3),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var code
                )
            )
                break;
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
                return new SmtpReply(code, lines);
        }

        throw new IOException("The server's answer is not one of a mail server.");
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _client.Dispose();
    }

    private async Task<string> LineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (line.Length < LongestLine)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = await _stream.ReadAsync(_buffer, cancellationToken);
                if (_end == 0)
                    throw new IOException("The server closed the connection.");
            }

            var letter = (char)_buffer[_start++];
            if (letter == '\n')
                return line.ToString();
            if (letter != '\r')
                line.Append(char.IsControl(letter) ? ' ' : letter);
        }

        throw new IOException("The server's answer is too long.");
    }
}
