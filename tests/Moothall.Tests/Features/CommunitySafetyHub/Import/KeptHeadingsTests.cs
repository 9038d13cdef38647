using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Platform.Documents.Doubts;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Import;

/// <summary>What a heading or a flag says must not be disclosed is kept as what a cell says of itself.</summary>
public sealed class KeptHeadingsTests
{
    private static PlannedPerson One(string headings, string cells) =>
        (
            (PlannedCase)
                Assert.Single(
                    Worlds
                        .Plan(
                            ImportKind.Cases,
                            $"Ref,Name,Issue,Topic,{headings}\nK/1,Jane Example,Threats,ASB,{cells}\n",
                            ("kept:(rows)", KeptValues.Keep)
                        )
                        .Ready
                )
        ).People[0];

    [Theory]
    [InlineData("Safe address", "14 Hidden Lane", "", "14 Hidden Lane")]
    [InlineData("Confidential address", "14 Hidden Lane", "", "14 Hidden Lane")]
    [InlineData("Address (do not disclose)", "14 Hidden Lane", "", "14 Hidden Lane")]
    [InlineData(
        "Address,Safe address",
        "1 Open Road,14 Hidden Lane",
        "1 Open Road",
        "14 Hidden Lane"
    )]
    [InlineData(
        "Safe address,Address",
        "14 Hidden Lane,1 Open Road",
        "1 Open Road",
        "14 Hidden Lane"
    )]
    [InlineData("Address,Safe address", "14 Hidden Lane,14 Hidden Lane", "", "14 Hidden Lane")]
    [InlineData(
        "Safe address line 1,Address line 2,Postcode",
        "Flat 2,14 Hidden Lane,ST1 2AB",
        "",
        "Flat 2\n14 Hidden Lane\nST1 2AB"
    )]
    [InlineData("Postcode,Safe address", "ST1 2AB,14 Hidden Lane", "", "ST1 2AB\n14 Hidden Lane")]
    [InlineData(
        "Address,Postcode,Safe address",
        "1 Open Road,ST1 2AB,14 Hidden Lane",
        "1 Open Road ST1 2AB",
        "14 Hidden Lane"
    )]
    [InlineData("Address,Address confidential?", "14 Hidden Lane,Yes", "", "14 Hidden Lane")]
    [InlineData("Address,Address confidential?", "1 Open Road,No", "1 Open Road", "")]
    [InlineData("Address,Address may be shared", "14 Hidden Lane,N", "", "14 Hidden Lane")]
    [InlineData("Address,DND", "14 Hidden Lane,Y", "", "14 Hidden Lane")]
    [InlineData("Address,DND", "1 Open Road,N", "1 Open Road", "")]
    [InlineData("Address,DND", "1 Open Road,", "1 Open Road", "")]
    [InlineData("Address,Confidential?", "14 Hidden Lane,yes - refuge", "", "14 Hidden Lane")]
    [InlineData("Address,Private tenant", "1 Open Road,Yes", "1 Open Road", "")]
    public void Of_addresses(string headings, string cells, string open, string kept)
    {
        var person = One(headings, cells);
        Assert.Equal(
            (open, kept),
            ($"{person.Address} {person.Postcode}".Trim(), person.HiddenAddress)
        );
    }

    [Theory]
    [InlineData("Confidential telephone", "07700 900123", "", "07700 900123")]
    [InlineData(
        "Telephone,Safe telephone",
        "07700 900555,07700 900123",
        "07700 900555",
        "07700 900123"
    )]
    [InlineData("Mobile,Phone confidential?", "07700 900123,Y", "", "07700 900123")]
    [InlineData("Mobile,Address confidential?", "07700 900555,Y", "07700 900555", "")]
    public void Of_numbers(string headings, string cells, string open, string kept)
    {
        var person = One(headings, cells);
        Assert.Equal((open, kept), (person.Telephone, person.HiddenTelephone));
    }

    [Theory]
    [InlineData("Confidential")]
    [InlineData("Withheld - DND")]
    public void Where_nothing_is_left_to_keep_nothing_is_said_to_be_kept(string cell)
    {
        var plan = Worlds.Plan(
            ImportKind.Cases,
            $"Ref,Name,Issue,Topic,Address\nK/1,Jane Example,Threats,ASB,{cell}\n"
        );
        var one = (PlannedCase)Assert.Single(plan.Ready);
        Assert.Equal(
            "Row 2 says that something must not be disclosed, and gives nothing that could be kept.",
            Assert.Single(one.Warnings)
        );
        Assert.Equal(("", ""), (one.People[0].Address, one.People[0].HiddenAddress));
        Assert.DoesNotContain(plan.Questions, asked => asked.About == "kept");
    }

    [Fact]
    public void A_place_a_title_and_an_action_are_not_written_unseen()
    {
        var plan = Worlds.Plan(
            ImportKind.Cases,
            "Ref,Name,Issue,Topic,Safe location\n"
                + "K/1,Jane Example,Threats,ASB,The Old Vicarage\n"
                + "K/2,John Sample,Safe address: The Old Vicarage,ASB,\n"
        );
        Assert.Empty(((PlannedCase)Assert.Single(plan.Ready)).Places);
        Assert.Contains("The title holds", Assert.Single(plan.Refused).Reason);
        var action = Assert.Single(
            Worlds
                .Plan(
                    ImportKind.Actions,
                    "Action,Owner,Due\nVisit the safe address The Old Vicarage,Testshire Police,01/12/2026\n",
                    ("case:(none)", QuestionBook.Without)
                )
                .Ready
        );
        Assert.Contains("See that it holds no address", Assert.Single(action.Warnings));
    }

    [Theory, BothDatabases]
    public async Task They_stand_nowhere_in_the_open(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await Bringing.UploadAsync(
            carys,
            ImportKind.Cases,
            "Ref,Surname,Forename,DOB,Role,Address,Safe address,Confidential telephone,Issue,Background,Topic\n"
                + "K/1,Example,Jane,15/05/1990,Victim,1 Open Road,14 Hidden Lane,07700 900123,Threats,,ASB\n"
                + "K/2,Sample,John,01/02/1985,Perp,2 Open Road,,,Noise,,ASB\n"
                + "K/3,,,,,,,,Fires,\"Safe address: The Old Vicarage, Aston\",Arson\n"
        );
        Assert.Contains("Some notes say that something must not be disclosed", page.Words);
        var preview = await Bringing.AnswerAsync(carys, page);
        Assert.Contains("A note will not be written", preview.Words);
        await carys.PostAsync(preview, "Bring it in");
        await moot.WithAsync(async db =>
        {
            var people = await db.Set<CasePerson>()
                .Include(one => one.Telephones)
                .OrderBy(one => one.FamilyName)
                .ToListAsync();
            Assert.Equal(["1 Open Road", "2 Open Road"], people.Select(one => one.Address));
            Assert.All(people, one => Assert.Empty(one.Telephones));
            Assert.Equal(2, await db.Set<ProtectedValue>().CountAsync());
            var notes = await db.Set<CaseNote>().Select(one => one.Text).ToListAsync();
            Assert.DoesNotContain("Vicarage", string.Join(' ', notes));
        });
    }
}
