using System.Diagnostics;
using System.Globalization;
using Moothall.Matching;

namespace Moothall.Bench.Matching;

/// <summary>One referral against a million people, beside PostgreSQL's trigrams on the same rows, in turns.</summary>
internal static class SearchBenchmark
{
    private const int Asked = 2000;

    private const int Changed = 10_000;

    /// <summary>PostgreSQL takes so long that it is asked about every so-many-th referral only.</summary>
    private const int PlainEvery = 20;

    public static async Task RunAsync(int people, TextWriter output)
    {
        var folder = PublicData.Folder("linkage");
        var names = new CommonNames(folder);
        var population = new Population(names, people, 1);
        var asked = Referrals(population, folder, Asked);
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\n{people:n0} invented people, {asked.Count:n0} referrals of them; no fault {Share(asked, 0):0} in 100, one {Share(asked, 1):0}, two {Share(asked, 2):0}"
            )
        );

        var before = GC.GetTotalMemory(true);
        var watch = Stopwatch.StartNew();
        var index = new PersonIndex(new(Population.Fields, population.Rows));
        var built = watch.Elapsed;
        var held = GC.GetTotalMemory(true) - before;
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  the library's index: {built.TotalSeconds:0.0} s to make, {held / 1024 / 1024} MB"
            )
        );

        watch.Restart();
        await using var trigrams = await TrigramSearch.StartAsync(population.Rows);
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  PostgreSQL with its indexes: {watch.Elapsed.TotalSeconds:0.0} s to make"
            )
        );

        var ours = new Tally("Moothall.Matching");
        var blocked = new Tally("pg_trgm, blocked by hand");
        var plain = new Tally("pg_trgm, plain");
        foreach (var warming in asked.Take(20))
        {
            index.Search(warming.Wanted);
            await trigrams.BlockedAsync(warming.Wanted);
        }

        for (var turn = 0; turn < asked.Count; turn++)
        {
            var referral = asked[turn];
            await ours.TimeAsync(
                referral,
                () =>
                    Task.FromResult(
                        index.Search(referral.Wanted) is [var first, ..] ? first.Person : (int?)null
                    )
            );
            await blocked.TimeAsync(referral, () => trigrams.BlockedAsync(referral.Wanted));
            if (turn % PlainEvery == 0)
                await plain.TimeAsync(referral, () => trigrams.PlainAsync(referral.Wanted));
        }

        await ChangeAsync(index, population, output);
        foreach (var tally in new[] { ours, blocked, plain })
            await output.WriteLineAsync($"  {tally}");
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  p95 is {ours.P95 / blocked.P95:0.00} of the blocked one's (aim: at most 0.50); of the {plain.Count} referrals that the plain one was asked, Moothall.Matching found {ours.RightOf(plain):0.0} in 100 first"
            )
        );
        await output.WriteLineAsync($"  not first: {ours.Missed()}");
    }

    /// <summary>
    /// Changes people one at a time, as work does: each is removed, and added again under another number. The longest is one in
    /// which what was added is sorted in.
    /// </summary>
    private static async Task ChangeAsync(
        PersonIndex index,
        Population population,
        TextWriter output
    )
    {
        var count = Math.Min(Changed, population.Rows.Count);
        var taken = new List<double>(count);
        for (var person = 0; person < count; person++)
        {
            var started = Stopwatch.GetTimestamp();
            index.Remove(person);
            index.Add(population.Rows[person]);
            taken.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        taken.Sort();
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {count:n0} people changed in place: p50 {taken[count / 2]:0.000} ms, p95 {taken[count * 95 / 100]:0.000} ms, the longest {taken[^1]:0} ms"
            )
        );
    }

    /// <summary>Referrals of people of a population.</summary>
    public static IReadOnlyList<Referral> Referrals(
        Population population,
        string folder,
        int count,
        Func<int, bool>? of = null
    )
    {
        var dice = new Dice(7);
        var shortForms = CsvFile
            .Read(Path.Combine(folder, "nicknames.csv"))
            .Rows.ToLookup(row => row[0], row => row[2]);
        var referrals = new List<Referral>();
        while (referrals.Count < count)
            if (dice.Below(population.Rows.Count) is var person && (of is null || of(person)))
                referrals.Add(Referral.Of(population, person, dice, shortForms));
        return referrals;
    }

    private static double Share(IReadOnlyList<Referral> referrals, int faults) =>
        100.0 * referrals.Count(referral => referral.Faults.Count == faults) / referrals.Count;
}
