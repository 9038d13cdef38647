using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Moothall.Tests.Servers;

/// <summary>Just enough of a mail program to put messages in and count them.</summary>
internal sealed class DovecotClient(TcpClient tcp, SslStream stream) : IAsyncDisposable
{
    public async Task<string> CommandAsync(string command, byte[]? literal, bool mayFail = false)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"T {command}\r\n"));
        if (literal is not null)
        {
            await stream.WriteAsync(literal);
            await stream.WriteAsync("\r\n"u8.ToArray());
        }

        var said = await ReadAsync("T ");
        return mayFail || said.Contains("T OK", StringComparison.Ordinal)
            ? said
            : throw new InvalidOperationException(said);
    }

    public async Task<string> ReadAsync(string until)
    {
        var said = new StringBuilder();
        var buffer = new byte[4096];
        while (true)
        {
            var lines = said.ToString().Split("\r\n");
            if (lines[..^1].Any(line => line.StartsWith(until, StringComparison.Ordinal)))
                return said.ToString();
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
                throw new InvalidOperationException($"Dovecot closed the connection: {said}");
            said.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        tcp.Dispose();
    }
}
