using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Audit;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Cases;

/// <summary>A protected address is shown to those named, each showing logged, and stands nowhere else.</summary>
public sealed class ProtectedValueTests
{
    private const string Secret = "17 Refuge Lane";

    [Theory, BothDatabases]
    public async Task Only_a_named_reader_is_shown_it_and_the_showing_is_logged(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (hubCase, value) = await PlantAsync(moot, People.Coordinator);
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        using var carys = await moot.AsAsync(People.Coordinator);
        var his = await sunil.GetAsync($"/Cases/{hubCase.Reference}");
        Assert.Contains(
            "An address is held for named people only.",
            his.Words,
            StringComparison.Ordinal
        );
        Assert.Empty(his.Document.QuerySelectorAll("main form[action*=Protected]"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await sunil.GetAsync($"/Cases/Protected/{value.Id}")).Status
        );

        var hers = await carys.GetAsync($"/Cases/{hubCase.Reference}");
        Assert.DoesNotContain(Secret, hers.Text, StringComparison.Ordinal);
        var forged = await sunil.PostAsync(
            (await sunil.GetAsync($"/Cases/{hubCase.Reference}/Note")) with
            {
                Path = $"/Cases/Protected/{value.Id}?handler=Show",
            }
        );
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        Assert.DoesNotContain(await moot.AuditAsync(), entry => entry.Kind == AuditKind.Disclosure);

        var before = await carys.GetAsync($"/Cases/Protected/{value.Id}");
        Assert.DoesNotContain(Secret, before.Text, StringComparison.Ordinal);
        var shown = await carys.PostAsync(hers, "Show");
        Assert.Contains(Secret, shown.Words, StringComparison.Ordinal);
        var entry = (await moot.AuditAsync()).Single(one => one.Kind == AuditKind.Disclosure);
        Assert.Equal(People.Coordinator.Id, entry.ActorId);
        Assert.Contains(new Subject("ProtectedValue", value.Id), entry.Subjects);
        Assert.DoesNotContain(
            await moot.AuditAsync(),
            one => one.ToJson().Contains(Secret, StringComparison.Ordinal)
        );
        using var raw = await carys.SendAsync(new(HttpMethod.Get, $"/Cases/Protected/{value.Id}"));
        Assert.Equal("no-store", raw.Headers.CacheControl!.ToString());
    }

    [Theory, BothDatabases]
    public async Task Readers_name_others_but_never_leave_it_to_nobody(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (_, value) = await PlantAsync(moot, People.Coordinator);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        var address = $"/Cases/Protected/{value.Id}";
        var page = await carys.GetAsync(address);
        var alone = await carys.PostAsync(page, "Unname");
        Assert.Equal(["Somebody must be able to see it. Name another person first."], alone.Errors);
        var unsaid = await carys.PostAsync(
            page,
            "handler=Name",
            null,
            ("Input.Person", People.SecondCoordinator.Id.ToString())
        );
        Assert.Equal(["Say why they need it"], unsaid.Errors);
        await carys.PostAsync(
            page,
            "handler=Name",
            null,
            ("Input.Person", People.SecondCoordinator.Id.ToString()),
            ("Input.Why", "Takes over next week")
        );
        Assert.Equal(HttpStatusCode.OK, (await sunil.GetAsync(address)).Status);
        var now = await sunil.GetAsync(address);
        var hers = now
            .Document.QuerySelectorAll<IHtmlFormElement>("main form")
            .Single(form =>
                form.InnerHtml.Contains(People.Coordinator.Id.ToString(), StringComparison.Ordinal)
                && form.GetAttribute("action")!.Contains("Unname", StringComparison.Ordinal)
            );
        await sunil.PostAsync(now, hers);
        Assert.Equal(HttpStatusCode.NotFound, (await carys.GetAsync(address)).Status);
        Assert.Contains(
            await moot.AuditAsync(),
            entry => entry.Why == "Takes over next week" && entry.Changes.Count > 0
        );
    }

    [Theory, BothDatabases]
    public async Task A_reader_shut_out_or_lapsed_is_not_shown_it(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (hubCase, value) = await PlantAsync(moot, People.Coordinator, People.Lapsed);
        await moot.AddAsync(
            CaseSample.Share(hubCase, People.Lapsed),
            new CaseExclusion
            {
                CaseId = hubCase.Id,
                UserId = People.Coordinator.Id,
                Why = "A neighbour",
            }
        );
        foreach (var person in new[] { People.Coordinator, People.Lapsed })
        {
            using var browser = await moot.AsAsync(person);
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await browser.GetAsync($"/Cases/Protected/{value.Id}")).Status
            );
        }
    }

    [Theory, BothDatabases]
    public async Task Where_every_reader_has_left_the_team_names_a_new_one(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (_, value) = await PlantAsync(moot, People.Coordinator);
        await moot.WithAsync(async db =>
            (
                await db.Set<Moothall.Platform.Access.User>()
                    .SingleAsync(user => user.Id == People.Coordinator.Id)
            ).LeftAt = TestClock.MondayMorning
        );
        using var clive = await moot.AsAsync(People.Chair);
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        var address = $"/Cases/Protected/{value.Id}";
        Assert.Equal(HttpStatusCode.NotFound, (await clive.GetAsync(address)).Status);
        var page = await sunil.GetAsync(address);
        Assert.Empty(page.Document.QuerySelectorAll("main form[action*=Show]"));
        await sunil.PostAsync(
            page,
            "handler=Name",
            null,
            ("Input.Person", People.SecondCoordinator.Id.ToString()),
            ("Input.Why", "Carys has left")
        );
        var shown = await sunil.PostAsync(await sunil.GetAsync(address), "handler=Show");
        Assert.Contains(Secret, shown.Words, StringComparison.Ordinal);
    }

    private static async Task<(HubCase Case, ProtectedValue Value)> PlantAsync(
        Moot moot,
        params Person[] readers
    )
    {
        var hubCase = CaseSample.Case(1);
        var person = CaseSample.Person(hubCase, "Harry", "Planted", new(1990, 5, 5));
        var value = new ProtectedValue
        {
            PersonId = person.Id,
            Kind = ProtectedKind.Address,
            Sealed = moot.Services.GetRequiredService<ProtectedSeal>().Seal(Secret),
            Why = "Kept from a former partner",
        };
        value.Readers.AddRange(
            readers.Select(reader => new ProtectedValueReader
            {
                ValueId = value.Id,
                UserId = reader.Id,
            })
        );
        await moot.AddAsync(hubCase, person, value);
        return (hubCase, value);
    }
}
