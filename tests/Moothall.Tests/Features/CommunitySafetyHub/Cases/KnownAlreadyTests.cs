using FsCheck;
using FsCheck.Fluent;
using Moothall.Features.CommunitySafetyHub.Cases;

namespace Moothall.Tests.Features.CommunitySafetyHub.Cases;

public class KnownAlreadyTests
{
    private static readonly DateOnly Born = new(1990, 4, 7);

    [Theory]
    [InlineData("Sean", "O'Brien", "1990-04-07", MatchStrength.Strong)]
    [InlineData("SEÁN", "O’BRIEN", "1990-04-07", MatchStrength.Strong)]
    [InlineData("Sean", "OBrien", "1990-07-04", MatchStrength.Likely)] // day and month the other way round
    [InlineData("Sean", "OBrien", "1991-04-07", MatchStrength.Likely)] // one digit
    [InlineData("S", "O'Brien", "1990-04-07", MatchStrength.Likely)]
    [InlineData("Shaun", "O'Brien", "1990-04-07", MatchStrength.Likely)] // known as
    [InlineData("Sean", "O'Brian", "1990-04-07", MatchStrength.Likely)]
    [InlineData("O'Brien", "Sean", "1990-04-07", MatchStrength.Likely)]
    [InlineData("S", "O'Brien", "1990-07-04", MatchStrength.Possible)]
    [InlineData("Sean", "O'Brien", "1991-05-07", MatchStrength.None)] // two digits
    [InlineData("Sean", "O'Brien", "1985-12-25", MatchStrength.None)] // the name alone
    [InlineData("Liam", "O'Brien", "1990-04-07", MatchStrength.None)] // a twin
    [InlineData("Sean", "Okafor", "1990-04-07", MatchStrength.None)]
    public void Name_and_birth_must_both_agree(
        string forenames,
        string surname,
        string born,
        MatchStrength strength
    )
    {
        var known = new ComparedPerson("Sean Michael", "O'Brien", Born, "Shaun");
        var date = DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture);
        var other = new ComparedPerson(forenames, surname, date);
        var known1 = forenames == "O'Brien" ? known with { Forenames = "Sean" } : known;
        Assert.Equal(strength, KnownAlready.Compare(known1, other).Strength);
        Assert.Equal(strength, KnownAlready.Compare(other, known1).Strength);
        Assert.EndsWith(".", KnownAlready.Compare(known1, other).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void It_runs_only_once_both_are_given()
    {
        Assert.True(KnownAlready.CanRun(new("Sean", "O'Brien", Born)));
        Assert.False(KnownAlready.CanRun(new("Sean", "O'Brien", null)));
        Assert.False(KnownAlready.CanRun(new("Sean", " - ", Born)));
        Assert.False(KnownAlready.CanRun(new("", "O'Brien", Born)));
    }

    [Fact]
    public void Protected_values_take_no_part()
    {
        var person = new ComparedPerson("Sean", "O'Brien", Born);
        Assert.Equal(
            MatchStrength.None,
            KnownAlready.Compare(person, person with { Protected = true }).Strength
        );
    }

    [Fact]
    public void Order_does_not_matter_and_one_is_known_to_oneself()
    {
        var person =
            from forename in Gen.Elements("Sean", "S", "Shaun", "Jon", "John", "Zoë", "王")
            from surname in Gen.Elements("O'Brien", "OBrian", "Smith-Jones", "Jones", "Sean", "李")
            from day in Gen.Choose(0, 40)
            from knownAs in Gen.Elements("", "Jonny", "Sean")
            select new ComparedPerson(forename, surname, Born.AddDays(day), knownAs);
        Prop.ForAll(
                person.Zip(person).ToArbitrary(),
                p =>
                    KnownAlready.Compare(p.Item1, p.Item2).Strength
                        == KnownAlready.Compare(p.Item2, p.Item1).Strength
                    && KnownAlready.Compare(p.Item1, p.Item1).Strength == MatchStrength.Strong
            )
            .QuickCheckThrowOnFailure();
    }
}
