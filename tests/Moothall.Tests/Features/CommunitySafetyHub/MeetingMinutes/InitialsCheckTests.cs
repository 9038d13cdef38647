using FsCheck;
using FsCheck.Fluent;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;

namespace Moothall.Tests.Features.CommunitySafetyHub.MeetingMinutes;

public class InitialsCheckTests
{
    private static readonly KnownName[] Names =
    [
        new("Seán Michael", "O'Brien", "Shaun"),
        new("Grace", "Smith-Jones"),
        new("Will", "May"),
        new("Zoë", "Núñez de la Cruz"),
        new("محمد", "الأحمد"),
        new("伟", "王小"),
        new("Don", "Oakley"),
    ];

    [Theory]
    [InlineData("Police spoke to Sean on Friday.", "Sean>SO")]
    [InlineData("SEAN O’BRIEN was seen", "SEAN O’BRIEN>SO")]
    [InlineData("O'Brien, Sean: no change", "O'Brien, Sean>SO")]
    [InlineData("Mr OBrien's tenancy", "OBrien>SO")]
    [InlineData("Mr O Brien's tenancy", "O Brien>SO")]
    [InlineData("Mr O`Brien and Shaun", "O`Brien>SO|Shaun>SO")]
    [InlineData("sean michael o'brien", "sean michael o'brien>SO")]
    [InlineData("Ms Smith‑Jones and Ms Smith Jones", "Smith‑Jones>GS|Smith Jones>GS")]
    [InlineData("Ms SmithJones; Ms Jones", "SmithJones>GS|Jones>GS")]
    [InlineData("Zoe Nunez de la Cruz", "Zoe Nunez de la Cruz>ZN")]
    [InlineData("Zoe\u0308 Núñez", "Zoe\u0308 Núñez>ZN")]
    [InlineData("la cruz is not de la", "cruz>ZN")]
    [InlineData("تحدثت الشرطة مع محمد اليوم", "محمد>ما")]
    [InlineData("警察找王小伟谈话", "王小>伟王")]
    [InlineData("Se\u00ADan hides behind a soft hyphen", "Se\u00ADan>SO")]
    [InlineData("sean@mail.example", "sean>SO")]
    [InlineData("Don't worry, the dog is fine. Wasn't it?", "")]
    [InlineData("Don’s dog", "Don>DO")]
    [InlineData("Oseania, seanan, brienne, smithy", "")] // whole words only
    [InlineData("SO and GS attended", "")] // initials are what minutes should carry
    public void Names_are_found_however_they_are_written(string text, string expected)
    {
        var found = Find(text);
        Assert.Equal(expected, string.Join('|', found.Select(o => $"{o.Words}>{o.Initials}")));
        Assert.All(found, o => Assert.Equal(o.Words, text.Substring(o.Start, o.Words.Length)));
    }

    [Theory]
    [InlineData("The team will visit, and may write with good grace.", "")]
    [InlineData("May was visited. Will did not answer Grace.", "May|Will|Grace")]
    [InlineData("Will May was visited", "Will May")]
    public void Ordinary_words_are_asked_about_where_they_have_a_capital(
        string text,
        string expected
    )
    {
        var found = Find(text);
        Assert.Equal(expected, string.Join('|', found.Select(o => o.Words)));
        Assert.All(
            found,
            o => Assert.Equal(!o.Words.Contains(' ', StringComparison.Ordinal), o.OrdinaryWord)
        );
        Assert.All(found, o => Assert.Contains(o.Initials, o.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_people_with_one_name_are_told_apart_by_the_other_name()
    {
        KnownName[] johns = [new("John", "Stone"), new("John", "Barrow"), new("Jane", "Stone")];
        var found = InitialsCheck.Find([new("a", "John Barrow met Jane Stone.")], johns);
        Assert.Equal(["JB", "JS2"], found.Select(o => o.Initials));
    }

    [Fact]
    public void Somebody_elsewhere_with_the_same_initials_is_not_counted()
    {
        KnownName[] names =
        [
            new("Jane", "Stone"),
            new("Joan", "Sale", OnlyInFull: true),
            new("Jim", "Salt", OnlyInFull: true),
        ];
        var found = InitialsCheck.Find([new("a", "Jane rang Jim Salt, not Joan.")], names);
        Assert.Equal(["JS", "JS (somebody else)"], found.Select(o => o.Initials));
    }

    [Fact]
    public void Replacing_leaves_the_rest_of_the_text_as_it_was()
    {
        var block = new TextBlock("item-1", "Seán O'Brien's neighbour, Ms Smith-Jones, rang.");
        var replaced = InitialsCheck.Replace(block, InitialsCheck.Find([block], Names));
        Assert.Equal("SO's neighbour, Ms GS, rang.", replaced.Text);
        Assert.Throws<InvalidOperationException>(() =>
            InitialsCheck.Replace(replaced, InitialsCheck.Find([block], Names))
        );
    }

    [Fact]
    public void A_name_may_stay_only_with_a_reason_and_only_where_it_was_accepted()
    {
        TextBlock[] blocks = [new("a", "May was named."), new("b", "May was named.")];
        var found = InitialsCheck.Find(blocks, Names);
        Assert.Equal(2, found.Count);
        Assert.Equal(2, InitialsCheck.Unresolved(found, [new("a", "May", " ")]).Count);
        var left = InitialsCheck.Unresolved(found, [new("a", "May", "the month")]);
        Assert.Equal("b", Assert.Single(left).BlockKey);
        Assert.Empty(InitialsCheck.Unresolved(found, [new(null, "MAY", "the month")]));
    }

    [Fact]
    public void After_replacing_nothing_is_left_to_find()
    {
        var word = Gen.Elements(
            "Sean",
            "Michael",
            "O’Brien",
            "o'brien",
            "OBrien",
            "Shaun",
            "Grace",
            "Smith-Jones",
            "Jones",
            "Will",
            "May",
            "will",
            "Zoë",
            "Núñez",
            "Cruz",
            "محمد",
            "王小",
            "Don",
            "don't",
            "the",
            "visited",
            "garden",
            "SO",
            "and",
            "\ud800"
        );
        var gap = Gen.Elements(" ", ", ", ". ", "\n", "’s ", " (", ") ", "-");
        var texts =
            from pairs in word.Zip(gap).ListOf()
            select string.Concat(pairs.Select(p => p.Item1 + p.Item2));
        Prop.ForAll(
                texts.ToArbitrary(),
                text =>
                {
                    var block = new TextBlock("a", text);
                    return InitialsCheck
                            .Find(
                                [InitialsCheck.Replace(block, InitialsCheck.Find([block], Names))],
                                Names
                            )
                            .Count == 0;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static IReadOnlyList<NameOccurrence> Find(string text) =>
        InitialsCheck.Find([new("a", text)], Names);
}
