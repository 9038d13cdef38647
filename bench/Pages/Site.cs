using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Moothall.Bench.Pages;

/// <summary>A web site in a process of its own, as an administrator would start it.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly ProcessStartInfo start;
    private readonly Uri firstPage;
    private readonly List<string> said = [];
    private Process process = new();

    private Site(ProcessStartInfo start, Uri root, string firstPage) =>
        (this.start, Root, this.firstPage) = (start, root, new(root, firstPage));

    public Uri Root { get; }

    /// <summary>From starting the process to the whole of its first page.</summary>
    public TimeSpan ToFirstPage { get; private set; }

    /// <summary>Starts it and waits for its first page.</summary>
    /// <param name="program">The assembly to run.</param>
    /// <param name="contentRoot">Where its files are.</param>
    /// <param name="database">A file or a connection string.</param>
    /// <param name="firstPage">The address of the page that is waited for.</param>
    /// <param name="arguments">Further words of the command.</param>
    /// <param name="settings">Further settings.</param>
    public static async Task<Site> StartAsync(
        string program,
        string contentRoot,
        string database,
        string firstPage,
        IReadOnlyList<string> arguments,
        params IReadOnlyList<(string Name, string Value)> settings
    )
    {
        var root = new Uri($"http://localhost:{FreePort()}/");
        var command = new ProcessStartInfo(
            "dotnet",
            [program, .. arguments, "--urls", root.ToString()]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["Database"] = database,
                ["ASPNETCORE_CONTENTROOT"] = contentRoot,
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["DOTNET_NOLOGO"] = "1",
            },
        };
        foreach (var (name, value) in settings)
        {
            command.Environment[name] = value;
        }

        var site = new Site(command, root, firstPage);
        await site.StartAgainAsync();
        return site;
    }

    /// <summary>Starts it once more at the same address and waits for its first page.</summary>
    public async Task StartAgainAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        process.Dispose();
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient();
        while (true)
        {
            try
            {
                using var page = await client.GetAsync(firstPage);
                await page.Content.ReadAsByteArrayAsync();
                page.EnsureSuccessStatusCode();
                ToFirstPage = Stopwatch.GetElapsedTime(begun);
                return;
            }
            catch (HttpRequestException)
                when (!process.HasExited && Stopwatch.GetElapsedTime(begun).TotalMinutes < 5)
            {
                await Task.Delay(5);
            }
            catch (HttpRequestException fault)
            {
                lock (said)
                {
                    throw new InvalidOperationException(
                        $"{start.ArgumentList[0]} does not serve: {string.Join('\n', said.TakeLast(30))}",
                        fault
                    );
                }
            }
        }
    }

    /// <summary>Ends it in the middle of whatever it does, as a power cut would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    private void Keep(string? line)
    {
        lock (said)
        {
            said.Add(line ?? "");
        }
    }

    /// <summary>Memory that would be free again without it, in MiB: what it shares with other processes counts in proportion.</summary>
    public double ProportionalMemory()
    {
        var line = File.ReadLines($"/proc/{process.Id}/smaps_rollup")
            .First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        var kilobytes = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            // Not an interrupt: whoever starts this in the background has told all below it to ignore those.
            using var interrupt = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await interrupt.WaitForExitAsync();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }
}
