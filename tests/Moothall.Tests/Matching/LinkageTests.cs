using Moothall.Matching;

namespace Moothall.Tests.Matching;

public sealed class LinkageTests
{
    private static readonly Field[] Fields =
    [
        new("Forename", FieldKind.GivenName),
        new("Surname", FieldKind.FamilyName),
        new("Born", FieldKind.Date),
        new("Address", FieldKind.Address),
        new("Postcode", FieldKind.Postcode),
    ];

    private static readonly string?[] Planted =
    [
        "Robert",
        "Ashworth",
        "1971-06-04",
        "12 Mill Lane",
        "ZZ99 3VZ",
    ];

    [Theory]
    [InlineData("Robert", "Ashworth", "1971-06-04", "12 Mill Lane", "ZZ99 3VZ", "the same")]
    [InlineData(
        "Bob",
        "Ashworth",
        "1971-06-04",
        "12 Mill Lane",
        "ZZ99 3VZ",
        "another form of the name"
    )]
    [InlineData(
        "Ashworth",
        "Robert",
        "1971-06-04",
        "12 Mill Lane",
        "ZZ99 3VZ",
        "forename and surname exchanged"
    )]
    [InlineData(
        "Robert",
        "Ashworth",
        "1971-04-06",
        "12 Mill Lane",
        "ZZ99 3VZ",
        "day and month exchanged"
    )]
    [InlineData("Robert", "Ashwroth", "1971-06-40", "12 Mil Lane", "ZZ99 3VZ", "nearly the same")]
    [InlineData(
        "Robert",
        "Ashworth",
        "1971-06-04",
        "3 Station Road",
        "ZZ98 1AB",
        "may have moved house"
    )]
    [InlineData("Robert", "Ashworth", "1971-06-04", null, null, "the same")]
    [InlineData("Robert", "Ashworth", null, "12 Mill Lane", "ZZ99 3VZ", "the same")]
    public void A_second_record_is_found_and_explained(
        string? given,
        string? family,
        string? born,
        string? address,
        string? postcode,
        string reason
    )
    {
        var town = Town.With(Planted, [given, family, born, address, postcode]);
        var linkage = Linkage.Within(new(Fields, town.Rows));

        Assert.Contains(linkage.Matches, match => (match.Left, match.Right) == town.Planted);
        var people = linkage.People();
        Assert.Equal(people[town.Planted.Left], people[town.Planted.Right]);
        var explanation = linkage.Explain(town.Planted.Left, town.Planted.Right);
        Assert.Contains(
            explanation.Lines(),
            line => line.Contains(reason, StringComparison.Ordinal)
        );
        Assert.InRange(explanation.Probability, 0.5, 1);
    }

    [Theory]
    [InlineData("Alice", "Ashworth", "1973-11-19", "12 Mill Lane", "ZZ99 3VZ")]
    [InlineData("Robert", "Ashworth", "1998-09-30", "12 Mill Lane", "ZZ99 3VZ")]
    [InlineData("Robert", "Ashworth", "1944-02-11", "80 High Street", "ZZ97 8QQ")]
    public void A_partner_a_son_and_a_namesake_are_other_people(
        string given,
        string family,
        string born,
        string address,
        string postcode
    )
    {
        var town = Town.With(Planted, [given, family, born, address, postcode]);
        var linkage = Linkage.Within(new(Fields, town.Rows));
        Assert.DoesNotContain(linkage.Matches, match => (match.Left, match.Right) == town.Planted);
    }

    [Fact]
    public void What_is_explained_adds_up_to_what_is_found()
    {
        var linkage = Linkage.Within(new(Fields, Town.With(Planted, Planted).Rows));
        Assert.NotEmpty(linkage.Matches);
        Assert.All(
            linkage.Matches,
            match => Assert.Equal(match.Bits, linkage.Explain(match.Left, match.Right).Bits, 3)
        );
    }

    [Fact]
    public void The_town_is_matched_well_and_the_move_is_learnt()
    {
        var town = Town.With(Planted, Planted);
        var linkage = Linkage.Within(new(Fields, town.Rows));
        var right = linkage.Matches.Count(match =>
            town.Person[match.Left] == town.Person[match.Right]
        );
        Assert.InRange((double)right / linkage.Matches.Count, 0.99, 1);
        Assert.InRange((double)right / town.Pairs, 0.97, 1);
        Assert.InRange(linkage.Model.Moved, 0.1, 0.35);
    }

    [Fact]
    public void Two_lists_are_linked_across_only_and_each_record_once()
    {
        var town = Town.With(Planted, Planted);
        var (first, second) = town.Split();
        var linkage = Linkage.Between(
            new(Fields, [.. first.Concat(second).Select(row => town.Rows[row])]),
            first.Count
        );
        Assert.All(
            linkage.Matches,
            match => Assert.True(match.Left < first.Count && match.Right >= first.Count)
        );
        var matches = linkage.OneToOne();
        Assert.Distinct(matches.Select(match => match.Left));
        Assert.Distinct(matches.Select(match => match.Right));
        var right = matches.Count(match =>
            town.Person[first[match.Left]] == town.Person[second[match.Right - first.Count]]
        );
        Assert.InRange((double)right / town.Pairs, 0.97, 1);
    }

    [Fact]
    public void Doubtful_link_does_not_join_two_people()
    {
        Match[] matches = [new(0, 1, 20), new(2, 3, 20), new(1, 2, 1)];
        var people = Grouping.Groups(
            4,
            matches,
            (left, right) =>
                (left, right) is (1, 2) ? 1
                : left < 2 && right >= 2 ? -9
                : 20
        );
        Assert.Equal(people[0], people[1]);
        Assert.Equal(people[2], people[3]);
        Assert.NotEqual(people[1], people[2]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_list_that_is_next_to_empty_has_no_matches(int count)
    {
        string?[][] rows = [Planted, ["Priya", "Shah", "1988-01-02", null, null]];
        var linkage = Linkage.Within(new(Fields, rows[..count]));
        Assert.Empty(linkage.Matches);
        Assert.Equal(count, linkage.People().Distinct().Count());
    }
}
