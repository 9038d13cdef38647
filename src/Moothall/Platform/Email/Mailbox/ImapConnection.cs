using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Moothall.Platform.Email.Mailbox;

/// <summary>
/// The commands and answers of one connection to a mailbox (RFC 3501). Every wait has an end, and nothing the server
/// announces is believed: a line, a literal and an answer have a greatest length.
/// </summary>
internal sealed class ImapConnection : IAsyncDisposable
{
    private const int LongestLine = 64 * 1024;
    private const int MostAnswers = 20_000;
    private const int MostLiterals = 20;

    private readonly byte[] buffer = new byte[32 * 1024];
    private readonly TcpClient client;
    private readonly TimeSpan patience;
    private Stream stream;
    private int start;
    private int end;
    private int count;

    private ImapConnection(TcpClient client, TimeSpan patience) =>
        (this.client, stream, this.patience) = (client, client.GetStream(), patience);

    public static async Task<ImapConnection> OpenAsync(
        string host,
        int port,
        TimeSpan patience,
        CancellationToken cancel
    )
    {
        var tcp = new TcpClient();
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(patience);
            await tcp.ConnectAsync(host, port, limit.Token);
            return new(tcp, patience);
        }
        catch
        {
            tcp.Dispose();
            throw;
        }
    }

    /// <summary>Changes to an encrypted connection.</summary>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The certificate is not accepted.</exception>
    public async Task EncryptAsync(SslClientAuthenticationOptions options, CancellationToken cancel)
    {
        // Anything that came in the clear behind the agreement could be an attacker's, to be taken for the server's.
        if (start != end)
        {
            throw new IOException("The server sent more than its answer before encryption.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        var encrypted = new SslStream(stream);
        stream = encrypted;
        await encrypted.AuthenticateAsClientAsync(options, limit.Token);
    }

    /// <summary>Sends one command and reads until its own answer.</summary>
    /// <param name="command">One line.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="continuation">What to send where the server asks for more.</param>
    /// <param name="largestLiteral">Greatest length of a literal, in bytes.</param>
    /// <exception cref="IOException">The connection broke, or the server does not speak IMAP.</exception>
    public async Task<ImapReply> CommandAsync(
        string command,
        CancellationToken cancel,
        string? continuation = null,
        int largestLiteral = LongestLine
    )
    {
        if (command.AsSpan().ContainsAny('\r', '\n', '\0'))
        {
            throw new ArgumentException("A command is one line.", nameof(command));
        }

        var tag = string.Create(CultureInfo.InvariantCulture, $"M{++count:d4}");
        await WriteAsync($"{tag} {command}\r\n", cancel);
        var untagged = new List<ImapAnswer>();
        while (untagged.Count < MostAnswers)
        {
            var answer = await AnswerAsync(largestLiteral, cancel);
            if (answer.Text.StartsWith("* ", StringComparison.Ordinal))
            {
                untagged.Add(answer);
            }
            else if (answer.Text.StartsWith('+') && continuation is not null)
            {
                await WriteAsync($"{continuation}\r\n", cancel);
                continuation = null;
            }
            else if (answer.Text.StartsWith($"{tag} ", StringComparison.Ordinal))
            {
                var parts = answer.Text.Split(' ', 3);
                return new(
                    parts[1].ToUpperInvariant(),
                    parts.ElementAtOrDefault(2) ?? "",
                    untagged
                );
            }
            else
            {
                break;
            }
        }

        throw new IOException("The server's answer is not one of a mailbox.");
    }

    /// <summary>Reads one answer with its literals.</summary>
    public async Task<ImapAnswer> AnswerAsync(int largestLiteral, CancellationToken cancel)
    {
        var text = new StringBuilder();
        var literals = new List<byte[]>();
        while (true)
        {
            var line = await LineAsync(cancel);
            text.Append(line);
            if (LiteralLength(line) is not { } length)
            {
                return new(text.ToString(), literals);
            }

            if (
                length > largestLiteral
                || literals.Count == MostLiterals
                || text.Length > LongestLine
            )
            {
                throw new IOException("The server's answer is longer than was asked for.");
            }

            var literal = new byte[length];
            await FillAsync(literal, cancel);
            literals.Add(literal);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await stream.DisposeAsync();
        }
        catch (IOException)
        {
            // A connection that is broken already cannot be closed politely.
        }

        client.Dispose();
    }

    private static long? LiteralLength(string line)
    {
        var open = line.LastIndexOf('{');
        return
            line.EndsWith('}')
            && open >= 0
            && long.TryParse(
                line.AsSpan(open + 1, line.Length - open - 2),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var length
            )
            ? length
            : null;
    }

    private async Task<string> LineAsync(CancellationToken cancel)
    {
        var line = new StringBuilder();
        while (line.Length < LongestLine)
        {
            if (start == end)
            {
                await MoreAsync(cancel);
            }

            var letter = (char)buffer[start++];
            if (letter == '\n')
            {
                return line.ToString();
            }

            if (letter != '\r')
            {
                line.Append(char.IsControl(letter) ? ' ' : letter);
            }
        }

        throw new IOException("The server's answer is too long.");
    }

    private async Task FillAsync(byte[] target, CancellationToken cancel)
    {
        for (var filled = 0; filled < target.Length; )
        {
            if (start == end)
            {
                await MoreAsync(cancel);
            }

            var taken = Math.Min(end - start, target.Length - filled);
            buffer.AsSpan(start, taken).CopyTo(target.AsSpan(filled));
            (start, filled) = (start + taken, filled + taken);
        }
    }

    private async Task MoreAsync(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        (start, end) = (0, 0);
        end = await stream.ReadAsync(buffer, limit.Token);
        if (end == 0)
        {
            throw new IOException("The server closed the connection.");
        }
    }

    private async Task WriteAsync(string text, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), limit.Token);
        await stream.FlushAsync(limit.Token);
    }
}
