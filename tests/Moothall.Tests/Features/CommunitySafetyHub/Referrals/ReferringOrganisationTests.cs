using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Referrals;

/// <summary>For whom a referral is made, and what in it is kept from view.</summary>
public sealed class ReferringOrganisationTests
{
    [Theory, BothDatabases]
    [Rule("S0-11")]
    public async Task Every_agency_can_refer_and_the_team_records_for_those_who_ring(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        foreach (
            var person in new[] { People.Police, People.Housing, People.Charity, People.Lapsed }
        )
        {
            await Fill.ReferAsync(moot, person, Fill.Place());
        }

        using var carys = await moot.AsAsync(People.Coordinator);
        var charity = ("Input.OrganisationId", (string?)World.Charity.ToString());
        var page = await Fill.SendAsync(carys, Fill.Place(charity));
        Assert.Equal(["Say who told you, and how"], page.Errors);
        var reference = await Fill.ReferAsync(
            moot,
            People.Coordinator,
            Fill.Place(charity, ("Input.ReceivedFrom", "Zainab Malik, by telephone"))
        );
        var referral = await moot.WithAsync(db =>
            db.Set<Referral>().SingleAsync(one => one.Reference == reference)
        );
        Assert.Equal(World.Charity, referral.OrganisationId);
        Assert.Equal(People.Coordinator.Name, referral.ReferredByName);
        using var zainab = await moot.AsAsync(People.Charity);
        var seen = await zainab.GetAsync($"/Referrals/{reference}");
        Assert.Contains(
            "Received from Zainab Malik, by telephone",
            seen.Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_protected_address_is_sealed_and_shown_nowhere(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var reference = await Fill.ReferAsync(
            moot,
            People.Police,
            Fill.Person(
                ("Input.People[0].Address", "HIDDENPLACE 7"),
                ("Input.People[0].AddressIsProtected", "true"),
                ("Input.People[0].Telephones", "01632 960 777"),
                ("Input.People[0].TelephonesAreProtected", "true"),
                ("Input.People[0].ProtectedBecause", "Her former partner looks for her")
            )
        );
        foreach (var person in new[] { People.Police, People.Coordinator, People.Chair })
        {
            using var browser = await moot.AsAsync(person);
            foreach (
                var path in new[] { $"/Referrals/{reference}", $"/Referrals/{reference}/Triage" }
            )
            {
                var page = await browser.GetAsync(path);
                Assert.DoesNotContain("HIDDENPLACE", page.Text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("960 777", page.Text, StringComparison.Ordinal);
            }
        }

        var values = await moot.WithAsync(db =>
            db.Set<ProtectedValue>().Include(value => value.Readers).ToListAsync()
        );
        Assert.Equal(2, values.Count);
        Assert.All(values, value => Assert.Equal(People.Police.Id, value.Readers.Single().UserId));
        var sealer = (ProtectedSeal)moot.Services.GetService(typeof(ProtectedSeal))!;
        Assert.Contains(
            "HIDDENPLACE 7\nZZ99 1AA",
            values.Select(value => sealer.Open(value.Sealed))
        );
        Assert.All(
            values,
            value => Assert.Equal(-1, value.Sealed.AsSpan().IndexOf("HIDDENPLACE"u8))
        );
        Assert.False(
            await moot.WithAsync(db =>
                db.Set<Moothall.Platform.Audit.AuditContent>()
                    .AnyAsync(entry => entry.Json.Contains("HIDDENPLACE"))
            )
        );
    }
}
