using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Referrals;

/// <summary>Who learns that someone is known already (settled 14).</summary>
public sealed class KnownAlreadyPageTests
{
    [Theory, BothDatabases]
    public async Task The_referrer_learns_nothing_and_the_team_resolves(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Fill.ReferAsync(moot, People.Police, Fill.Person());
        var known = await Fill.ReferAsync(
            moot,
            People.Charity,
            Fill.Person(("Input.People[0].FamilyName", "ONEILL"))
        );
        var unknown = await Fill.ReferAsync(
            moot,
            People.Charity,
            Fill.Person(
                ("Input.People[0].GivenNames", "Nobody"),
                ("Input.People[0].FamilyName", "Else")
            )
        );
        using var zainab = await moot.AsAsync(People.Charity);
        var one = await zainab.GetAsync($"/Referrals/{known}");
        var other = await zainab.GetAsync($"/Referrals/{unknown}");
        Assert.Equal(Receipt(one), Receipt(other));

        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync($"/Referrals/{known}/Triage");
        Assert.Contains(
            "Very likely: same date of birth; same forename",
            page.Words,
            StringComparison.Ordinal
        );
        var unsaid = await carys.PostAsync(page, "The same person", "The same person");
        Assert.Contains("Say why you hold them", unsaid.Words, StringComparison.Ordinal);
        var match = await moot.WithAsync(db => db.Set<ReferralMatch>().SingleAsync());
        var forged = await carys.PostAsync(
            page,
            "The same person",
            "The same person",
            ("matchId", Guid.CreateVersion7().ToString()),
            ("because", "x")
        );
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);

        await carys.PostAsync(
            unsaid,
            "The same person",
            "The same person",
            ("because", "Same birthday, and the landlord confirms")
        );

        var link = await moot.WithAsync(db => db.Set<PersonLink>().SingleAsync());
        Assert.Equal((match.PersonId, match.KnownPersonId), (link.FirstId, link.SecondId));
        Assert.Equal("Same birthday, and the landlord confirms", link.Why);
    }

    [Theory, BothDatabases]
    public async Task The_referrer_is_shown_a_record_they_may_see_anyway(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var first = await Fill.ReferAsync(moot, People.Police, Fill.Person());
        var second = await Fill.ReferAsync(moot, People.PoliceDeputy, Fill.Person());
        using var dominic = await moot.AsAsync(People.PoliceDeputy);
        var page = await dominic.GetAsync($"/Referrals/{second}");
        Assert.Contains(first, page.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_name_without_a_birth_makes_no_match(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Fill.ReferAsync(moot, People.Police, Fill.Person());
        await Fill.ReferAsync(
            moot,
            People.Charity,
            Fill.Person(
                ("Input.People[0].DateOfBirth.Day", ""),
                ("Input.People[0].DateOfBirth.Month", ""),
                ("Input.People[0].DateOfBirth.Year", ""),
                ("Input.People[0].EstimatedAge", "41")
            )
        );
        Assert.Equal(0, await moot.WithAsync(db => db.Set<ReferralMatch>().CountAsync()));
    }

    private static string Receipt(Page page)
    {
        var words = page.Words;
        var from = words.IndexOf("Already known?", StringComparison.Ordinal);
        return words[from..words.IndexOf("What was referred", StringComparison.Ordinal)];
    }
}
