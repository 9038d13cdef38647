using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Moothall.BrowserTests;
using Moothall.Platform.Data;
using Moothall.Tests.Servers;

namespace Moothall.Bench.Pages;

/// <summary>The product's pages beside bare ones that read as many rows from the same database, in turns.</summary>
internal static class PagesBenchmark
{
    private const int Starts = 5;

    private static readonly string Floor = Path.Combine(RunningMoot.Root, "bench", "Floor");
    private static readonly string Product = Path.Combine(RunningMoot.Root, "src", "Moothall");

    public static async Task<int> RunAsync(PageOptions options, TextWriter output)
    {
        PostgresServer.IsDurable = true;
        foreach (var database in options.Databases)
        {
            await RunAsync(database, options, output);
        }

        return 0;
    }

    private static async Task RunAsync(string database, PageOptions options, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("moot-bench-").FullName;
        var address = new DatabaseAddress(
            database == "postgres"
                ? await PostgresServer.CreateDatabaseAsync()
                : Path.Combine(folder, "moothall.db")
        );
        try
        {
            Environment.SetEnvironmentVariable("DataFolder", folder);
            var filling = new Filling(address, options.Cases);
            var watch = Stopwatch.StartNew();
            await FillAsync(address, folder, filling, options.Cases);
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\n{database}: {options.Cases:n0} cases, {options.Cases * 3:n0} actions; filled in {watch.Elapsed.TotalSeconds:0} s"
                )
            );
            await MeasureAsync(address, filling, options, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            if (address.IsPostgres)
            {
                await PostgresServer.DropAsync(address.Text);
            }
        }
    }

    // A file that was filled before is taken again, as long as the tables are the same.
    private static async Task FillAsync(
        DatabaseAddress address,
        string folder,
        Filling filling,
        int cases
    )
    {
        string migration;
        await using (var db = filling.Open())
        {
            migration = db.Database.GetMigrations().Last();
        }

        var kept = Path.Combine(RunningMoot.Root, "artifacts", "bench", $"{cases}-{migration}");
        if (!address.IsPostgres && Directory.Exists(kept))
        {
            CopyFolder(kept, folder);
            return;
        }

        await using (await StartProductAsync(address, "--preset", "demo")) { }

        await filling.RunAsync();
        if (!address.IsPostgres)
        {
            SqliteConnection.ClearAllPools();
            CopyFolder(folder, kept);
        }
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task MeasureAsync(
        DatabaseAddress address,
        Filling filling,
        PageOptions options,
        TextWriter output
    )
    {
        await CompareStartsAsync(address, output);
        await using var product = await StartProductAsync(address);
        await using var bare = await StartBareAsync(address);
        using var wire = new HttpMessageInvoker(
            new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }
        );
        using var read = await PageSet.OpenAsync(product.Root, filling);
        using var written = await WriteSet.OpenAsync(product.Root, filling);
        await output.WriteLineAsync(Table.Head);
        foreach (
            var pair in (await read.PairsAsync(product.Root, bare.Root)).Concat(
                written.Pairs(bare.Root)
            )
        )
        {
            if (!pair.Name.Contains(options.Only, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var alone = 0.0;
            foreach (var clients in new[] { 1, 8 })
            {
                var compared = await pair.CompareAsync(
                    clients,
                    options.Pairs,
                    TimeSpan.FromSeconds(options.Seconds),
                    wire
                );
                await output.WriteLineAsync(Table.Line(compared));
                if (clients == 1)
                {
                    alone = compared.Product(50);
                }
                else if (pair.IsWrite)
                {
                    var times = compared.Product(99) / alone;
                    await output.WriteLineAsync(
                        $"  p99 of eight writers: {Table.Fine(times)} times the p50 of one, of 10: {(times <= 10 ? "kept" : "NOT KEPT")}"
                    );
                }
            }
        }

        var (held, needed) = (product.ProportionalMemory(), bare.ProportionalMemory());
        await output.WriteLineAsync(
            $"Memory, in proportion: {Table.Fine(held)} MiB, bare {Table.Fine(needed)} MiB; {Table.Fine(held / needed)} times, of 2: {(held <= 2 * needed ? "kept" : "NOT KEPT")}"
        );
    }

    private static async Task CompareStartsAsync(DatabaseAddress address, TextWriter output)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Starts; turn++)
        {
            await using (var product = await StartProductAsync(address))
            {
                ours.Add(product.ToFirstPage.TotalSeconds);
            }

            await using var bare = await StartBareAsync(address);
            theirs.Add(bare.ToFirstPage.TotalSeconds);
        }

        var times = Slice.Median(ours.Zip(theirs, (one, other) => one / other));
        await output.WriteLineAsync(
            $"Start to first page: {Table.Fine(Slice.Median(ours))} s, bare {Table.Fine(Slice.Median(theirs))} s; {Table.Fine(times)} times, of 1.5: {(times <= 1.5 ? "kept" : "NOT KEPT")}"
        );
    }

    private static Task<Site> StartProductAsync(DatabaseAddress address, params string[] more) =>
        Site.StartAsync(
            Path.Combine(Product, "bin", "Release", "net10.0", "Moothall.dll"),
            Product,
            address.Text,
            "/Account/SignIn",
            ["serve", .. more]
        );

    private static Task<Site> StartBareAsync(DatabaseAddress address) =>
        Site.StartAsync(
            Path.Combine(Floor, "bin", "Release", "net10.0", "Moothall.Floor.dll"),
            Floor,
            address.Text,
            "/List",
            []
        );
}
