using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Platform.Documents.Doubts;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents.Tables;

namespace Moothall.Tests.Features.CommunitySafetyHub.Import;

/// <summary>What a list says must not be disclosed is kept for named people or left out, wherever in the list it stands, and never written in the open.</summary>
public sealed class KeptValuesTests
{
    private const string Secret = "14 Hidden Lane";
    private const string Number = "07700 900123";

    private const string List =
        "Ref,Surname,Forename,DOB,Role,Address,Postcode,Mobile,Issue,Background,Topic,Flag\n"
        + $"K/1,Example,Jane,15/05/1990,Victim,{Secret} (do not disclose),ST1 2AB,07700 900555,Threats,Now lives at 14 Hidden Ln. Afraid.,ASB,\n"
        + $"K/1,Sample,John,01/02/1985,Perp,1 Open Road,,07700 900999,,,,\n"
        + $"K/2,Model,Mary,03/03/1980,Victim,2 Other Street,,{Number},Noise,,ASB,DND\n"
        + "K/3,Pattern,Lee,04/04/1970,Victim,3 Open Road,,01632 960111,Fires,,Arson,\n";

    [Theory, BothDatabases]
    public async Task They_are_kept_for_whoever_brings_them_and_stand_nowhere_else(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await Bringing.UploadAsync(carys, ImportKind.Cases, List);
        var preview = await Bringing.AnswerAsync(carys, page);
        Assert.Contains("Row 2 says that something must not be disclosed", preview.Words);
        Assert.Contains("the address and the telephone number will be kept", preview.Words);
        Assert.Contains("A note will not be written", preview.Words);
        var done = await carys.PostAsync(preview, "Bring it in");
        Assert.Contains("Addresses and numbers kept for you alone 3", done.Words);
        await moot.WithAsync(async db =>
        {
            var people = await db.Set<CasePerson>()
                .Include(one => one.Telephones)
                .OrderBy(one => one.FamilyName)
                .ToListAsync();
            Assert.Equal(
                [
                    "Example: 07700 900555",
                    "Model: ",
                    "Pattern: 3 Open Road 01632 960111",
                    "Sample: 1 Open Road 07700 900999",
                ],
                people.Select(one =>
                    $"{one.FamilyName}: {one.Address}{one.Postcode} {string.Join(' ', one.Telephones.Select(number => number.Number))}".Replace(
                        ":  ",
                        ": ",
                        StringComparison.Ordinal
                    )
                )
            );
            Assert.DoesNotContain(
                "Hidden",
                string.Join(' ', (await db.Set<CaseNote>().ToListAsync()).Select(one => one.Text))
            );
            var kept = await db.Set<ProtectedValue>().Include(one => one.Readers).ToListAsync();
            Assert.Equal(3, kept.Count);
            Assert.All(
                kept,
                one => Assert.Equal(People.Coordinator.Id, Assert.Single(one.Readers).UserId)
            );
        });
        var id = await moot.WithAsync(async db =>
        {
            var jane = await db.Set<CasePerson>().SingleAsync(one => one.FamilyName == "Example");
            return await db.Set<ProtectedValue>()
                .Where(one => one.PersonId == jane.Id && one.Kind == ProtectedKind.Address)
                .Select(one => one.Id)
                .SingleAsync();
        });
        var shown = await carys.PostAsync(await carys.GetAsync($"/Cases/Protected/{id}"), "Show");
        Assert.Contains($"{Secret} ST1 2AB", shown.Words);
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        Assert.Equal(
            System.Net.HttpStatusCode.NotFound,
            (await sunil.GetAsync($"/Cases/Protected/{id}")).Status
        );
        await carys.PostAsync(done, fields: [("Because", "The wrong file")]);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<ProtectedValue>().CountAsync()));
        Assert.Equal(0, await moot.WithAsync(db => db.Set<ProtectedValueReader>().CountAsync()));
    }

    [Fact]
    public void They_are_asked_about_once_and_can_be_left_out()
    {
        var plan = Worlds.Plan(ImportKind.Cases, List, ("title:(none)", "topic"));
        var asked = Assert.Single(plan.Open);
        Assert.Equal(("kept", 2, KeptValues.Keep), (asked.About, asked.Rows, asked.Suggestion));
        Assert.DoesNotContain(
            "Hidden",
            string.Join(' ', asked.Choices.Select(one => one.Words).Append(asked.Words))
        );
        plan = Worlds.Plan(ImportKind.Cases, List, ("kept:(rows)", QuestionBook.Without));
        Assert.All(
            plan.Ready.Cast<PlannedCase>().SelectMany(one => one.People),
            one => Assert.False(one.IsKept)
        );
        Assert.Contains(
            "will not be written",
            plan.Ready.Single(one => ((PlannedCase)one).OldReference == "K/2").Warnings[0]
        );
    }

    [Fact]
    public void Another_person_at_the_same_address_a_place_and_an_action_give_nothing_away()
    {
        var plan = Worlds.Plan(
            ImportKind.Cases,
            "Ref,Name,Role,Address,Location,Issue,Topic\n"
                + $"K/1,Jane Example,Victim,{Secret} - safe address,,Threats,ASB\n"
                + $"K/1,Tim Example,Child,{Secret},Near 14 Hidden Lane,,\n"
                + "K/4,,,,9 Refuge Row (not to be shared),Fires,Arson\n",
            ("kept:(rows)", KeptValues.Keep)
        );
        var family = (PlannedCase)plan.Ready[0];
        Assert.Equal(["", ""], family.People.Select(one => one.Address));
        Assert.Empty(family.Places);
        Assert.Empty(((PlannedCase)plan.Ready[1]).Places);
        Assert.NotEmpty(plan.Ready[1].Warnings);
        var actions = Worlds.Plan(
            ImportKind.Actions,
            $"Action,Owner,Due\n\"Visit {Secret}, do not disclose\",Testshire Police,01/12/2026\n\"Do not disclose the referral\",Testshire Police,01/12/2026\n",
            ("case:(none)", QuestionBook.Without)
        );
        Assert.Contains("must not be disclosed", Assert.Single(actions.Refused).Reason);
        Assert.Single(actions.Ready);
    }

    [Fact]
    public void A_title_that_repeats_it_is_refused_and_a_members_number_is_left_out()
    {
        var plan = Worlds.Plan(
            ImportKind.Cases,
            $"Ref,Name,Role,Address,Issue,Topic\nK/5,Jane Example,Victim,{Secret} DND,Found at 14 hidden ln,ASB\n",
            ("kept:(rows)", KeptValues.Keep)
        );
        Assert.Contains("The title holds what must not be disclosed", plan.Refused[0].Reason);
        var member = (PlannedMember)
            Worlds
                .Plan(
                    ImportKind.Members,
                    $"Agency,Name,Mobile,Notes\nProbation,Jo Example,{Number} (not to be shared),Rings back\n"
                )
                .Ready[0];
        Assert.DoesNotContain(Number, member.Note);
        Assert.Contains("Rings back", member.Note);
        Assert.Contains(member.Warnings, one => one.Contains("Row 2 says that a telephone number"));
    }

    [Fact]
    public async Task The_command_is_nobody_and_keeps_nothing()
    {
        await using var moot = await Moot.StartAsync(Database.Sqlite);
        var file = ImportCommandTests.Kept(
            "list.csv",
            TableFiles.Bytes(
                $"Ref,Name,DOB,Role,Address,Issue,Topic\nK/1,Jane Example,15/05/1990,Victim,{Secret} DND,Threats,ASB\n"
            )
        );
        var answers = ImportCommandTests.Kept(
            "answers.json",
            TableFiles.Bytes("""{"kept:(rows)": "keep"}""")
        );
        var (code, said, _) = await ImportCommandTests.RunAsync(
            moot,
            "import",
            "cases",
            file,
            "--answers",
            answers,
            "--json"
        );
        Assert.Equal(1, code);
        Assert.Contains("bring it in in the browser", said);
        Assert.DoesNotContain("Hidden", said);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<HubCase>().CountAsync()));
    }

    [Theory]
    [InlineData("12 Elm Road – do not disclose", true)]
    [InlineData("DND", true)]
    [InlineData("Safe address", true)]
    [InlineData("confidential address!", true)]
    [InlineData("Not to be shared", true)]
    [InlineData("Don’t share with partner", true)]
    [InlineData("Afraid to disclose", false)]
    [InlineData("Shares a house", false)]
    [InlineData("The landlord was disbanded", false)]
    public void The_words_people_use_are_known(string text, bool says) =>
        Assert.Equal(says, KeptValues.Says(text));
}
