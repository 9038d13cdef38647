using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Audit;
using Moothall.Tests.Features.CommunitySafetyHub.Referrals;
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

    [Theory, BothDatabases]
    public async Task Narrowing_a_case_leaves_somebody_who_can_read_it(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (hubCase, value) = await PlantAsync(moot, People.Police);
        var (carysShare, petraShare) = (
            CaseSample.Share(hubCase, People.Coordinator),
            CaseSample.Share(hubCase, People.Police)
        );
        await moot.AddAsync(carysShare);
        using var carys = await moot.AsAsync(People.Coordinator);
        var address = $"/Cases/{hubCase.Reference}/Visibility";
        Assert.Contains(
            $"It is held for {People.Police.Name}. Ask them",
            (await carys.GetAsync($"/Cases/{hubCase.Reference}")).Words,
            StringComparison.Ordinal
        );
        (string, string?)[] narrower = [("Input.Level", "NamedPeople"), ("Input.Why", "Sensitive")];
        var refused = await carys.PostAsync(
            await carys.GetAsync(address),
            "Save",
            "Save",
            narrower
        );
        var error = Assert.Single(refused.Errors);
        Assert.Contains(
            $"Name {People.Police.Name} for this case first",
            error,
            StringComparison.Ordinal
        );
        await moot.AddAsync(petraShare);
        var saved = await carys.PostAsync(await carys.GetAsync(address), "Save", "Save", narrower);
        Assert.Empty(saved.Errors);
        // The last who can read it is not taken off the list either.
        var remove = await carys.GetAsync($"{address}/Remove/{petraShare.Id}");
        var kept = await carys.PostAsync(
            remove,
            remove.Document.QuerySelector<IHtmlFormElement>("main form")!,
            null,
            ("Input.Why", "Moved")
        );
        Assert.Contains(
            "could read what is kept",
            Assert.Single(kept.Errors),
            StringComparison.Ordinal
        );
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal(
            HttpStatusCode.OK,
            (await petra.GetAsync($"/Cases/Protected/{value.Id}")).Status
        );
    }

    [Theory, BothDatabases]
    public async Task A_referrer_who_lost_the_case_reads_it_from_the_referral_and_names_a_reader(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var reference = await Fill.ReferAsync(
            moot,
            People.Police,
            Fill.Person(
                ("Input.People[0].AddressIsProtected", "true"),
                ("Input.People[0].Address", Secret),
                ("Input.People[0].ProtectedBecause", "Kept from a former partner")
            )
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        await TriageTests.DecideAsync(carys, reference, "Accept", "Several agencies.");
        var hubCase = await moot.WithAsync(db => db.Set<HubCase>().SingleAsync());
        await moot.AddAsync(CaseSample.Share(hubCase, People.Coordinator));
        await moot.WithAsync(async db =>
            (await db.Set<HubCase>().SingleAsync()).Visibility = CaseVisibility.NamedPeople
        );
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await petra.GetAsync($"/Cases/{hubCase.Reference}")).Status
        );
        var own = await petra.GetAsync($"/Referrals/{reference}");
        var link = own.Document.QuerySelector("main a[href*=Protected]")!.GetAttribute("href")!;
        var page = await petra.GetAsync(link);
        Assert.Equal(
            $"/Referrals/{reference}",
            page.Document.QuerySelector(".govuk-back-link")!.GetAttribute("href")
        );
        Assert.Equal(HttpStatusCode.NotFound, (await carys.GetAsync(link)).Status);
        Assert.Contains(
            Secret,
            (await petra.PostAsync(page, "handler=Show")).Words,
            StringComparison.Ordinal
        );
        await petra.PostAsync(
            page,
            "handler=Name",
            null,
            ("Input.Person", People.Coordinator.Id.ToString()),
            ("Input.Why", "Works on the case")
        );
        Assert.Contains(
            Secret,
            (await carys.PostAsync(await carys.GetAsync(link), "handler=Show")).Words,
            StringComparison.Ordinal
        );
        // Shut out of the case, the referrer is shown nothing of it.
        await moot.AddAsync(
            new CaseExclusion
            {
                CaseId = hubCase.Id,
                UserId = People.Police.Id,
                Why = "A neighbour",
            }
        );
        Assert.Equal(HttpStatusCode.NotFound, (await petra.GetAsync(link)).Status);
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
