using System.Diagnostics;
using System.Globalization;
using Moothall.Matching;

namespace Moothall.Bench.Matching;

/// <summary>How well and how fast records of one person are found.</summary>
internal static class MatchingBenchmark
{
    private const int Million = 1_000_000;

    public const string Usage = """
        ./moot bench matching [lists|search [PEOPLE]|names]
                               how well records of one person are found in two public lists, one referral among a million,
                               and whether surnames that many share are treated as fairly
        ./moot bench matching FILE --map given=COLUMN,family=COLUMN,born=COLUMN,… --truth COLUMN [--link OTHERFILE]
                               the same of any list, or between two, where a column tells who is who
        """;

    public static async Task<int> RunAsync(string[] options, TextWriter output)
    {
        try
        {
            switch (options)
            {
                case []:
                    await ListsAsync(output);
                    await SearchBenchmark.RunAsync(Million, output);
                    await NameGroups.RunAsync(output);
                    return 0;
                case ["lists"]:
                    await ListsAsync(output);
                    return 0;
                case ["search"]:
                    await SearchBenchmark.RunAsync(Million, output);
                    return 0;
                case ["search", var people]
                    when int.TryParse(people, CultureInfo.InvariantCulture, out var count):
                    await SearchBenchmark.RunAsync(count, output);
                    return 0;
                case ["names"]:
                    await NameGroups.RunAsync(output);
                    return 0;
                default:
                    return await FileAsync(options, output);
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 2;
        }
    }

    private static async Task ListsAsync(TextWriter output)
    {
        var folder = PublicData.Folder("linkage");
        await output.WriteLineAsync(
            "Learnt from the records alone; a pair counts as one person when that is likelier than not. No label is read but to count."
        );
        foreach (
            var list in new[]
            {
                KnownList.Febrl3(folder, withIdentifier: true),
                KnownList.Febrl3(folder, withIdentifier: false),
                KnownList.Fake1000(folder),
            }
        )
            await MeasureAsync(list, null, output);
        await output.WriteLineAsync(
            """

            Published, pairwise. FEBRL 3: Splink F1 0.998 in 2.0 s or 0.965 in 1.7 s by configuration, Dedupe 0.928 in 7.2 s,
            recordlinkage 0.845 in 2.2 s (as reported by a competitor of Splink). fake_1000: Splink's best F1 0.862 (its notebook).
            """
        );
    }

    private static async Task<int> FileAsync(string[] options, TextWriter output)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new List<string>();
        for (var index = 0; index < options.Length; index++)
            if (!options[index].StartsWith("--", StringComparison.Ordinal))
                files.Add(options[index]);
            else if (index + 1 < options.Length)
                named[options[index]] = options[++index];
        if (
            files.Count != 1
            || !named.TryGetValue("--map", out var map)
            || !named.TryGetValue("--truth", out var truth)
            || named.Keys.Except(["--map", "--truth", "--link"]).Any()
        )
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        var list = KnownList.Read(FromHere(files[0]), map, truth);
        if (!named.TryGetValue("--link", out var other))
        {
            await MeasureAsync(list, null, output);
            return 0;
        }

        var second = KnownList.Read(FromHere(other), map, truth);
        var both = list with
        {
            Name = $"{list.Name} and {second.Name}",
            Rows = [.. list.Rows, .. second.Rows],
            Truth = [.. list.Truth, .. second.Truth],
        };
        await MeasureAsync(both, list.Rows.Count, output);
        return 0;
    }

    private static string FromHere(string file) =>
        Path.Combine(Environment.GetEnvironmentVariable("MOOT_HERE") ?? "", file);

    private static async Task MeasureAsync(KnownList list, int? first, TextWriter output)
    {
        await output.WriteLineAsync($"\n{list.Name}: {list.Rows.Count:n0} records");
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var linkage = Link(list, first);
        var people = first is null ? linkage.People() : null;
        var cold = watch.Elapsed;
        process.Refresh();
        processor = process.TotalProcessorTime - processor;
        var warm = Enumerable.Range(0, 3).Select(_ => Again(list, first)).Order().ElementAt(1);
        await output.WriteLineAsync(
            $"  pairs         {Score.OfPairs(linkage.Matches, list.Truth, first)}"
        );
        if (people is not null)
            await output.WriteLineAsync($"  as people     {Score.OfPeople(people, list.Truth)}");
        else
            await output.WriteLineAsync(
                $"  one to one    {Score.OfPairs(linkage.OneToOne(), list.Truth, first)}"
            );
        process.Refresh();
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  time          {cold.TotalSeconds:0.00} s the first time ({processor.TotalSeconds:0.00} s of processor), {warm.TotalSeconds:0.00} s again (median of 3); {linkage.Compared:n0} pairs compared"
            )
        );
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  memory        {process.PeakWorkingSet64 / 1024 / 1024} MB at most, the whole process so far"
            )
        );
        if (linkage.Matches.Count > 0)
        {
            var doubtful = linkage.Matches.MinBy(match => match.Bits);
            await output.WriteLineAsync(
                $"  least certain {string.Join("; ", linkage.Explain(doubtful.Left, doubtful.Right).Lines())}"
            );
        }
    }

    private static TimeSpan Again(KnownList list, int? first)
    {
        var watch = Stopwatch.StartNew();
        var linkage = Link(list, first);
        if (first is null)
            linkage.People();
        return watch.Elapsed;
    }

    private static Linkage Link(KnownList list, int? first)
    {
        var table = new PersonTable(list.Fields, list.Rows);
        return first is { } count ? Linkage.Between(table, count) : Linkage.Within(table);
    }
}
