namespace Moothall.Matching;

/// <summary>
/// Learns a model from the records alone, by expectation and maximisation over all pairs: those that were looked at are
/// weighed, those that were not are taken to be two strangers. So it does not matter that pairs that were looked at agree
/// on whatever brought them together.
/// </summary>
internal sealed class Learner
{
    private const int Rounds = 3;
    private const int Steps = 12;
    private const int SampleSize = 100_000;

    /// <summary>Below this a pair is too unlikely to teach anything.</summary>
    private const double Negligible = 1e-6;

    private readonly PersonTable table;
    private readonly Pairing pairing;
    private readonly Observations random;
    private readonly LinkageModel model;
    private readonly (double Equal, double Known)[] equalPairs;

    private Learner(PersonTable table, Pairing pairing)
    {
        this.table = table;
        this.pairing = pairing;
        random = new(
            table,
            [.. pairing.Pairs <= SampleSize ? pairing.All() : pairing.Sample(SampleSize)]
        );
        equalPairs =
        [
            .. Enumerable.Range(0, Width).Select(field => EqualPairs.Count(table, pairing, field)),
        ];
        // To begin with, one person in two has a second record, and one more living in the same place.
        var share =
            table.Count == 0
                ? Expectations.LargestShare
                : Math.Min(
                    Expectations.LargestShare,
                    0.5 * table.Count / Math.Max(pairing.Pairs, 1)
                );
        model = new(table.Fields, share, share);
        SetOther(null, []);
    }

    private int Width => table.Fields.Count;

    /// <summary>A model from expectation and from how often values occur, where no records of one person are at hand.</summary>
    public static LinkageModel Expect(PersonTable table) =>
        new Learner(table, new(table.Count)).model;

    public static LinkageModel Learn(PersonTable table, Pairing pairing, Observations candidates)
    {
        var learner = new Learner(table, pairing);
        var weighed = Enumerable.Range(0, candidates.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            if (round > 0)
                learner.SetOther(candidates, weighed);
            var before = 0.0;
            for (var step = 0; step < Steps && HasChanged(learner.model.Prior, before); step++)
            {
                before = learner.model.Prior;
                weighed = learner.Step(candidates, weighed);
            }
        }

        return learner.model;
    }

    private static bool HasChanged(double now, double before) =>
        Math.Abs(now - before) > 1e-4 * now;

    /// <summary>One step; gives the pairs that are worth weighing in the next.</summary>
    private int[] Step(Observations candidates, int[] weighed)
    {
        var expected = new double[Width, Agreements.Count];
        double one = 0,
            moved = 0,
            together = 0;
        var telling = new List<int>(weighed.Length);
        foreach (var pair in weighed)
        {
            var weighing = candidates.Weigh(model, pair);
            var probability = weighing.Probability;
            var housemates = (1 - probability) * weighing.Together;
            if (probability < Negligible && housemates < Negligible)
                continue;
            telling.Add(pair);
            one += probability;
            moved += probability * weighing.Moved;
            together += housemates;
            var agreements = candidates.Agreements(pair);
            for (var field = 0; field < Width; field++)
                expected[field, (int)agreements[field]] += table.Fields[field].IsResidence
                    ? probability * (1 - weighing.Moved)
                    : probability;
        }

        model.Prior = (one + 1) / (pairing.Pairs + 2);
        if (model.Moved > 0)
            model.Moved =
                (moved + Expectations.Moved * Expectations.Pairs) / (one + Expectations.Pairs);
        if (model.Together > 0)
            model.Together = (together + 1) / (pairing.Pairs + 2);
        for (var field = 0; field < Width; field++)
        {
            var counts = Expectations.Of(table.Fields[field].Kind);
            for (var agreement = 1; agreement < Agreements.Count; agreement++)
                counts[agreement] =
                    expected[field, agreement] + counts[agreement] * Expectations.Pairs;
            model.SetSame(field, Shares(counts));
        }

        return [.. telling];
    }

    /// <summary>
    /// How two strangers agree: from pairs at random, without those that are likely one person. Exact agreement, too
    /// seldom to be met in a sample, is counted over all pairs.
    /// </summary>
    private void SetOther(Observations? candidates, int[] weighed)
    {
        var counts = new double[Width, Agreements.Count];
        for (var pair = 0; pair < random.Count; pair++)
        {
            var strangers = candidates is null ? 1 : 1 - random.Weigh(model, pair).Probability;
            var agreements = random.Agreements(pair);
            for (var field = 0; field < Width; field++)
                counts[field, (int)agreements[field]] += strangers;
        }

        var related = new double[Width];
        foreach (var pair in weighed)
        {
            var weighing = candidates!.Weigh(model, pair);
            var one = weighing.Probability;
            var agreements = candidates.Agreements(pair);
            for (var field = 0; field < Width; field++)
                if (agreements[field] == Agreement.Exact)
                    related[field] += table.Fields[field].IsResidence
                        ? one + (1 - one) * weighing.Together
                        : one;
        }

        for (var field = 0; field < Width; field++)
        {
            var (equal, known) = equalPairs[field];
            var shares = Expectations.OfStrangers(table.Fields[field].Kind);
            for (var agreement = 1; agreement < Agreements.Count; agreement++)
                shares[agreement] = Math.Max(shares[agreement] * Expectations.Strangers, 0.5);
            var exact =
                (Math.Max(equal - related[field], 0) + shares[(int)Agreement.Exact])
                / (known + Expectations.Strangers);
            var possible = Expectations.Of(table.Fields[field].Kind);
            for (var agreement = 1; agreement < (int)Agreement.Exact; agreement++)
                shares[agreement] =
                    possible[agreement] > 0 ? shares[agreement] + counts[field, agreement] : 0;
            shares[(int)Agreement.Exact] = 0;
            Shares(shares);
            for (var agreement = 1; agreement < (int)Agreement.Exact; agreement++)
                shares[agreement] *= 1 - exact;
            shares[(int)Agreement.Exact] = exact;
            model.SetOther(field, shares);
        }
    }

    private static double[] Shares(double[] counts)
    {
        var sum = counts.Sum();
        for (var index = 0; index < counts.Length; index++)
            counts[index] /= sum;
        return counts;
    }
}
