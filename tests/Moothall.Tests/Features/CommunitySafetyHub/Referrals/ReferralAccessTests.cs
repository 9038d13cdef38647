using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Audit;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Referrals;

/// <summary>Whose referrals one sees, in lists and by address.</summary>
public sealed class ReferralAccessTests
{
    [Theory, BothDatabases]
    public async Task An_agency_sees_its_own_and_whoever_runs_the_hub_sees_all(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var reference = await Fill.ReferAsync(
            moot,
            People.Police,
            Fill.Person(("Input.Details.Title", "MARKER"))
        );
        foreach (var person in People.All)
        {
            var sees =
                person.OrganisationId == World.Police
                    && person.Roles[0] is not Moothall.Platform.Access.Role.Analyst
                || person == People.Coordinator
                || person == People.SecondCoordinator
                || person == People.Manager;
            using var browser = await moot.AsAsync(person);
            foreach (
                var path in new[]
                {
                    "/Referrals?show=All",
                    "/Referrals?show=Waiting&sort=organisation",
                    $"/Referrals/{reference}",
                    $"/Referrals/{reference}/Triage",
                    $"/Referrals/{reference}/Edit",
                }
            )
            {
                var page = await browser.GetAsync(path);
                if (!sees)
                {
                    Assert.DoesNotContain("MARKER", page.Text, StringComparison.Ordinal);
                    Assert.DoesNotContain("Neill", page.Text, StringComparison.Ordinal);
                }
            }

            if (sees)
            {
                var detail = await browser.GetAsync($"/Referrals/{reference}");
                Assert.Contains("MARKER", detail.Words, StringComparison.Ordinal);
                var list = await browser.GetAsync("/Referrals?show=All");
                Assert.Contains("MARKER", list.Words, StringComparison.Ordinal);
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Looking_at_a_referral_is_in_the_audit(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var reference = await Fill.ReferAsync(moot, People.Police, Fill.Person());
        var id = await moot.WithAsync(db => db.Set<Referral>().Select(r => r.Id).SingleAsync());
        using var carys = await moot.AsAsync(People.Coordinator);
        foreach (var path in new[] { "/Referrals", $"/Referrals/{reference}" })
        {
            await carys.GetAsync(path);
            var entry = await moot.LastAuditAsync();
            Assert.Equal((AuditKind.Read, People.Coordinator.Name), (entry.Kind, entry.Actor));
            Assert.Contains(new Subject("Referral", id), entry.Subjects);
        }
    }

    [Theory, BothDatabases]
    public async Task Someone_shut_out_of_the_case_loses_the_referral_too(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var reference = await Fill.ReferAsync(moot, People.Police, Fill.Person());
        using var carys = await moot.AsAsync(People.Coordinator);
        await TriageTests.DecideAsync(carys, reference, "Accept", "Several agencies.");
        using var dominic = await moot.AsAsync(People.PoliceDeputy);
        Assert.Equal(HttpStatusCode.OK, (await dominic.GetAsync($"/Referrals/{reference}")).Status);
        var caseId = await moot.WithAsync(db => db.Set<HubCase>().Select(c => c.Id).SingleAsync());
        await moot.AddAsync(
            new CaseExclusion
            {
                CaseId = caseId,
                UserId = People.PoliceDeputy.Id,
                Why = "A relative",
            }
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await dominic.GetAsync($"/Referrals/{reference}")).Status
        );
        Assert.DoesNotContain(
            reference,
            (await dominic.GetAsync("/Referrals?show=All")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_case_for_named_people_takes_the_referral_from_the_writers_colleagues(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var reference = await Fill.ReferAsync(moot, People.Police, Fill.Person());
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync($"/Referrals/{reference}/Triage");
        await carys.PostAsync(
            page,
            "Save the decision",
            "Save the decision",
            ("Input.Outcome", "Accept"),
            ("Input.Reason", "An officer is involved."),
            ("Input.Visibility", "NamedPeople")
        );
        foreach (
            var (person, status) in new[]
            {
                (People.Police, HttpStatusCode.OK),
                (People.Coordinator, HttpStatusCode.OK),
                (People.PoliceDeputy, HttpStatusCode.NotFound),
                (People.SecondCoordinator, HttpStatusCode.NotFound),
                (People.Chair, HttpStatusCode.NotFound),
            }
        )
        {
            using var browser = await moot.AsAsync(person);
            Assert.Equal(status, (await browser.GetAsync($"/Referrals/{reference}")).Status);
        }
    }

    [Theory, BothDatabases]
    public async Task A_councillor_does_not_see_what_her_own_council_referred(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var reference = await Fill.ReferAsync(moot, People.Housing, Fill.Person());
        using var olwen = await moot.AsAsync(People.Councillor);
        var page = await olwen.GetAsync($"/Referrals/{reference}");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        var list = await olwen.GetAsync("/Referrals?show=All");
        Assert.DoesNotContain(reference, list.Text, StringComparison.Ordinal);
        using var hannah = await moot.AsAsync(People.Housing);
        var own = await hannah.GetAsync($"/Referrals/{reference}");
        Assert.Equal(HttpStatusCode.OK, own.Status);
    }
}
