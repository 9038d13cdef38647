namespace Moothall.Matching;

/// <summary>Two records that are more likely one person than two.</summary>
/// <param name="Left">The number of the one.</param>
/// <param name="Right">The number of the other.</param>
/// <param name="Bits">The evidence, in bits.</param>
public readonly record struct Match(int Left, int Right, double Bits)
{
    /// <summary>How likely it is one person.</summary>
    public double Probability => LinkageModel.Probability(Bits);
}

/// <summary>
/// Finds which records are of one person, in one list or between two, from the records alone: nobody says beforehand which
/// belong together.
/// </summary>
public sealed class Linkage
{
    private readonly PersonTable table;

    private Linkage(PersonTable table, Pairing pairing)
    {
        this.table = table;
        var candidates = new Observations(table, Blocking.Pairs(table, pairing));
        Compared = candidates.Count;
        Model = Learner.Learn(table, pairing, candidates);
        var matches = new List<Match>();
        for (var pair = 0; pair < candidates.Count; pair++)
            if (candidates.Weigh(Model, pair).Bits is > 0 and var bits)
                matches.Add(new(candidates.Pairs[pair].Left, candidates.Pairs[pair].Right, bits));
        Matches = matches;
    }

    /// <summary>What was learnt.</summary>
    public LinkageModel Model { get; }

    /// <summary>How many pairs were compared.</summary>
    public int Compared { get; }

    /// <summary>The pairs that are one person with a probability above one half.</summary>
    public IReadOnlyList<Match> Matches { get; }

    /// <summary>Finds the records of one list that are of one person.</summary>
    public static Linkage Within(PersonTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(table, new(table.Count));
    }

    /// <summary>Finds the people who are in both of two lists.</summary>
    /// <param name="table">The one list and then the other.</param>
    /// <param name="first">How many records the one has.</param>
    public static Linkage Between(PersonTable table, int first)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(table, new(table.Count, first));
    }

    /// <summary>The records gathered into people: for each record the number of its person.</summary>
    public int[] People()
    {
        var weigher = new Weigher(table.Fields, Model);
        return Grouping.Groups(
            table.Count,
            Matches,
            (left, right) => weigher.Weigh(table, left, right).Bits
        );
    }

    /// <summary>The matches where nobody is twice in the same list: each record with its likeliest partner only.</summary>
    public IReadOnlyList<Match> OneToOne() => Grouping.OneToOne(Matches);

    /// <summary>Why two records are, or are not, taken for one person.</summary>
    public Explanation Explain(int left, int right) =>
        new Weigher(table.Fields, Model).Explain(table, left, right);
}
