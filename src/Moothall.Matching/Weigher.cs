namespace Moothall.Matching;

/// <summary>Weighs one pair at a time; not for two threads at once.</summary>
internal sealed class Weigher(IReadOnlyList<Field> fields, LinkageModel model)
{
    private readonly PairComparer comparer = new(fields);
    private readonly Value?[] left = new Value?[fields.Count];
    private readonly Value?[] right = new Value?[fields.Count];
    private readonly Agreement[] agreements = new Agreement[fields.Count];
    private readonly float[] rarities = new float[fields.Count];

    public Weighing Weigh(PersonTable table, int one, int other)
    {
        table.Copy(one, left);
        return Weigh(left, table, other);
    }

    public Weighing Weigh(ReadOnlySpan<Value?> one, PersonTable table, int other)
    {
        table.Copy(other, right);
        comparer.Compare(one, right, agreements, rarities);
        var sums = comparer.Sum(rarities);
        return model.Weigh(agreements, sums.Person, sums.Family, sums.Residence);
    }

    public Explanation Explain(PersonTable table, int one, int other)
    {
        table.Copy(one, left);
        return Explain(left, table, other);
    }

    public Explanation Explain(ReadOnlySpan<Value?> one, PersonTable table, int other)
    {
        var weighing = Weigh(one, table, other);
        var evidence = new List<Evidence>();
        for (var field = 0; field < fields.Count; field++)
            evidence.Add(
                new(
                    fields[field],
                    agreements[field],
                    model.Weight(field, agreements[field]) + rarities[field],
                    rarities[field]
                )
            );
        return new(evidence, model.PriorBits, weighing.MoveBits, weighing.TogetherBits);
    }
}
