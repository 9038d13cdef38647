using FsCheck;
using FsCheck.Fluent;
using Moothall.Features.CommunitySafetyHub;

namespace Moothall.Tests.Features.CommunitySafetyHub;

public class HumanReferenceTests
{
    [Fact]
    public void Looks_like_a_reference_and_counts_nothing()
    {
        var made = Enumerable
            .Range(0, 500)
            .Select(_ => HumanReference.Generate("CSH", 2026))
            .ToHashSet(StringComparer.Ordinal);
        Assert.All(made, r => Assert.Matches("^CSH-2026-[CDFGHJKMNPQRTVWX234789]{4}$", r));
        Assert.True(made.Count > 490, "references repeat");
        Assert.All(made, r => Assert.Equal(r, HumanReference.Normalise(r)));
    }

    [Theory]
    [InlineData("csh 2026 k7qm", "CSH-2026-K7QM")]
    [InlineData(" CSH2026K7QM ", "CSH-2026-K7QM")]
    [InlineData("csh–2O26–k7om", "CSH-2026-K7QM")]
    [InlineData("CSH/2026/K70M", "CSH-2026-K7QM")]
    [InlineData("CSH-2026-K7AM", null)] // a vowel is never ours
    [InlineData("2026-K7QM", null)]
    [InlineData("CSH-1026-K7QM", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void What_people_type_is_forgiven(string? typed, string? expected) =>
        Assert.Equal(expected, HumanReference.Normalise(typed));

    [Fact]
    public void Any_reference_survives_being_typed_carelessly()
    {
        Prop.ForAll(
                Gen.Choose(0, HumanReference.Alphabet.Length - 1).ListOf(4).ToArbitrary(),
                picks =>
                {
                    var queue = new Queue<int>(picks);
                    var reference = HumanReference.Compose("PSG", 2027, _ => queue.Dequeue());
                    var careless = reference
                        .Replace("-", " ", StringComparison.Ordinal)
                        .Replace('0', 'o')
                        .ToLowerInvariant();
                    return HumanReference.Normalise(careless) == reference;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("csh")]
    [InlineData("C")]
    [InlineData("CSHHUB")]
    public void A_prefix_is_capital_letters(string prefix) =>
        Assert.Throws<ArgumentException>(() => HumanReference.Generate(prefix, 2026));
}
