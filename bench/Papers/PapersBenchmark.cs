using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moothall.Bench.Pages;
using Moothall.Platform.Documents;

namespace Moothall.Bench.Papers;

/// <summary>Twenty pages of minutes to Word and PDF beside a LibreOffice that is warm, and to a locked file beside 7z, in turns.</summary>
internal static class PapersBenchmark
{
    public const string Usage =
        "./moot bench papers [TURNS]\n                      twenty pages of minutes to Word, PDF and locked file, beside a warm LibreOffice and 7z";

    private const int Pages = 20;
    private const string Password = "quiet-Harbour-7-lantern";

    private static readonly DateOnly Day = new(2026, 9, 15);

    public static async Task<int> RunAsync(string[] options, TextWriter output)
    {
        var turns = options is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 15;
        var folder = Directory.CreateTempSubdirectory("moot-papers-").FullName;
        try
        {
            await using var office = await Office.StartAsync(folder);
            await MeasureAsync(folder, office, turns, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task MeasureAsync(
        string folder,
        Office office,
        int turns,
        TextWriter output
    )
    {
        string In(string name) => Path.Combine(folder, name);

        using var printer = new PdfPrinter(
            Options.Create(new DocumentsOptions()),
            NullLogger<PdfPrinter>.Instance
        );
        var items = Pages;
        var paper = LongMinutes.Of(items);
        int pages;
        while (
            (pages = await PagesAsync(await PrintAsync(printer, paper), In("count.pdf"))) < Pages
        )
        {
            paper = LongMinutes.Of(items += 2);
        }

        await File.WriteAllBytesAsync(In("ours.docx"), WordWriter.ToBytes(paper));
        await office.ConvertAsync(In("ours.docx"), In("source.odt"), Office.Text);
        await office.ConvertAsync(In("ours.docx"), In("theirs.pdf"), Office.Pdf);
        var theirs = await PagesAsync(
            await File.ReadAllBytesAsync(In("theirs.pdf")),
            In("count.pdf")
        );
        await output.WriteLineAsync(
            $"Minutes of {items} items: {pages} pages, {theirs} as LibreOffice lays the Word file out; {turns} turns, milliseconds"
        );

        await CompareAsync(
            output,
            turns,
            "Word, of a warm LibreOffice",
            0.1,
            () =>
            {
                WordWriter.ToBytes(LongMinutes.Of(items));
                return Task.CompletedTask;
            },
            () => office.ConvertAsync(In("source.odt"), In("theirs.docx"), Office.Word)
        );
        await CompareAsync(
            output,
            turns,
            "PDF, of a warm LibreOffice",
            0.5,
            () => PrintAsync(printer, paper),
            () => office.ConvertAsync(In("ours.docx"), In("theirs.pdf"), Office.Pdf)
        );
        await CompareAsync(
            output,
            turns,
            "Locked file, of 7z",
            1,
            () => LockAsync(In("ours.docx"), In("ours.zip")),
            () =>
            {
                File.Delete(In("theirs.zip"));
                return RunAsync(
                    "7z",
                    "a",
                    "-tzip",
                    "-mem=AES256",
                    $"-p{Password}",
                    In("theirs.zip"),
                    In("ours.docx")
                );
            }
        );
        await CheckAsync(In("ours.zip"), folder);
    }

    private static async Task CompareAsync(
        TextWriter output,
        int turns,
        string name,
        double aim,
        Func<Task> own,
        Func<Task> other
    )
    {
        // The first of each is for warming up.
        await own();
        await other();
        var (mine, theirs) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < turns; turn++)
        {
            mine.Add(await TimeAsync(own));
            theirs.Add(await TimeAsync(other));
        }

        var times = Slice.Median(mine.Zip(theirs, (one, another) => one / another));
        await output.WriteLineAsync(
            $"{name, -30} p50 {Table.Fine(Slice.Median(mine)), 8}  p95 {Table.Fine(High(mine)), 8}   beside p50 {Table.Fine(Slice.Median(theirs)), 8}  p95 {Table.Fine(High(theirs)), 8}   {Table.Fine(times)} times, of {aim}: {(times <= aim ? "kept" : "NOT KEPT")}"
        );
    }

    private static async Task<double> TimeAsync(Func<Task> deed)
    {
        var begun = Stopwatch.GetTimestamp();
        await deed();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static double High(List<double> times) =>
        times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * 95 / 100));

    private static Task<byte[]> PrintAsync(PdfPrinter printer, Paper paper) =>
        printer.PrintAsync(PaperHtml.Render(paper), CancellationToken.None);

    private static async Task LockAsync(string source, string target)
    {
        var content = await File.ReadAllBytesAsync(source);
        await using var file = File.Create(target);
        LockedFile.Write(file, "minutes.docx", Day, content, Password);
    }

    // A file that nobody can open would be quick to make.
    private static async Task CheckAsync(string locked, string folder)
    {
        var open = Path.Combine(folder, "open");
        await RunAsync("7z", "x", $"-p{Password}", $"-o{open}", locked);
        using var word = ZipFile.OpenRead(Path.Combine(open, "minutes.docx"));
        if (word.GetEntry("word/document.xml") is null)
        {
            throw new InvalidOperationException("What was locked is no Word file.");
        }
    }

    private static async Task<int> PagesAsync(byte[] pdf, string file)
    {
        await File.WriteAllBytesAsync(file, pdf);
        var line = (await RunAsync("pdfinfo", file))
            .Split('\n')
            .Single(one => one.StartsWith("Pages:", StringComparison.Ordinal));
        return int.Parse(line["Pages:".Length..], CultureInfo.InvariantCulture);
    }

    private static async Task<string> RunAsync(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? said
            : throw new InvalidOperationException(
                $"{program} ended with {process.ExitCode}: {said}"
            );
    }
}
