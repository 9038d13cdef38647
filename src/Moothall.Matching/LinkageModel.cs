namespace Moothall.Matching;

/// <summary>
/// How much each agreement says, in bits: the model of Fellegi and Sunter. A field's agreement is so many times likelier
/// between two records of one person than between two people. Fields err independently, but for two events that touch
/// several at once: somebody has moved house, and different people live together.
/// </summary>
public sealed class LinkageModel
{
    /// <summary>How many of those who live together share a surname.</summary>
    private const double SharedSurname = 0.5;

    private readonly double[][] same;
    private readonly double[][] other;
    private readonly double[][] weights;
    private readonly int family;

    internal LinkageModel(IReadOnlyList<Field> fields, double prior, double together)
    {
        Fields = fields;
        Prior = prior;
        Moved = fields.Any(field => field.IsResidence) ? Expectations.Moved : 0;
        Together = fields.Any(field => field.IsDwelling) ? together : 0;
        same = [.. fields.Select(field => Expectations.Of(field.Kind))];
        other = [.. fields.Select(_ => new double[Agreements.Count])];
        weights = [.. fields.Select(_ => new double[Agreements.Count])];
        family = Field.Find(fields, FieldKind.FamilyName);
    }

    /// <summary>The fields.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The share of all pairs that are one person.</summary>
    public double Prior { get; internal set; }

    /// <summary>The share of people who have moved house between two of their records.</summary>
    public double Moved { get; internal set; }

    /// <summary>The share of all pairs that are two people who live together.</summary>
    public double Together { get; internal set; }

    /// <summary>What is known before anything is compared, in bits.</summary>
    public double PriorBits => Math.Log2(Prior / (1 - Prior));

    /// <summary>How often two records of one person agree this far.</summary>
    public double Same(int field, Agreement agreement) => same[field][(int)agreement];

    /// <summary>How often two people agree this far.</summary>
    public double Other(int field, Agreement agreement) => other[field][(int)agreement];

    /// <summary>What an agreement says, in bits, before the rarity of the value.</summary>
    public double Weight(int field, Agreement agreement) => weights[field][(int)agreement];

    /// <summary>A probability from bits of evidence.</summary>
    public static double Probability(double bits) => 1 / (1 + Math.Exp(-bits * Math.Log(2)));

    internal void SetSame(int field, ReadOnlySpan<double> shares) =>
        Set(same[field], field, shares);

    internal void SetOther(int field, ReadOnlySpan<double> shares) =>
        Set(other[field], field, shares);

    /// <summary>Weighs a pair.</summary>
    /// <param name="agreements">How far its fields agree.</param>
    /// <param name="personRarity">What the rarity of values adds, without the residence and the surname.</param>
    /// <param name="familyRarity">The same of the surname.</param>
    /// <param name="residenceRarity">The same of the residence.</param>
    internal Weighing Weigh(
        ReadOnlySpan<Agreement> agreements,
        double personRarity,
        double familyRarity,
        double residenceRarity
    )
    {
        var (person, surname, residence) = (
            PriorBits + personRarity,
            familyRarity,
            residenceRarity
        );
        for (var field = 0; field < agreements.Length; field++)
        {
            var bits = weights[field][(int)agreements[field]];
            if (field == family)
                surname += bits;
            else if (Fields[field].IsResidence)
                residence += bits;
            else
                person += bits;
        }

        var stayed = (1 - Moved) * Power(residence);
        var housemates =
            Together * Power(residence) * (SharedSurname * Power(surname) + 1 - SharedSurname);
        var strangers = 1 - Together;
        var residenceBits = Math.Log2(stayed + Moved);
        return new(
            person + surname + residenceBits - Math.Log2(strangers + housemates),
            residenceBits - residence,
            -Math.Log2(strangers + housemates),
            Moved > 0 ? Moved / (stayed + Moved) : 0,
            housemates / (strangers + housemates)
        );
    }

    private static double Power(double bits) => Math.Exp(Math.Min(bits, 300) * Math.Log(2));

    private void Set(double[] target, int field, ReadOnlySpan<double> shares)
    {
        shares.CopyTo(target);
        for (var agreement = 1; agreement < Agreements.Count; agreement++)
        {
            var (m, u) = (same[field][agreement], other[field][agreement]);
            weights[field][agreement] = m > 0 && u > 0 ? Math.Log2(m / u) : 0;
        }
    }
}

/// <summary>What a pair's agreements come to.</summary>
/// <param name="Bits">All evidence that it is one person; above nothing, it is more likely than not.</param>
/// <param name="MoveBits">What it adds that a person may have moved house.</param>
/// <param name="TogetherBits">What it takes away that two people may live together.</param>
/// <param name="Moved">If it is one person: the probability of a move.</param>
/// <param name="Together">If it is two people: the probability that they live together.</param>
internal readonly record struct Weighing(
    double Bits,
    double MoveBits,
    double TogetherBits,
    double Moved,
    double Together
)
{
    public double Probability => LinkageModel.Probability(Bits);
}
