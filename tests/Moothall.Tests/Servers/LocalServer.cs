using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Moothall.Tests.Servers;

/// <summary>
/// A real server program run by the tests from a private directory. A small shell stands between: it starts the
/// server and then waits for its own input to end, which happens when the test process stops it or dies in any way
/// at all. Then it stops the server and removes the directory, so that nothing is ever left running.
/// </summary>
public sealed class LocalServer : IAsyncDisposable
{
    private readonly Process _guard;

    private LocalServer(Process guard) => _guard = guard;

    /// <summary>Makes a directory that belongs to the account the server runs under.</summary>
    /// <param name="account">The account to use where the tests run as root; servers refuse to run as root.</param>
    public static string CreateDirectory(string account)
    {
        var directory = Directory.CreateTempSubdirectory("moothall-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            using var chown = Process.Start("chown", [account, directory]);
            chown.WaitForExit();
            if (chown.ExitCode != 0)
                throw new InvalidOperationException(
                    $"There is no account {account}; ./moot test installs its package."
                );
        }

        return directory;
    }

    /// <summary>Starts a server by a shell text and waits until that text has ended well.</summary>
    /// <param name="account">As in <see cref="CreateDirectory"/>.</param>
    /// <param name="directory">The private directory, removed at the end; <c>$D</c> in both texts.</param>
    /// <param name="start">Starts the server in the background and ends once it can be used.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="InvalidOperationException">The server did not start; the message holds its words.</exception>
    public static async Task<LocalServer> StartAsync(
        string account,
        string directory,
        string start,
        string stop
    )
    {
        var script = $$"""
            trap '' INT HUP TERM
            end() { { {{stop}}
            } >/dev/null 2>&1; cd /; rm -rf "$D"; }
            if { {{start}}
            } >"$D/start.log" 2>&1 </dev/null; then echo started; else cat "$D/start.log"; end; exit 1; fi
            cat >/dev/null
            end
            """;
        var command = Command(account, script);
        var guard = Process.Start(
            new ProcessStartInfo(command[0], command[1..])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                WorkingDirectory = directory,
                Environment = { ["D"] = directory },
            }
        )!;
        var first = await guard.StandardOutput.ReadLineAsync();
        if (first == "started")
            return new LocalServer(guard);

        throw new InvalidOperationException(
            $"{first}\n{await guard.StandardOutput.ReadToEndAsync()}"
        );
    }

    /// <summary>Runs a shell text to its end.</summary>
    /// <param name="account">As in <see cref="CreateDirectory"/>.</param>
    /// <param name="script">What to run; what it says is thrown away, since a server it starts would keep it open.</param>
    public static async Task RunAsync(string account, string script)
    {
        var command = Command(account, $"{{ {script}\n}} >/dev/null 2>&1 </dev/null");
        using var process = Process.Start(command[0], command[1..]);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{script} ended with {process.ExitCode}.");
    }

    private static string[] Command(string account, string script) =>
        Environment.IsPrivilegedProcess
            ? ["runuser", "-u", account, "--", "sh", "-c", script]
            : ["sh", "-c", script];

    /// <summary>A port of this machine that nobody listened on a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Stops the server and removes its directory.</summary>
    public async ValueTask DisposeAsync()
    {
        _guard.StandardInput.Close();
        await _guard.WaitForExitAsync();
        _guard.Dispose();
    }
}
