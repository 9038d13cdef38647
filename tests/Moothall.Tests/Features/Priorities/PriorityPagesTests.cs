using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan.Initiatives;
using Moothall.Tests.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Features.Plan.Import;
using Moothall.Tests.Features.Plan.Initiatives;
using Moothall.Tests.Features.Plan.Progress;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Priorities;

/// <summary>A priority's page holds all that serves it, and of the hub's work only what its reader may see.</summary>
public sealed class PriorityPagesTests
{
    [Theory, BothDatabases, Rule("S0-9")]
    public async Task It_shows_what_plans_and_initiatives_do_for_it(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await ProgressPagesTests.InForceAsync(moot);
        var play = await InitiativePagesTests.AddedAsync(moot, "Play in schools", World.Police, 40);
        var id = await moot.WithAsync(async db =>
        {
            var fraud = await db.Set<Priority>().SingleAsync(one => one.Name == "Fraud");
            db.Add(new InitiativePriority { InitiativeId = play, PriorityId = fraud.Id });
            return fraud.Id;
        });
        using var analyst = await moot.AsAsync(People.Analyst);
        Assert.Contains(
            "Fraud",
            (await analyst.GetAsync("/Priorities")).Words,
            StringComparison.Ordinal
        );
        var page = await analyst.GetAsync($"/Priorities/{id}");
        Assert.Contains("2. Keep the helpline", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Run two weeks", page.Words, StringComparison.Ordinal);
        Assert.Contains("Play in schools", page.Words, StringComparison.Ordinal);
        Assert.Contains("40 people reached", page.Words, StringComparison.Ordinal);
        // It is found from the plan, so the menu says that one is there.
        Assert.Equal(
            "Plan",
            page.Document.QuerySelector("nav[aria-label='Menu'] [aria-current]")?.TextContent.Trim()
        );
        var initiative = await analyst.GetAsync($"/Initiatives/{play}");
        var link = initiative.Document.QuerySelector($"main a[href='/Priorities/{id}']");
        Assert.Equal("Fraud", link?.TextContent);

        // Whoever sees no cases reads nothing of them, not even how many there are.
        Assert.DoesNotContain("At the hub", page.Words, StringComparison.Ordinal);
        using var admin = await moot.AsAsync(People.Administrator);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync($"/Priorities/{id}")).Status);
    }

    [Theory, BothDatabases]
    public async Task A_plan_in_preparation_is_named_as_that_and_holds_nothing_yet(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await BringingPlans.MadeAsync(moot);
        var id = await moot.WithAsync(db =>
            db.Set<Priority>().Where(one => one.Name == "Fraud").Select(one => one.Id).SingleAsync()
        );
        using var analyst = await moot.AsAsync(People.Analyst);
        var page = await analyst.GetAsync($"/Priorities/{id}");
        Assert.Contains(
            "in preparation: nothing of it holds yet",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("2. Keep the helpline", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("How it stands", page.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases, Rule("S0-9")]
    public async Task Numbers_of_the_hub_are_those_of_the_lists_that_its_reader_may_see(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var planted = await PlantedCase.AddAsync(moot);
        await moot.PublishAsync(World.NextMeeting);
        var id = await moot.WithAsync(async db =>
        {
            var priority = await db.Set<Priority>().SingleAsync();
            var hubCase = await db.Set<HubCase>().SingleAsync(one => one.Id == planted.Id);
            hubCase.Priorities.Add(priority);
            return priority.Id;
        });
        using var carys = await moot.AsAsync(People.Coordinator);
        using var hannah = await moot.AsAsync(People.Housing);
        using var olwen = await moot.AsAsync(People.Councillor);
        Assert.Equal("1 0 1 0", await NumbersAsync(carys, id));

        // The case is shut to Hannah, so that it serves a priority is too, even by the action that is hers.
        Assert.Equal("0 0 0 0", await NumbersAsync(hannah, id));
        Assert.Equal("0 0 0 0", await NumbersAsync(olwen, id));
        var action = await moot.WithAsync(db =>
            db.Set<Moothall.Features.CommunitySafetyHub.Actions.HubAction>()
                .Select(one => one.Id)
                .SingleAsync()
        );
        Assert.DoesNotContain(
            "Priorities it serves",
            (await hannah.GetAsync($"/Actions/{action}")).Words,
            StringComparison.Ordinal
        );
        await moot.AddAsync(CaseSample.Signature(People.Housing, World.NextMeeting));
        Assert.Equal("1 0 1 0", await NumbersAsync(hannah, id));
        Assert.Contains(
            "Priorities it serves",
            (await hannah.GetAsync($"/Actions/{action}")).Words,
            StringComparison.Ordinal
        );
        moot.Clock.Set(new(2026, 12, 2, 9, 0, 0, DateTimeKind.Utc));
        using var later = await moot.AsAsync(People.Coordinator);
        Assert.Equal("1 0 1 1", await NumbersAsync(later, id));
    }

    [Theory, BothDatabases]
    [Rule("S0-9")]
    public async Task Cases_closed_count_for_twelve_months_of_days_in_London(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var id = await moot.WithAsync(async db =>
        {
            var priority = await db.Set<Priority>().SingleAsync();
            // The world's today is 23 November 2026.
            DateTime[] closings = [new(2025, 11, 23, 23, 59, 0), new(2025, 11, 24, 0, 0, 0)];
            foreach (var (index, at) in closings.Index())
            {
                var hubCase = CaseSample.Case(index + 1, $"Closed {index}");
                var utc = DateTime.SpecifyKind(at, DateTimeKind.Utc);
                Assert.Null(hubCase.Close(ClosureReason.Resolved, "All quiet", utc));
                hubCase.Priorities.Add(priority);
                db.Add(hubCase);
            }

            return priority.Id;
        });
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Equal("0 1 0 0", await NumbersAsync(carys, id));
        var page = await carys.GetAsync($"/Priorities/{id}");
        Assert.Contains(
            "Cases closed in the last twelve months: 1",
            page.Words,
            StringComparison.Ordinal
        );
    }

    // What the page says, after checking that each list it leads to says the same.
    private static async Task<string> NumbersAsync(Browser browser, Guid priority)
    {
        var page = await browser.GetAsync($"/Priorities/{priority}");
        var links = page.Document.QuerySelectorAll($"#main-content li a[href*='{priority}']");
        var numbers = new List<string>();
        foreach (var link in links)
        {
            var number = link.ParentElement!.TextContent.Split(':')[^1].Trim();
            var list = await browser.GetAsync(link.GetAttribute("href")!);
            Assert.Equal(
                number,
                list.Document.QuerySelectorAll("#main-content tbody tr")
                    .Length.ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
            numbers.Add(number);
        }

        return string.Join(' ', numbers);
    }
}
