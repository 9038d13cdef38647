using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Tests.Hosting;
using static Moothall.Tests.Features.Scrutiny.ScrutinySample;

namespace Moothall.Tests.Features.Scrutiny;

/// <summary>The local policing body in the register of scrutiny.</summary>
public sealed class PolicingBodyTests
{
    [Theory, BothDatabases]
    public async Task The_local_policing_body_reads_the_register_and_replies_for_itself(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var office = new Organisation { Name = "Office of the local policing body" };
        await moot.AddAsync(office);
        await moot.WithAsync(async db =>
            (
                await db.Set<User>().SingleAsync(one => one.Id == People.Commissioner.Id)
            ).OrganisationId = office.Id
        );
        var one = await AddAsync(
            moot,
            "Mend the lamps",
            new(2026, 11, 2),
            World.Council,
            office.Id
        );
        using var karen = await moot.AsAsync(People.Commissioner);
        Assert.Contains(
            "Reply to a recommendation of scrutiny",
            (await karen.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Mend the lamps",
            (await karen.GetAsync("/Scrutiny")).Words,
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await karen.GetAsync($"/Scrutiny/Replies/{one.Replies[0].Id}")).Status
        );
        var form = await karen.GetAsync($"/Scrutiny/Replies/{one.Replies[1].Id}");
        var said = await karen.PostAsync(
            form,
            fields:
            [
                ("Details.Answer", "Accept"),
                ("Details.Words", "We pay for twelve lamps"),
                .. Date("Details.RepliedOn", 20, 11, 2026),
            ]
        );
        Assert.Empty(said.Errors);
        Assert.Contains("We pay for twelve lamps", said.Words, StringComparison.Ordinal);
    }
}
