using Moothall.Matching;

namespace Moothall.Tests.Matching;

public sealed class PersonIndexTests
{
    private static readonly Field[] Fields =
    [
        new("Forename", FieldKind.GivenName),
        new("Surname", FieldKind.FamilyName),
        new("Born", FieldKind.Date),
        new("Address", FieldKind.Address),
        new("Postcode", FieldKind.Postcode),
    ];

    private static readonly Town Town = Town.With(
        ["Robert", "Ashworth", "1971-06-04", "12 Mill Lane", "ZZ99 3VZ"],
        ["Alice", "Ashworth", "1973-11-19", "12 Mill Lane", "ZZ99 3VZ"]
    );

    private static readonly PersonIndex Index = new(new(Fields, Town.Rows));

    [Theory]
    [InlineData("Robert", "Ashworth", "1971-06-04", "12 Mill Lane", "ZZ99 3VZ")]
    [InlineData("Bob", "Ashworth", "1971-06-04", null, null)]
    [InlineData("Ashworth", "Robert", "1971-06-04", null, null)]
    [InlineData("Robert", "Ashworth", "1971-04-06", null, null)]
    [InlineData("Robert", "Ashworth", "1971-06-40", "3 Station Road", "ZZ98 1AB")]
    [InlineData("Robret", "Asworth", "1971-06-04", null, null)]
    [InlineData("R", "Ashworth", null, "12 Mill Lane", "ZZ99 3VZ")]
    [InlineData("Robert", "Ashworth", null, "12 Mil Lane", null)]
    [InlineData("Robert", "Hartwick Ashworth", "1971-06-04", null, null)]
    public void The_one_meant_comes_first(
        string? given,
        string? family,
        string? born,
        string? address,
        string? postcode
    )
    {
        string?[] wanted = [given, family, born, address, postcode];
        var found = Index.Search(wanted);
        Assert.Equal(Town.Planted.Left, found[0].Person);
        Assert.Equal(found.OrderByDescending(one => one.Bits), found);
        Assert.Equal(found[0].Bits, Index.Explain(wanted, found[0].Person).Bits, 3);
    }

    [Fact]
    public void A_stranger_is_not_taken_for_a_namesake()
    {
        var found = Index.Search([
            "Megan",
            "Greenwood",
            "1999-12-30",
            "5 Other Street",
            "ZZ90 1QQ",
        ]);
        Assert.All(found, one => Assert.InRange(one.Probability, 0, 0.5));
    }

    [Fact]
    public void Nothing_asked_finds_nobody() =>
        Assert.Empty(Index.Search([null, "", " ", null, null]));

    [Fact]
    public void No_more_are_given_than_wanted() =>
        Assert.Single(Index.Search(["Robert", "Ashworth", null, null, null], most: 1));

    [Fact]
    public void Names_that_go_together_say_less_together()
    {
        string?[] wanted = ["Robert", "Ashworth", null, null, null];
        var many = Enumerable
            .Range(0, 300)
            .Select(number =>
                (string?[])[$"Name{number}", $"Other{number % 60}", null, null, null]
            );
        var apart = Enumerable
            .Range(0, 40)
            .Select(number => (string?[])[$"Name{number}", "Ashworth", null, null, null]);
        var tied = Enumerable
            .Range(0, 40)
            .Select(_ => (string?[])["Robin", "Ashworth", null, null, null]);
        var free = new PersonIndex(new(Fields, [wanted, .. many, .. apart]));
        var bound = new PersonIndex(new(Fields, [wanted, .. many, .. tied]));
        double Forename(PersonIndex index) => index.Explain(wanted, 0).Fields[0].RarityBits;
        Assert.InRange(Forename(free) - Forename(bound), 1, 10);
    }

    [Fact]
    public void Whoever_is_added_is_found_and_whoever_is_removed_is_not()
    {
        var index = new PersonIndex(new(Fields, Town.Rows));
        string?[] wanted = ["Gwendolen", "Thistle", "1988-02-03", "1 Far Lane", "ZZ97 1AA"];
        var weights = index.Explain(wanted, 0).PriorBits;
        var added = index.Add(wanted);
        Assert.Equal(Town.Rows.Count + 1, index.Count);
        Assert.Equal(added, index.Search(wanted)[0].Person);
        Assert.InRange(index.Search(wanted)[0].Probability, 0.99, 1);
        Assert.Equal(weights, index.Explain(wanted, 0).PriorBits);

        index.Remove(added);
        Assert.Equal(Town.Rows.Count, index.Count);
        Assert.DoesNotContain(index.Search(wanted), one => one.Person == added);
    }

    // Enough of them that what was added is sorted in and numbers are given again, several times.
    [Fact]
    public void An_index_changed_in_place_finds_whom_a_new_one_finds()
    {
        var index = new PersonIndex(new(Fields, Town.Rows));
        var numbers = new Dictionary<int, int>();
        for (var round = 0; round < 80; round++)
        {
            for (var row = 0; row < Town.Rows.Count; row++)
            {
                if (numbers.Remove(row, out var number))
                    index.Remove(number);
                if ((row + round) % 3 > 0)
                    numbers[row] = index.Add(Town.Rows[row]);
            }
        }

        for (var row = 0; row < Town.Rows.Count; row++)
        {
            var found = index.Search(Town.Rows[row], most: 1000).Select(one => one.Person);
            var twice = numbers.TryGetValue(row, out var number);
            Assert.Equal(twice, twice && found.Contains(number));
            Assert.Contains(row, found);
            Assert.All(
                found,
                one => Assert.True(one < Town.Rows.Count || numbers.ContainsValue(one))
            );
        }
    }

    [Fact]
    public void An_index_that_begins_empty_knows_whom_it_is_given()
    {
        var index = new PersonIndex(new(Fields));
        string?[] wanted = ["Robert", "Ashworth", "1971-06-04", null, null];
        Assert.Empty(index.Search(wanted));
        index.Add(wanted);
        Assert.InRange(Assert.Single(index.Search(wanted)).Probability, 0.99, 1);
        Assert.InRange(
            Assert
                .Single(index.Search(["Imran", "Ashworth", "1971-10-30", null, null]))
                .Probability,
            0,
            0.5
        );
    }
}
