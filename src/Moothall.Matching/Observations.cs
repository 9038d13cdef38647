using System.Collections.Concurrent;

namespace Moothall.Matching;

/// <summary>Pairs that were compared.</summary>
internal sealed class Observations
{
    private readonly int width;
    private readonly Agreement[] agreements;
    private readonly (float Person, float Family, float Residence)[] rarities;

    public Observations(PersonTable table, IReadOnlyList<(int Left, int Right)> pairs)
    {
        Pairs = pairs;
        width = table.Fields.Count;
        agreements = new Agreement[pairs.Count * width];
        rarities = new (float, float, float)[pairs.Count];
        Parallel.ForEach(
            Partitioner.Create(0, Math.Max(pairs.Count, 1)),
            range => Compare(table, range.Item1, Math.Min(range.Item2, pairs.Count))
        );
    }

    public IReadOnlyList<(int Left, int Right)> Pairs { get; }

    public int Count => Pairs.Count;

    public Span<Agreement> Agreements(int pair) => agreements.AsSpan(pair * width, width);

    public Weighing Weigh(LinkageModel model, int pair) =>
        model.Weigh(
            Agreements(pair),
            rarities[pair].Person,
            rarities[pair].Family,
            rarities[pair].Residence
        );

    private void Compare(PersonTable table, int from, int to)
    {
        var comparer = new PairComparer(table.Fields);
        var left = new Value?[width];
        var right = new Value?[width];
        var bits = new float[width];
        for (var pair = from; pair < to; pair++)
        {
            table.Copy(Pairs[pair].Left, left);
            table.Copy(Pairs[pair].Right, right);
            comparer.Compare(left, right, Agreements(pair), bits);
            rarities[pair] = comparer.Sum(bits);
        }
    }
}
