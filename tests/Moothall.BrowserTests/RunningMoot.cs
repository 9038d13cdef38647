using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Moothall.BrowserTests;

/// <summary>The product as its users start it: a process of its own with the demonstration partnership, on this machine.</summary>
public sealed class RunningMoot : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;
    private readonly List<string> said = [];

    private RunningMoot(Process process, string folder, string address) =>
        (this.process, this.folder, Address) = (process, folder, address);

    /// <summary>Where it serves, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>The file of its database, for a test that prepares what the demonstration does not hold.</summary>
    public string Database => Path.Combine(folder, "moothall.db");

    /// <summary>Stops it as Ctrl-C does.</summary>
    /// <returns>How long it took; it is an error to need longer than this.</returns>
    public async Task<TimeSpan> InterruptAsync(TimeSpan patience)
    {
        var begun = Stopwatch.StartNew();
        using var interrupt = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await interrupt.WaitForExitAsync();
        using var limit = new CancellationTokenSource(patience);
        await process.WaitForExitAsync(limit.Token);
        return begun.Elapsed;
    }

    /// <summary>What it printed.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return string.Join('\n', said);
            }
        }
    }

    /// <summary>The top of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Starts it on a new database and waits until it answers.</summary>
    public static async Task<RunningMoot> StartAsync(string preset = "demo")
    {
        var own = Directory.CreateTempSubdirectory("moot-browser-").FullName;
        var port = FreePort();
        var dll = typeof(Program).Assembly.Location;
        var start = new ProcessStartInfo("env")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = own,
        };
        string[] arguments =
        [
            // A process begun in the background is deaf to Ctrl-C; this one is begun as from a terminal.
            "--default-signal=INT",
            "dotnet",
            dll,
            "serve",
            "--preset",
            preset,
            "--database",
            Path.Combine(own, "moothall.db"),
            "--urls",
            $"http://localhost:{port}",
        ];
        arguments.ToList().ForEach(start.ArgumentList.Add);
        start.Environment["ASPNETCORE_CONTENTROOT"] = Path.Combine(Root, "src", "Moothall");
        var moot = new RunningMoot(Process.Start(start)!, own, $"http://localhost:{port}");
        moot.process.OutputDataReceived += (_, line) => moot.Hear(line.Data);
        moot.process.ErrorDataReceived += (_, line) => moot.Hear(line.Data);
        moot.process.BeginOutputReadLine();
        moot.process.BeginErrorReadLine();
        await moot.AnswersAsync();
        return moot;
    }

    private void Hear(string? line)
    {
        lock (said)
        {
            said.Add(line ?? "");
        }
    }

    private async Task AnswersAsync()
    {
        using var client = new HttpClient();
        for (var tries = 0; tries < 1200 && !process.HasExited; tries++)
        {
            try
            {
                if ((await client.GetAsync($"{Address}/Account/SignIn")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(250);
        }

        throw new InvalidOperationException($"The product did not start:\n{Said}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindRoot()
    {
        var place = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!;
        while (!File.Exists(Path.Combine(place, "Moothall.slnx")))
        {
            place =
                Path.GetDirectoryName(place)
                ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return place;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
