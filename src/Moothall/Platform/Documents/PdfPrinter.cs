using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace Moothall.Platform.Documents;

/// <summary>
/// Prints HTML to PDF with the Chromium that is installed beside the application; the PDF is tagged for screen readers.
/// Where there is none, <see cref="IsAvailable"/> is false and pages offer Word only. Chromium gets a private folder that is
/// deleted at once, no network, no scripts, and none of the application's environment, which may hold secrets.
/// </summary>
public sealed class PdfPrinter(IOptions<DocumentsOptions> options, ILogger<PdfPrinter> logger)
    : IDisposable
{
    private static readonly TimeSpan LongestPrint = TimeSpan.FromSeconds(30);

    // Stands before whatever is printed: the parser takes it into the head and goes on with the document's own.
    private const string NothingLoadsOrRuns =
        "<!DOCTYPE html><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">";

    private static readonly string[] UsualNames =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];

    private readonly string? program = Find(options.Value.ChromiumPath);

    // Two at a time: each takes a few hundred megabytes.
    private readonly SemaphoreSlim places = new(2);

    /// <summary>Whether PDF can be offered at all.</summary>
    public bool IsAvailable => program is not null;

    /// <summary>Prints a document that stands alone, as <see cref="PaperHtml.Render"/> makes it.</summary>
    /// <exception cref="InvalidOperationException">There is no Chromium.</exception>
    /// <exception cref="PdfNotPrintedException">It failed or took longer than 30 seconds.</exception>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancellation)
    {
        if (program is null)
        {
            throw new InvalidOperationException(
                "PDF is not available here, because Chromium is not installed."
            );
        }

        await places.WaitAsync(cancellation);
        try
        {
            return await PrintInPrivateFolderAsync(program, html, cancellation);
        }
        finally
        {
            places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();

    private async Task<byte[]> PrintInPrivateFolderAsync(
        string chromium,
        string html,
        CancellationToken cancellation
    )
    {
        var folder = NewFolder(options.Value.PrintingPath);
        try
        {
            var page = Path.Combine(folder, "paper.html");
            var pdf = Path.Combine(folder, "paper.pdf");
            await File.WriteAllTextAsync(page, NothingLoadsOrRuns + html, cancellation);
            using var process = new Process { StartInfo = StartInfo(chromium, folder, page, pdf) };
            await RunAsync(process, cancellation);
            if (process.ExitCode != 0 || !File.Exists(pdf))
            {
                throw new PdfNotPrintedException(
                    $"Chromium made no PDF and ended with code {process.ExitCode}."
                );
            }

            return await File.ReadAllBytesAsync(pdf, cancellation);
        }
        finally
        {
            Remove(folder);
        }
    }

    private static async Task RunAsync(Process process, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestPrint);
        try
        {
            process.Start();
        }
        catch (Win32Exception error)
        {
            throw new PdfNotPrintedException("Chromium could not be started.", error);
        }

        // Read and dropped: a full pipe would stop it, and its messages may quote the document.
        var output = process.StandardOutput.BaseStream.CopyToAsync(
            Stream.Null,
            CancellationToken.None
        );
        var errors = process.StandardError.BaseStream.CopyToAsync(
            Stream.Null,
            CancellationToken.None
        );
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await Task.WhenAll(output, errors).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException error)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            throw new PdfNotPrintedException(
                "Printing took longer than 30 seconds and was stopped.",
                error
            );
        }
    }

    private static ProcessStartInfo StartInfo(
        string chromium,
        string folder,
        string page,
        string pdf
    )
    {
        var start = new ProcessStartInfo(chromium)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        string[] arguments =
        [
            "--headless",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--disable-dev-shm-usage",
            "--disable-breakpad",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--user-data-dir=" + Path.Combine(folder, "profile"),
            "--no-pdf-header-footer",
            "--print-to-pdf=" + pdf,
            new Uri(page).AbsoluteUri,
        ];
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            // Chromium's own cage cannot be built by root; a deployment runs as an ordinary account and keeps it.
            start.ArgumentList.Add("--no-sandbox");
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        string[] kept = ["PATH", "LANG", "SystemRoot"];
        var environment = kept.Select(name =>
                (name, value: Environment.GetEnvironmentVariable(name))
            )
            .ToList();
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        start.Environment["XDG_RUNTIME_DIR"] = folder;
        return start;
    }

    private static string NewFolder(string? parent)
    {
        if (parent is null)
        {
            return Directory.CreateTempSubdirectory("moothall-").FullName;
        }

        var folder = Path.Combine(parent, Path.GetRandomFileName());
        PrivateFiles.CreateFolder(folder);
        return folder;
    }

    private void Remove(string folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // A dying child of Chromium may still write for a moment.
                if (attempt == 20)
                {
                    logger.LogError(
                        error,
                        "A folder used for printing could not be deleted: {Folder}",
                        folder
                    );
                    return;
                }

                Thread.Sleep(50);
            }
        }
    }

    private static string? Find(string? given)
    {
        if (!string.IsNullOrEmpty(given))
        {
            return File.Exists(given) ? given : null;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders
            .Where(folder => folder.Length > 0)
            .SelectMany(folder => UsualNames.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}

/// <summary>A PDF could not be made. The person can take the Word file instead.</summary>
public sealed class PdfNotPrintedException(string message, Exception? cause = null)
    : Exception(message, cause);
