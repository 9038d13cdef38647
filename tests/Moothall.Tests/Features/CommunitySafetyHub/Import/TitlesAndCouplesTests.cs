using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Import;

/// <summary>A title that the list does not give and two people in one cell are asked about.</summary>
public sealed class TitlesAndCouplesTests
{
    private const string Untitled =
        "Ref,Name,Background,Topic\n"
        + "T/1,Jane Example,Bins set alight twice; police came.,Arson\n"
        + "T/2,John Sample,John rings at night,ASB\n"
        + "T/3,Mary Model,Mr Jones next door shouts,ASB\n";

    [Theory, BothDatabases]
    public async Task The_topic_stands_for_it_and_the_first_words_are_offered_unless_they_name_somebody(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await Bringing.UploadAsync(carys, ImportKind.Cases, Untitled);
        Assert.Contains("The list gives some cases no title.", page.Words);
        Assert.Contains("as “Bins set alight twice”", page.Words);
        await carys.PostAsync(await Bringing.AnswerAsync(carys, page), "Bring it in");
        Assert.Equal(
            ["Arson", "Anti-Social Behaviour", "Anti-Social Behaviour"],
            await moot.WithAsync(db =>
                db.Set<HubCase>()
                    .OrderBy(one => one.OldReference)
                    .Select(one => one.Title)
                    .ToListAsync()
            )
        );
    }

    [Fact]
    public void The_topic_can_stand_for_it_and_a_long_beginning_ends_with_a_word()
    {
        var plan = Worlds.Plan(ImportKind.Cases, Untitled, ("title:(none)", "topic"));
        Assert.Equal("Arson", ((PlannedCase)plan.Ready[0]).Title);
        plan = Worlds.Plan(
            ImportKind.Cases,
            "Ref,Background,Topic\nT/1,Young people gather by the shops every evening and throw stones at passing buses,ASB\n",
            ("title:(none)", "summary")
        );
        Assert.Equal(
            "Young people gather by the shops every evening and throw…",
            ((PlannedCase)plan.Ready[0]).Title
        );
    }

    [Theory]
    [InlineData("Ann & Bob Example", "Ann Example", "Bob Example")]
    [InlineData("Ann and Bob de la Cruz", "Ann de la Cruz", "Bob de la Cruz")]
    [InlineData("EXAMPLE, Ann & Bob", "Ann Example", "Bob Example")]
    [InlineData("Mr and Mrs Example", "Mr Example", "Mrs Example")]
    [InlineData("Mr & Mrs John Example", "John Example", "Mrs Example")]
    [InlineData("Jane Example & John Sample", null, null)]
    [InlineData("Sandy Example", null, null)]
    [InlineData("Jane Example", null, null)]
    public void Two_people_of_one_name_are_seen(string cell, string? first, string? second)
    {
        var read = Couples.Read(cell);
        Assert.Equal((first, second), (read?.First.Full, read?.Second.Full));
    }

    [Theory, BothDatabases]
    public async Task Whether_a_couple_is_two_people_is_asked(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await Bringing.UploadAsync(
            carys,
            ImportKind.Cases,
            "Ref,Name,Issue,Topic\nC/1,Ann & Bob Example,Noise,ASB\nC/2,Mr and Mrs Sample,Noise,ASB\n"
        );
        var preview = await Bringing.AnswerAsync(
            carys,
            page,
            ("Who is “Mr and Mrs Sample”?", "One person, as it is written")
        );
        await carys.PostAsync(preview, "Bring it in");
        Assert.Equal(
            ["Ann Example", "Bob Example", "Mr and Mrs Sample"],
            await moot.WithAsync(async db =>
                (await db.Set<CasePerson>().ToListAsync())
                    .Select(one => one.FullName)
                    .Order(StringComparer.Ordinal)
                    .ToList()
            )
        );
    }
}
