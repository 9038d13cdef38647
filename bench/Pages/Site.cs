using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Moothall.Bench.Pages;

/// <summary>A web site in a process of its own, as an administrator would start it.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly Process process;

    private Site(Process process, Uri root, TimeSpan toFirstPage) =>
        (this.process, Root, ToFirstPage) = (process, root, toFirstPage);

    public Uri Root { get; }

    /// <summary>From starting the process to the whole of its first page.</summary>
    public TimeSpan ToFirstPage { get; }

    /// <summary>Starts it and waits for its first page.</summary>
    /// <param name="program">The assembly to run.</param>
    /// <param name="contentRoot">Where its files are.</param>
    /// <param name="database">A file or a connection string.</param>
    /// <param name="firstPage">The address of the page that is waited for.</param>
    /// <param name="arguments">Further words of the command.</param>
    public static async Task<Site> StartAsync(
        string program,
        string contentRoot,
        string database,
        string firstPage,
        params string[] arguments
    )
    {
        var port = FreePort();
        var root = new Uri($"http://localhost:{port}/");
        var start = new ProcessStartInfo(
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
        var begun = Stopwatch.GetTimestamp();
        var started = Process.Start(start)!;
        var said = new List<string>();
        DataReceivedEventHandler keep = (_, line) =>
        {
            lock (said)
            {
                said.Add(line.Data ?? "");
            }
        };
        started.OutputDataReceived += keep;
        started.ErrorDataReceived += keep;
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = root };
        while (true)
        {
            try
            {
                using var page = await client.GetAsync(new Uri(root, firstPage));
                await page.Content.ReadAsByteArrayAsync();
                page.EnsureSuccessStatusCode();
                return new(started, root, Stopwatch.GetElapsedTime(begun));
            }
            catch (HttpRequestException)
                when (!started.HasExited
                    && Stopwatch.GetElapsedTime(begun) < TimeSpan.FromMinutes(5)
                )
            {
                await Task.Delay(5);
            }
            catch (HttpRequestException fault)
            {
                lock (said)
                {
                    throw new InvalidOperationException(
                        $"{program} does not serve: {string.Join('\n', said.TakeLast(30))}",
                        fault
                    );
                }
            }
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
        using (var interrupt = Process.Start("kill", ["-INT", $"{process.Id}"]))
        {
            await interrupt.WaitForExitAsync();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }
}
