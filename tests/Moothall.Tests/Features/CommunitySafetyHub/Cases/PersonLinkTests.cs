using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Cases;

/// <summary>The same person in several cases is linked, not merged (settled 1).</summary>
public sealed class PersonLinkTests
{
    [Theory, BothDatabases]
    public async Task The_team_links_and_unlinks_with_reasons(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (first, second, unseen) = (
            CaseSample.Case(1),
            CaseSample.Case(2, "The second matter"),
            CaseSample.Case(3, "Unseen matter", CaseVisibility.NamedPeople)
        );
        var here = CaseSample.Person(first, "Siân", "O’Brien", new(1990, 5, 5));
        var there = CaseSample.Person(second, "Sian", "OBrien");
        var hidden = CaseSample.Person(unseen, "Sian", "OBrien");
        await moot.AddAsync(first, second, unseen, here, there, hidden);
        var address = $"/Cases/{first.Reference}/Person/{here.Id}/Links";
        using var clive = await moot.AsAsync(People.Chair);
        Assert.Equal(HttpStatusCode.NotFound, (await clive.GetAsync(address)).Status);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync(address);
        Assert.DoesNotContain(unseen.Reference, page.Text, StringComparison.Ordinal);
        var forged = await carys.PostAsync(
            page,
            "handler=Link",
            null,
            ("Input.Other", hidden.Id.ToString()),
            ("Input.Why", "Same birth date")
        );
        Assert.Equal(["Choose the person from the list"], forged.Errors);
        await carys.PostAsync(
            page,
            "handler=Link",
            null,
            ("Input.Other", there.Id.ToString()),
            ("Input.Why", "Same birth date")
        );
        var shown = await carys.GetAsync($"/Cases/{second.Reference}");
        Assert.Contains($"Also in {first.Reference}", shown.Words, StringComparison.Ordinal);

        var linked = await carys.GetAsync(address);
        Assert.Contains("Linked because: Same birth date", linked.Words, StringComparison.Ordinal);
        var unsaid = await carys.PostAsync(linked, "Unlink");
        Assert.Equal(["Say why"], unsaid.Errors);
        await carys.PostAsync(linked, "Unlink", null, ("Undo.Why", "Two cousins"));
        shown = await carys.GetAsync($"/Cases/{second.Reference}");
        Assert.DoesNotContain("Also in", shown.Words, StringComparison.Ordinal);
        Assert.Equal(
            "Two cousins",
            await moot.WithAsync(db =>
                db.Set<PersonLink>().Select(link => link.UnlinkedBecause).SingleAsync()
            )
        );
    }
}
