using System.Globalization;

namespace Moothall.Matching;

/// <summary>What one field says about a pair.</summary>
/// <param name="Field">The field.</param>
/// <param name="Agreement">How far it agrees.</param>
/// <param name="Bits">For one person, or against it if less than nothing; ten bits are a thousand to one.</param>
/// <param name="RarityBits">How much of that is because the value is rare, or common.</param>
public sealed record Evidence(Field Field, Agreement Agreement, double Bits, double RarityBits)
{
    /// <summary>The agreement in words.</summary>
    public string Words =>
        (Agreement, Field.Kind) switch
        {
            (Agreement.Missing, _) => "not known",
            (Agreement.Different, _) => "different",
            (Agreement.Similar, FieldKind.Date) => "the same year",
            (Agreement.Similar, FieldKind.Postcode) => "the same area",
            (Agreement.Similar, _) => "similar",
            (Agreement.Close, _) => "nearly the same",
            (Agreement.Variant, FieldKind.Date) => "the same but for day, month or year",
            (Agreement.Variant, FieldKind.Email) => "the same mailbox elsewhere",
            (Agreement.Variant, _) => "another form of the name",
            (Agreement.Exchanged, FieldKind.Date) => "day and month exchanged",
            (Agreement.Exchanged, _) => "forename and surname exchanged",
            _ when RarityBits >= 2 => "the same, which is rare",
            _ when RarityBits <= -2 => "the same, which is common",
            _ => "the same",
        };
}

/// <summary>Why two records are, or are not, taken for one person. Everything in it adds up to the total.</summary>
/// <param name="Fields">What each field says.</param>
/// <param name="PriorBits">What was to be expected of any two records.</param>
/// <param name="MoveBits">What it adds that the person may have moved house.</param>
/// <param name="TogetherBits">What it takes away that two people may live together.</param>
public sealed record Explanation(
    IReadOnlyList<Evidence> Fields,
    double PriorBits,
    double MoveBits,
    double TogetherBits
)
{
    /// <summary>All evidence together.</summary>
    public double Bits =>
        Fields.Sum(evidence => evidence.Bits) + PriorBits + MoveBits + TogetherBits;

    /// <summary>How likely it is one person.</summary>
    public double Probability => LinkageModel.Probability(Bits);

    /// <summary>The reasons as lines of text, the weightiest field first and then what touches several.</summary>
    public IReadOnlyList<string> Lines()
    {
        var lines = Fields
            .Where(evidence => evidence.Agreement != Agreement.Missing)
            .OrderByDescending(evidence => Math.Abs(evidence.Bits))
            .Select(evidence => Line($"{evidence.Field.Name}: {evidence.Words}", evidence.Bits))
            .ToList();
        if (MoveBits > 1)
            lines.Add(Line("may have moved house", MoveBits));
        if (TogetherBits < -1)
            lines.Add(Line("people who live together share this too", TogetherBits));
        return lines;
    }

    private static string Line(string text, double bits) =>
        string.Create(CultureInfo.InvariantCulture, $"{text} ({bits:+0.0;-0.0})");
}
