using System.Diagnostics;
using Moothall.BrowserTests;

namespace Moothall.Bench.Papers;

/// <summary>A LibreOffice that is running already, and converts one file after another.</summary>
internal sealed class Office : IAsyncDisposable
{
    public const string Word = "MS Word 2007 XML";
    public const string Pdf = "writer_pdf_Export";
    public const string Text = "writer8";

    private readonly Process office;
    private readonly Process script;

    private Office(Process office, Process script) => (this.office, this.script) = (office, script);

    /// <summary>Starts one with a profile of its own.</summary>
    public static async Task<Office> StartAsync(string folder)
    {
        var pipe = $"moot{Environment.ProcessId}";
        var running = Start(
            "soffice",
            "--headless",
            "--norestore",
            $"-env:UserInstallation=file://{folder}/profile",
            $"--accept=pipe,name={pipe};urp;"
        );
        // LibreOffice's module belongs to Debian's own Python.
        var told = Start(
            "/usr/bin/python3",
            Path.Combine(RunningMoot.Root, "bench", "Papers", "warm.py"),
            $"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
        );
        var one = new Office(running, told);
        await one.ExpectAsync("ready");
        return one;
    }

    /// <summary>Converts a file.</summary>
    public async Task ConvertAsync(string source, string target, string form)
    {
        await script.StandardInput.WriteLineAsync($"{source}\t{target}\t{form}");
        await script.StandardInput.FlushAsync();
        await ExpectAsync("done");
    }

    private async Task ExpectAsync(string word)
    {
        if (await script.StandardOutput.ReadLineAsync() != word)
        {
            throw new InvalidOperationException("LibreOffice converted nothing.");
        }
    }

    private static Process Start(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        return Process.Start(start)
            ?? throw new InvalidOperationException($"{program} does not start.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var process in new[] { script, office })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
