using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Referrals;

/// <summary>What a decision leaves behind: the mark of an urgent case, one person where two were the same.</summary>
public sealed class TriageMarksTests
{
    private const string Save = "Save the decision";

    [Theory, BothDatabases]
    public async Task What_was_accepted_as_urgent_says_so(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var reference = await Fill.ReferAsync(moot, People.Police, Fill.Place());
        using var carys = await moot.AsAsync(People.Coordinator);
        await TriageTests.DecideAsync(carys, reference, "AcceptUrgent", "Fires tonight.");
        var hubCase = await moot.WithAsync(db => db.Set<HubCase>().SingleAsync());
        var page = await carys.GetAsync($"/Cases/{hubCase.Reference}");
        Assert.Equal("Urgent", page.Document.QuerySelector("main .govuk-tag--red")!.TextContent);
        var week = await carys.GetAsync("/");
        Assert.Contains(
            $"{hubCase.Reference} was accepted as urgent",
            week.Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_match_is_filled_in_to_join_and_its_person_is_not_listed_twice(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var first = await Fill.ReferAsync(moot, People.Police, Fill.Person());
        using var carys = await moot.AsAsync(People.Coordinator);
        await TriageTests.DecideAsync(carys, first, "Accept", "Several agencies.");
        var hubCase = await moot.WithAsync(db => db.Set<HubCase>().SingleAsync());
        var second = await Fill.ReferAsync(
            moot,
            People.Charity,
            Fill.Person(("Input.People[0].Telephones", "01632 960 999"))
        );
        await moot.WithAsync(async db =>
            (await db.Set<ReferralMatch>().SingleAsync()).IsSame = true
        );
        var page = await carys.GetAsync($"/Referrals/{second}/Triage");
        Assert.Equal(
            hubCase.Reference,
            page.Document.QuerySelector("[name='Input.CaseReference']")!.GetAttribute("value")
        );
        var joined = await carys.PostAsync(
            page,
            Save,
            Save,
            ("Input.Outcome", "Join"),
            ("Input.Reason", "The same trouble.")
        );
        Assert.Empty(joined.Errors);
        var person = await moot.WithAsync(db =>
            db.Set<CasePerson>()
                .Include(one => one.Telephones)
                .SingleAsync(one => one.CaseId == hubCase.Id)
        );
        Assert.Contains(person.Telephones, one => one.Digits == "01632960999");
        Assert.Equal(3, person.Telephones.Count);
    }
}
