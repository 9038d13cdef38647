using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Hosting;
using static Moothall.Tests.Features.CommunitySafetyHub.Search.SearchTests;

namespace Moothall.Tests.Features.CommunitySafetyHub.Search;

/// <summary>What the databases keep of names follows each change of a name.</summary>
public sealed class FamilyNamesTests
{
    [Theory, BothDatabases]
    public async Task A_name_is_found_by_its_middle_in_the_very_next_request_and_not_once_it_is_corrected(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1);
        var person = CaseSample.Person(hubCase, "Ann", "Pattonsmith");
        await moot.AddAsync(hubCase);
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.DoesNotContain(
            hubCase.Reference,
            (await FindAsync(carys, ("FamilyName", "tonsm"))).Words,
            StringComparison.Ordinal
        );

        await moot.AddAsync(person);
        Assert.Contains(
            hubCase.Reference,
            (await FindAsync(carys, ("FamilyName", "tonsm"))).Words,
            StringComparison.Ordinal
        );

        await moot.WithAsync(async db =>
            (await db.Set<CasePerson>().SingleAsync(one => one.Id == person.Id)).FamilyName =
                "Hollinghurst"
        );
        Assert.Contains(
            hubCase.Reference,
            (await FindAsync(carys, ("FamilyName", "lingh"))).Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            hubCase.Reference,
            (await FindAsync(carys, ("FamilyName", "tonsm"))).Words,
            StringComparison.Ordinal
        );

        await moot.WithAsync(db =>
        {
            db.Remove(db.Set<CasePerson>().Single(one => one.Id == person.Id));
            return Task.CompletedTask;
        });
        Assert.DoesNotContain(
            hubCase.Reference,
            (await FindAsync(carys, ("FamilyName", "lingh"))).Words,
            StringComparison.Ordinal
        );
    }
}
