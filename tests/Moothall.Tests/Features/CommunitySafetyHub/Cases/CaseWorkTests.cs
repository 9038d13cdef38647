using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Priorities;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Cases;

/// <summary>What whoever runs the hub does with a case.</summary>
public sealed class CaseWorkTests
{
    private static readonly string[] Pages =
    [
        "Edit",
        "Note",
        "Places",
        "Removal",
        "Reopen",
        "Visibility",
        "Visibility/Add",
        "Visibility/ShutOut",
    ];

    [Theory, BothDatabases]
    public async Task Members_are_refused_and_an_unseen_case_is_not_found(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (seen, unseen) = (
            CaseSample.Case(1),
            CaseSample.Case(2, "Unseen", CaseVisibility.NamedPeople)
        );
        await moot.AddAsync(seen, unseen);
        using var petra = await moot.AsAsync(People.Police);
        using var clive = await moot.AsAsync(People.Chair);
        foreach (var page in Pages)
        {
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await petra.GetAsync($"/Cases/{seen.Reference}/{page}")).Status
            );
            var address = $"/Cases/{unseen.Reference}/{page}";
            Assert.Equal(HttpStatusCode.NotFound, (await clive.GetAsync(address)).Status);
            // The form of a case one may see, sent to one that one may not.
            var form = await clive.GetAsync($"/Cases/{seen.Reference}/{page}");
            var sent = await clive.PostAsync(
                form with
                {
                    Path = address,
                },
                fields:
                [
                    ("Input.Title", "Stolen"),
                    ("Input.Text", "Stolen"),
                    ("Input.Why", "Stolen"),
                    ("Input.Description", "Stolen"),
                    ("Input.Kind", "Fact"),
                    ("Input.Level", "Hub"),
                    ("Input.Agency", World.Police.ToString()),
                    ("Input.Person", People.Police.Id.ToString()),
                ]
            );
            Assert.Equal(HttpStatusCode.NotFound, sent.Status);
        }

        Assert.Equal(
            (CaseVisibility.NamedPeople, "Unseen"),
            await moot.WithAsync(db =>
                db.Set<HubCase>()
                    .Where(c => c.Id == unseen.Id)
                    .Select(c => new ValueTuple<CaseVisibility, string>(c.Visibility, c.Title))
                    .SingleAsync()
            )
        );
        Assert.Equal(0, await moot.WithAsync(db => db.Set<CaseEvent>().CountAsync()));
    }

    [Theory, BothDatabases, Rule("S0-9")]
    public async Task A_case_is_tagged_with_topics_and_priorities(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1);
        var victims = new Priority
        {
            Name = "Supporting victims",
            Source = PrioritySource.LocalPolicingBody,
        };
        var old = new Priority
        {
            Name = "Long past",
            Source = PrioritySource.Partnership,
            Until = new(2020, 1, 1),
        };
        await moot.AddAsync(hubCase, victims, old);
        using var clive = await moot.AsAsync(People.Chair);
        var form = await clive.GetAsync($"/Cases/{hubCase.Reference}/Edit");
        Assert.DoesNotContain("Long past", form.Words, StringComparison.Ordinal);
        var wrong = await clive.PostAsync(form, fields: [("Input.Title", " ")]);
        Assert.Equal(["Enter a title", "Choose at least one topic"], wrong.Errors);
        var over = await clive.PostAsync(
            form,
            fields:
            [
                ("Input.Topics", World.Arson.ToString()),
                ("Input.Priorities", old.Id.ToString()),
            ]
        );
        Assert.Equal(["Choose priorities from the list."], over.Errors);
        var saved = await clive.PostAsync(
            form,
            fields:
            [
                ("Input.Topics", World.Arson.ToString()),
                ("Input.Priorities", victims.Id.ToString()),
            ]
        );
        Assert.Equal($"/Cases/{hubCase.Reference}", saved.Path);
        Assert.Contains("Arson", saved.Words, StringComparison.Ordinal);
        Assert.Contains("Supporting victims", saved.Words, StringComparison.Ordinal);
        Assert.Contains("Details changed", saved.Words, StringComparison.Ordinal);
        var byTopic = await clive.GetAsync($"/Cases?Topic={World.Arson}");
        Assert.Contains(hubCase.Reference, byTopic.Words, StringComparison.Ordinal);
        byTopic = await clive.GetAsync($"/Cases?Topic={World.DomesticAbuse}");
        Assert.DoesNotContain(hubCase.Reference, byTopic.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_second_of_two_who_save_sees_both_texts(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1);
        await moot.AddAsync(hubCase);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var clive = await moot.AsAsync(People.Chair);
        var address = $"/Cases/{hubCase.Reference}/Edit";
        var (hers, his) = (await carys.GetAsync(address), await clive.GetAsync(address));
        var topic = ("Input.Topics", (string?)World.Arson.ToString());
        await carys.PostAsync(hers, fields: [("Input.Title", "What Carys wrote"), topic]);
        var clash = await clive.PostAsync(
            his,
            fields: [("Input.Title", "What Clive wrote"), topic]
        );
        Assert.Equal(address, clash.Path);
        Assert.Contains("What Carys wrote", clash.Words, StringComparison.Ordinal);
        Assert.Contains("What Clive wrote", clash.Text, StringComparison.Ordinal);
        Assert.Equal("What Carys wrote", await TitleAsync(moot));
        await clive.PostAsync(clash, fields: [("Input.Title", "What Clive wrote"), topic]);
        Assert.Equal("What Clive wrote", await TitleAsync(moot));
    }

    [Theory, BothDatabases]
    public async Task A_note_says_whether_it_is_fact_or_opinion(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1);
        await moot.AddAsync(hubCase);
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync($"/Cases/{hubCase.Reference}/Note");
        var wrong = await carys.PostAsync(form, fields: [("Input.Text", "She seems frightened")]);
        Assert.Equal(["Say whether it is fact or opinion"], wrong.Errors);
        var saved = await carys.PostAsync(wrong, fields: [("Input.Kind", "Opinion")]);
        Assert.Contains(
            "Note: opinion She seems frightened",
            saved.Words,
            StringComparison.Ordinal
        );
        // The same form sent again is the same note.
        await carys.PostAsync(wrong, fields: [("Input.Kind", "Opinion")]);
        Assert.Equal(1, await moot.WithAsync(db => db.Set<CaseNote>().CountAsync()));
    }

    [Theory, BothDatabases, Rule("S1-6.5")]
    public async Task The_chair_recommends_removal_and_the_case_stays_until_a_meeting_decides(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1);
        await moot.AddAsync(hubCase, CaseSample.Item(hubCase, World.NextMeeting));
        await moot.PublishAsync(World.NextMeeting);
        using var clive = await moot.AsAsync(People.Chair);
        var form = await clive.GetAsync($"/Cases/{hubCase.Reference}/Removal");
        Assert.Equal(["Say why"], (await clive.PostAsync(form)).Errors);
        var saved = await clive.PostAsync(form, fields: [("Input.Why", "Quiet for six weeks")]);
        Assert.Contains(
            "Removal from the hub is recommended by Clive Hartley",
            saved.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("Quiet for six weeks", saved.Words, StringComparison.Ordinal);
        var agenda = $"/Meetings/{World.NextMeeting}/Agenda";
        const string Words = "Clive Hartley recommends removal from the hub: Quiet for six weeks";
        Assert.Contains(Words, (await clive.GetAsync(agenda)).Words, StringComparison.Ordinal);
        // A member who has not signed sees the item, not why.
        using var petra = await moot.AsAsync(People.Police);
        Assert.DoesNotContain(
            "Quiet for",
            (await petra.GetAsync(agenda)).Text,
            StringComparison.Ordinal
        );
        var list = await clive.GetAsync("/Cases");
        Assert.Contains("Removal recommended", list.Words, StringComparison.Ordinal);
        await moot.WithAsync(async db =>
        {
            var found = await db.Set<HubCase>().SingleAsync();
            Assert.Equal(CaseStatus.Open, found.Status);
            Assert.Null(
                found.Close(ClosureReason.Resolved, "All quiet", moot.Clock.GetUtcNow().UtcDateTime)
            );
        });
        var closed = await clive.GetAsync($"/Cases/{hubCase.Reference}");
        Assert.DoesNotContain("is recommended by", closed.Words, StringComparison.Ordinal);
        Assert.Contains("Resolved: All quiet", closed.Words, StringComparison.Ordinal);

        var late = await clive.PostAsync(
            form,
            fields: [("Input.Why", "Still quiet"), ("_key", null)]
        );
        Assert.Equal(["This case is closed already."], late.Errors);
        var again = await clive.GetAsync($"/Cases/{hubCase.Reference}/Reopen");
        var reopened = await clive.PostAsync(again, fields: [("Input.Why", "It began anew")]);
        Assert.Contains("Episode 2", reopened.Words, StringComparison.Ordinal);
        Assert.Contains("It began anew", reopened.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_place_is_added_and_changed(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (hubCase, other) = (CaseSample.Case(1), CaseSample.Case(2));
        var elsewhere = new CasePlace { CaseId = other.Id, Description = "Elsewhere" };
        await moot.AddAsync(hubCase, other, elsewhere);
        using var carys = await moot.AsAsync(People.Coordinator);
        var address = $"/Cases/{hubCase.Reference}/Places";
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await carys.GetAsync($"{address}/{elsewhere.Id}")).Status
        );
        var form = await carys.GetAsync(address);
        Assert.Equal(["Enter the address, place or area"], (await carys.PostAsync(form)).Errors);
        var saved = await carys.PostAsync(
            form,
            fields:
            [
                ("Input.Description", "Bandstand, St Anne's Park"),
                ("Input.Postcode", "zz991aa"),
            ]
        );
        Assert.Contains(
            "Bandstand, St Anne's Park ZZ99 1AA",
            saved.Words,
            StringComparison.Ordinal
        );
        var place = await moot.WithAsync(db =>
            db.Set<CasePlace>().SingleAsync(one => one.CaseId == hubCase.Id)
        );
        Assert.Equal("bandstandstannesparkzz991aa", place.SearchText);
        var change = await carys.GetAsync($"{address}/{place.Id}");
        await carys.PostAsync(change, fields: [("Input.Description", "The Łąka")]);
        Assert.Equal(
            "thełąkazz991aa"
                .Replace("ł", "l", StringComparison.Ordinal)
                .Replace("ą", "a", StringComparison.Ordinal),
            (
                await moot.WithAsync(db =>
                    db.Set<CasePlace>().SingleAsync(one => one.Id == place.Id)
                )
            ).SearchText
        );
    }

    private static Task<string> TitleAsync(Moot moot) =>
        moot.WithAsync(db => db.Set<HubCase>().Select(c => c.Title).SingleAsync());
}
