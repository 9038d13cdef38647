using Moothall.Matching;
using Moothall.Tests.Platform.Documents;

namespace Moothall.Tests.Matching;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData(FieldKind.GivenName, "Robert", "ROBERT ", Agreement.Exact)]
    [InlineData(FieldKind.GivenName, "Robert", "Bob", Agreement.Variant)]
    [InlineData(FieldKind.GivenName, "Bob", "Robert", Agreement.Variant)]
    [InlineData(FieldKind.GivenName, "Mary Jane", "Mary", Agreement.Variant)]
    [InlineData(FieldKind.GivenName, "J", "Janet", Agreement.Similar)]
    [InlineData(FieldKind.GivenName, "Siân", "Sian", Agreement.Exact)]
    [InlineData(FieldKind.GivenName, "Gareth", "Gaerth", Agreement.Close)]
    [InlineData(FieldKind.GivenName, "Gareth", "Priya", Agreement.Different)]
    [InlineData(FieldKind.GivenName, "Gareth", null, Agreement.Missing)]
    [InlineData(FieldKind.GivenName, "Gareth", "  ", Agreement.Missing)]
    [InlineData(FieldKind.FamilyName, "O'Neill", "ONeill", Agreement.Exact)]
    [InlineData(FieldKind.FamilyName, "Lloyd-George", "Lloyd George", Agreement.Exact)]
    [InlineData(FieldKind.FamilyName, "Lloyd-George", "George", Agreement.Variant)]
    [InlineData(FieldKind.FamilyName, "Ng", "Ma", Agreement.Different)]
    [InlineData(FieldKind.FamilyName, "Robert", "Bob", Agreement.Different)]
    [InlineData(FieldKind.Date, "1971-06-24", "24/06/1971", Agreement.Exact)]
    [InlineData(FieldKind.Date, "1971-06-04", "19710604", Agreement.Exact)]
    [InlineData(FieldKind.Date, "1971-06-04", "1971-04-06", Agreement.Exchanged)]
    [InlineData(FieldKind.Date, "1971-06-24", "1971-06-42", Agreement.Close)]
    [InlineData(FieldKind.Date, "1971-06-24", "1917-06-24", Agreement.Close)]
    [InlineData(FieldKind.Date, "1971-06-24", "1985-06-24", Agreement.Variant)]
    [InlineData(FieldKind.Date, "1971-06-24", "1971-11-13", Agreement.Similar)]
    [InlineData(FieldKind.Date, "1971-06-24", "1985-11-13", Agreement.Different)]
    [InlineData(FieldKind.Postcode, "ZZ99 3VZ", "zz993vz", Agreement.Exact)]
    [InlineData(FieldKind.Postcode, "ZZ99 3VZ", "ZZ99 3VS", Agreement.Close)]
    [InlineData(FieldKind.Postcode, "ZZ99 3VZ", "ZZ99 4WA", Agreement.Similar)]
    [InlineData(FieldKind.Postcode, "ZZ99 3VZ", "AB1 4WA", Agreement.Different)]
    [InlineData(FieldKind.Phone, "+44 7700 900123", "07700 900 123", Agreement.Exact)]
    [InlineData(FieldKind.Email, "ann.lee@one.example", "ann.lee@two.example", Agreement.Variant)]
    [InlineData(FieldKind.Email, "ann.lee@one.example", "an.lee@one.example", Agreement.Close)]
    [InlineData(FieldKind.Identifier, "943 476 5919", "9434765919", Agreement.Exact)]
    [InlineData(FieldKind.Identifier, "9434765919", "9434765991", Agreement.Close)]
    [InlineData(FieldKind.HouseNumber, "6", "7", Agreement.Different)]
    [InlineData(FieldKind.HouseNumber, "16", "16a", Agreement.Close)]
    [InlineData(FieldKind.Address, "12 Mill Lane", "12 Mil Lane", Agreement.Close)]
    [InlineData(FieldKind.Address, "12 Mill Lane", "14 Mill Lane", Agreement.Different)]
    [InlineData(FieldKind.Region, "Kent", "Kemt", Agreement.Different)]
    public void Two_values_agree(FieldKind kind, string? left, string? right, Agreement agreement)
    {
        Assert.Equal(agreement, Compare(kind, left, right));
        Assert.Equal(agreement, Compare(kind, right, left));
    }

    [Fact]
    public void Any_text_is_compared_and_like_itself() =>
        Assert.All(
            NaughtyStrings.All,
            text =>
            {
                foreach (var kind in Enum.GetValues<FieldKind>())
                    Assert.Contains(
                        Compare(kind, text, text),
                        new[] { Agreement.Exact, Agreement.Missing }
                    );
            }
        );

    [Theory]
    [InlineData("smith", "smyth")]
    [InlineData("catherine", "cathrin")]
    [InlineData("philips", "phillips")]
    public void Spellings_of_a_name_sound_alike(string left, string right) =>
        Assert.Equal(Keys.Sound(left), Keys.Sound(right));

    private static Agreement Compare(FieldKind kind, string? left, string? right) =>
        Comparison.Compare(Value.Read(left, kind), Value.Read(right, kind), kind);
}
