using FsCheck;
using FsCheck.Fluent;
using Moothall.Features.CommunitySafetyHub.Cases;

namespace Moothall.Tests.Features.CommunitySafetyHub.Cases;

public class KnownAlreadyTests
{
    private static readonly DateOnly Born = new(1990, 4, 7);

    private static readonly ComparedPerson Sean = Person("Sean Michael", "O'Brien", Born, "Shaun");

    [Theory]
    [InlineData("Sean", "O'Brien", "1990-04-07", MatchStrength.VeryLikely)]
    [InlineData("SEÁN", "O’BRIEN", "1990-04-07", MatchStrength.VeryLikely)]
    [InlineData("Sean", "OBrien", "1990-07-04", MatchStrength.VeryLikely)] // day and month the other way round
    [InlineData("Shaun", "O'Brien", "1991-04-07", MatchStrength.VeryLikely)] // one digit, known as
    [InlineData("S", "O'Brien", "1990-04-07", MatchStrength.VeryLikely)]
    [InlineData("Sean", "O'Brian", "1990-04-07", MatchStrength.VeryLikely)]
    [InlineData("O'Brien", "Shaun", "1990-04-07", MatchStrength.VeryLikely)]
    [InlineData("Liam", "O'Brien", "1990-04-07", MatchStrength.Possible)] // a twin, or the same by another name
    [InlineData("Sean", "Okafor", "1990-04-07", MatchStrength.Possible)] // or married since
    [InlineData("Sean", "O'Brien", "1985-12-25", null)] // the name alone
    [InlineData("Liam", "O'Brien", "1990-04-17", null)] // the surname and a birth near by
    [InlineData("Liam", "Okafor", "1990-04-07", null)] // the birthday alone
    public void Name_and_birth_must_both_agree(
        string given,
        string family,
        string born,
        MatchStrength? strength
    )
    {
        var date = DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture);
        var other = Person(given, family, date);
        Assert.Equal(strength, Judge(Sean, other)?.Strength);
        Assert.Equal(strength, Judge(other, Sean)?.Strength);
    }

    [Fact]
    public void It_runs_only_once_both_are_given()
    {
        Assert.True(KnownAlready.CanRun(Person("Sean", "O'Brien", Born)));
        Assert.False(KnownAlready.CanRun(Person("Sean", "O'Brien", null)));
        Assert.False(KnownAlready.CanRun(Person("Sean", " - ", Born)));
        Assert.False(KnownAlready.CanRun(Person("", "O'Brien", Born)));
    }

    [Fact]
    public void Two_without_a_home_do_not_live_together()
    {
        var one = Sean with { Address = "No fixed address" };
        var reason = Judge(one, one with { Id = Guid.CreateVersion7() })!.Reason;
        Assert.DoesNotContain("address", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Order_does_not_matter_and_whoever_is_written_twice_is_known()
    {
        var person =
            from given in Gen.Elements("Sean", "S", "Shaun", "Jon", "John", "Zoë", "王")
            from family in Gen.Elements("O'Brien", "OBrian", "Smith-Jones", "Jones", "Sean", "李")
            from day in Gen.Choose(0, 40)
            from knownAs in Gen.Elements("", "Jonny", "Sean")
            select Person(given, family, Born.AddDays(day), knownAs);
        Prop.ForAll(
                person.Zip(person).ToArbitrary(),
                pair =>
                    Judge(pair.Item1, pair.Item2)?.Strength
                        == Judge(pair.Item2, pair.Item1)?.Strength
                    && Judge(pair.Item1, pair.Item1 with { Id = Guid.CreateVersion7() })?.Strength
                        == MatchStrength.VeryLikely
            )
            .QuickCheckThrowOnFailure();
    }

    private static KnownMatch? Judge(ComparedPerson wanted, ComparedPerson known)
    {
        var index = new KnownIndex();
        index.Put(known);
        return index.Find(wanted) is [var found] ? KnownAlready.Judge(wanted, known, found) : null;
    }

    private static ComparedPerson Person(
        string given,
        string family,
        DateOnly? born,
        string knownAs = ""
    ) => new(Guid.CreateVersion7(), given, family, born, knownAs, "", "");
}
