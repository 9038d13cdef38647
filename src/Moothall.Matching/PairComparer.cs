namespace Moothall.Matching;

/// <summary>Compares two people field by field.</summary>
internal sealed class PairComparer
{
    private readonly IReadOnlyList<Field> fields;
    private readonly int given;
    private readonly int family;

    public PairComparer(IReadOnlyList<Field> fields)
    {
        this.fields = fields;
        given = Field.Find(fields, FieldKind.GivenName);
        family = Field.Find(fields, FieldKind.FamilyName);
    }

    /// <summary>Compares every field.</summary>
    /// <param name="left">The values of the one.</param>
    /// <param name="right">The values of the other.</param>
    /// <param name="agreements">How far they agree.</param>
    /// <param name="rarities">What the rarity of the values adds, in bits.</param>
    public void Compare(
        ReadOnlySpan<Value?> left,
        ReadOnlySpan<Value?> right,
        Span<Agreement> agreements,
        Span<float> rarities
    )
    {
        for (var field = 0; field < agreements.Length; field++)
        {
            agreements[field] = Comparison.Compare(left[field], right[field], fields[field].Kind);
            rarities[field] = Rarity(agreements[field], left[field], right[field]);
        }

        if (given < 0 || family < 0)
            return;
        CompareExchanged(left, right, agreements, rarities);
        if (agreements[given] >= Agreement.Variant && agreements[family] == Agreement.Exact)
            rarities[given] -= right[family]?.Tie ?? 0;
    }

    /// <summary>Adds up what rarity says of the person, of the surname and of the residence.</summary>
    public (float Person, float Family, float Residence) Sum(ReadOnlySpan<float> rarities)
    {
        float person = 0,
            residence = 0;
        for (var field = 0; field < rarities.Length; field++)
            if (fields[field].IsResidence)
                residence += rarities[field];
            else if (field != family)
                person += rarities[field];
        return (person, family >= 0 ? rarities[family] : 0, residence);
    }

    /// <summary>
    /// Forename and surname written in each other's place. That it happened is counted once, at the forename; the
    /// surname then compares as if it stood where it belongs.
    /// </summary>
    private void CompareExchanged(
        ReadOnlySpan<Value?> left,
        ReadOnlySpan<Value?> right,
        Span<Agreement> agreements,
        Span<float> rarities
    )
    {
        if (agreements[given] > Agreement.Similar || agreements[family] > Agreement.Similar)
            return;
        var there = Comparison.Compare(left[given], right[family], FieldKind.GivenName);
        var back = Comparison.Compare(left[family], right[given], FieldKind.GivenName);
        var known = there != Agreement.Missing && back != Agreement.Missing;
        if (
            known
                ? Math.Min((byte)there, (byte)back) < (byte)Agreement.Close
                : Math.Max((byte)there, (byte)back) < (byte)Agreement.Exact
        )
            return;
        if (there != Agreement.Exact && back != Agreement.Exact)
            return;
        var thereIsTheSame = there == Agreement.Exact;
        agreements[given] = Agreement.Exchanged;
        rarities[given] = thereIsTheSame
            ? Rarity(there, left[given], right[family])
            : Rarity(back, left[family], right[given]);
        agreements[family] = thereIsTheSame ? back : there;
        rarities[family] = thereIsTheSame
            ? Rarity(back, left[family], right[given])
            : Rarity(there, left[given], right[family]);
    }

    /// <summary>
    /// For a slip of the hand the commoner value counts, because the other may be its misspelling; and nothing is
    /// added for a rare one, because a rare name has as many neighbours as a common one.
    /// </summary>
    private static float Rarity(Agreement agreement, Value? left, Value? right) =>
        agreement switch
        {
            Agreement.Missing or Agreement.Different => 0,
            Agreement.Similar or Agreement.Close => Math.Min(
                0,
                Math.Min(left!.Rarity, right!.Rarity)
            ),
            Agreement.Variant => Math.Min(left!.RarityOfPart, right!.RarityOfPart),
            _ => Math.Min(left!.Rarity, right!.Rarity),
        };
}
