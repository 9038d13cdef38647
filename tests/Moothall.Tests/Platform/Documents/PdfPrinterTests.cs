using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moothall.Platform.Documents;

namespace Moothall.Tests.Platform.Documents;

public sealed class PdfPrinterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Paper_is_printed_with_its_marking_and_page_numbers_on_every_page()
    {
        using var printer = Printer();
        Assert.True(
            printer.IsAvailable,
            "Chromium is needed by this test. ./moot test installs it."
        );
        var paper = WordWriterTests.Full with
        {
            Blocks =
            [
                .. Enumerable.Repeat(WordWriterTests.Full.Blocks, 6).SelectMany(blocks => blocks),
            ],
        };

        var pdf = await printer.PrintAsync(
            PaperHtml.Render(paper),
            TestContext.Current.CancellationToken
        );

        Assert.True(pdf.AsSpan().StartsWith("%PDF-"u8));
        var path = folder["paper.pdf"];
        File.WriteAllBytes(path, pdf);
        var (code, text) = await Tool.RunAsync("pdftotext", "-layout", path, "-");
        Assert.Equal(0, code);
        var pages = text.TrimEnd('\f', '\n').Split('\f');
        Assert.True(pages.Length > 1);
        for (var page = 0; page < pages.Length; page++)
        {
            Assert.Contains("Official – Sensitive", pages[page], StringComparison.Ordinal);
            Assert.Contains("Text unchanged: 9f2c 41d0", pages[page], StringComparison.Ordinal);
            Assert.Contains(
                $"Page {page + 1} of {pages.Length}",
                pages[page],
                StringComparison.Ordinal
            );
        }

        Assert.Contains("Walk the estate", text, StringComparison.Ordinal);
        var (_, facts) = await Tool.RunAsync("pdfinfo", path);
        Assert.Matches(@"Tagged:\s+yes", facts);
        Assert.Matches(@"Title:\s+Minutes of the Community Safety Hub", facts);
        Assert.DoesNotMatch(@"Author:", facts);
        Assert.Contains("A4", facts, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["printing"]));
    }

    [Fact]
    public async Task Nothing_runs_and_nothing_is_loaded_while_printing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}/x";
        var html = $"""
            <!DOCTYPE html><html lang="en-GB"><head><title>A title</title><link rel="stylesheet" href="{address}">
            <meta http-equiv="refresh" content="0;url={address}"></head><body><p>before</p><img src="{address}" alt="">
            <script>document.body.append('script ran')</script><iframe src="{address}"></iframe></body></html>
            """;
        using var printer = Printer();

        // What is printed, if anything is, is the document and not what it was told to fetch.
        var text = await TextOfAsync(printer, html);

        Assert.DoesNotContain("script ran", text, StringComparison.Ordinal);
        Assert.False(listener.Pending(), "Chromium opened a connection.");
        Assert.Contains(
            "before",
            await TextOfAsync(printer, "<p>before<script>document.write('ran')</script>"),
            StringComparison.Ordinal
        );
    }

    private async Task<string> TextOfAsync(PdfPrinter printer, string html)
    {
        File.WriteAllBytes(
            folder["x.pdf"],
            await printer.PrintAsync(html, TestContext.Current.CancellationToken)
        );
        return (await Tool.RunAsync("pdftotext", folder["x.pdf"], "-")).Output;
    }

    [Fact]
    public async Task Cancelled_print_ends_its_processes_and_leaves_nothing()
    {
        using var printer = Printer(Script($"sleep 300 & echo $! > {folder["child"]}; wait"));
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            printer.PrintAsync("<p>x", cancel.Token)
        );
        var child = int.Parse(File.ReadAllText(folder["child"]), CultureInfo.InvariantCulture);
        Assert.False(await IsRunningAsync(child), "The child of the stopped program still runs.");
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["printing"]));
    }

    // A process that has ended but whose parent has not yet noticed is a zombie (Z).
    private static async Task<bool> IsRunningAsync(int process)
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var (_, state) = await Tool.RunAsync(
                "sh",
                "-c",
                $"cut -d' ' -f3 /proc/{process}/stat 2>/dev/null"
            );
            if (state.Trim() is "" or "Z")
            {
                return false;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        return true;
    }

    [Fact]
    public async Task Program_that_fails_is_told_apart_and_sees_nothing_of_the_applications_environment()
    {
        Environment.SetEnvironmentVariable("MOOTHALL_TEST_SECRET", "hunter2");
        var seen = folder["seen"];
        using var printer = Printer(Script($"env > {seen}; ls -ld . >> {seen}; exit 3"));
        var error = await Assert.ThrowsAsync<PdfNotPrintedException>(() =>
            printer.PrintAsync("<p>x", TestContext.Current.CancellationToken)
        );
        Assert.Contains("3", error.Message, StringComparison.Ordinal);
        var text = File.ReadAllText(seen);
        Assert.DoesNotContain("MOOTHALL_TEST_SECRET", text, StringComparison.Ordinal);
        Assert.Contains("drwx------", text, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["printing"]));
    }

    [Fact]
    public async Task Without_Chromium_nothing_is_offered()
    {
        using var printer = Printer(folder["no-such-program"]);
        Assert.False(printer.IsAvailable);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            printer.PrintAsync("<p>x", TestContext.Current.CancellationToken)
        );
    }

    private string Script(string commands)
    {
        var path = folder["program"];
        File.WriteAllText(path, "#!/bin/sh\n" + commands + "\n");
        Process.Start("chmod", ["700", path]).WaitForExit();
        return path;
    }

    private PdfPrinter Printer(string? chromium = null)
    {
        Directory.CreateDirectory(folder["printing"]);
        var options = new DocumentsOptions
        {
            ChromiumPath = chromium,
            PrintingPath = folder["printing"],
        };
        return new PdfPrinter(Options.Create(options), NullLogger<PdfPrinter>.Instance);
    }
}
