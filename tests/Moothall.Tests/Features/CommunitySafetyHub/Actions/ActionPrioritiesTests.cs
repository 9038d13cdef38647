using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Priorities;
using Moothall.Tests.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Actions;

/// <summary>An action serves the priorities chosen for it; where none is chosen, those of its case.</summary>
public sealed class ActionPrioritiesTests
{
    [Theory, BothDatabases]
    [Rule("S0-9")]
    public async Task What_is_chosen_for_an_action_counts_instead_of_what_its_case_serves(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var (action, hers, theirs) = await PreparedAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync($"/Actions/{action.Id}");
        Assert.Contains("Served by its case", page.Words, StringComparison.Ordinal);
        Assert.Contains("those of the case", page.Words, StringComparison.Ordinal);
        Assert.Equal((0, 1), await CountsAsync(carys, hers, theirs));

        var address = $"/Actions/{action.Id}/Priorities";
        var form = await carys.GetAsync(address);
        Assert.DoesNotContain("Long past", form.Words, StringComparison.Ordinal);
        var old = await moot.WithAsync(db =>
            db.Set<Priority>().SingleAsync(one => one.Name == "Long past")
        );
        var over = await carys.PostAsync(form, fields: [("Chosen", old.Id.ToString())]);
        Assert.Equal(["Choose priorities from the list."], over.Errors);
        var saved = await carys.PostAsync(form, fields: [("Chosen", hers.ToString())]);
        Assert.Equal($"/Actions/{action.Id}", saved.Path);
        Assert.Contains("Priorities: Chosen for it", saved.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("those of the case", saved.Words, StringComparison.Ordinal);
        Assert.NotNull(saved.Document.QuerySelector($"main a[href='/Priorities/{hers}']"));
        Assert.Equal((1, 0), await CountsAsync(carys, hers, theirs));
        Assert.EndsWith(
            "\"Chosen for it\"",
            (await TableAsync(carys, hers)).TrimEnd(),
            StringComparison.Ordinal
        );
        var audited = await moot.AuditAsync();
        Assert.Contains(
            audited.SelectMany(entry => entry.Changes),
            change =>
                change.Fields.TryGetValue("PrioritiesId", out var value)
                && value.Contains(hers.ToString())
        );
        var timeline = await carys.GetAsync($"/Cases/{action.Case!.Reference}");
        Assert.Contains("Priorities: Chosen for it", timeline.Words, StringComparison.Ordinal);

        // One that is over meanwhile may stay; with none left, those of its case count again.
        await moot.WithAsync(async db =>
            (await db.Set<Priority>().SingleAsync(one => one.Id == hers)).Until = new(2020, 1, 1)
        );
        form = await carys.GetAsync(address);
        Assert.Contains("Chosen for it", form.Words, StringComparison.Ordinal);
        var cleared = await carys.PostAsync(form, fields: [("Chosen", null)]);
        Assert.Contains("Priorities: none of its own", cleared.Words, StringComparison.Ordinal);
        Assert.Equal((0, 1), await CountsAsync(carys, hers, theirs));
    }

    [Theory, BothDatabases]
    [Rule("S0-9")]
    public async Task Only_who_runs_the_hub_chooses_and_an_unseen_action_is_not_found(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var (action, hers, theirs) = await PreparedAsync(moot);
        var address = $"/Actions/{action.Id}/Priorities";
        using var clive = await moot.AsAsync(People.Chair);
        var form = await clive.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, form.Status);
        foreach (var person in new[] { People.Housing, People.Analyst, People.Administrator })
        {
            using var browser = await moot.AsAsync(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(address)).Status);
        }

        await moot.AddAsync(
            new CaseExclusion
            {
                CaseId = action.CaseId!.Value,
                UserId = People.Chair.Id,
                Why = "A neighbour",
            }
        );
        Assert.Equal(HttpStatusCode.NotFound, (await clive.GetAsync(address)).Status);
        var posted = await clive.PostAsync(form, fields: [("Chosen", hers.ToString())]);
        Assert.Equal(HttpStatusCode.NotFound, posted.Status);
        Assert.Equal((0, 0), await CountsAsync(clive, hers, theirs));
        Assert.Empty(await moot.WithAsync(db => db.Set<ActionChange>().ToListAsync()));
    }

    [Theory, BothDatabases]
    [Rule("S0-9")]
    public async Task Nobody_learns_of_an_action_or_a_case_that_is_not_theirs_to_see(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var (action, hers, theirs) = await PreparedAsync(moot);
        using var hannah = await moot.AsAsync(People.Housing);
        using var petra = await moot.AsAsync(People.Police);
        // Hannah owns the action, and its case is shut to her.
        Assert.Equal((0, 0), await CountsAsync(hannah, hers, theirs));
        var page = await hannah.GetAsync($"/Actions/{action.Id}");
        Assert.DoesNotContain("Priorities it serves", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Served by its case",
            await TableAsync(hannah, null),
            StringComparison.Ordinal
        );
        await moot.WithAsync(async db =>
        {
            var tracked = await db.Set<HubAction>().SingleAsync(one => one.Id == action.Id);
            tracked.Priorities.Add(await db.Set<Priority>().SingleAsync(one => one.Id == hers));
        });
        Assert.Equal((1, 0), await CountsAsync(hannah, hers, theirs));
        page = await hannah.GetAsync($"/Actions/{action.Id}");
        Assert.Contains("Chosen for it", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("/Priorities\"", page.Text, StringComparison.Ordinal);

        // Petra sees no more of it than that there is nothing.
        Assert.Equal((0, 0), await CountsAsync(petra, hers, theirs));
        Assert.DoesNotContain(
            "Chosen for it",
            await TableAsync(petra, null),
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task The_second_of_two_who_choose_is_told(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (action, hers, theirs) = await PreparedAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var clive = await moot.AsAsync(People.Chair);
        var address = $"/Actions/{action.Id}/Priorities";
        var (first, second) = (await carys.GetAsync(address), await clive.GetAsync(address));
        await carys.PostAsync(first, fields: [("Chosen", hers.ToString())]);
        var clash = await clive.PostAsync(second, fields: [("Chosen", theirs.ToString())]);
        Assert.Equal(address, clash.Path);
        Assert.NotEmpty(clash.Errors);
        Assert.Equal((1, 0), await CountsAsync(carys, hers, theirs));
    }

    // An action of Hannah's in a case that serves one priority, and another priority to be chosen for it.
    private static async Task<(HubAction Action, Guid Chosen, Guid OfCase)> PreparedAsync(Moot moot)
    {
        var hubCase = CaseSample.Case(1);
        Priority[] priorities =
        [
            new() { Name = "Chosen for it", Source = PrioritySource.LocalPolicingBody },
            new() { Name = "Served by its case", Source = PrioritySource.Partnership },
            new()
            {
                Name = "Long past",
                Source = PrioritySource.Partnership,
                Until = new(2020, 1, 1),
            },
        ];
        hubCase.Priorities.Add(priorities[1]);
        var action = new HubAction
        {
            BodyId = World.Hub,
            CaseId = hubCase.Id,
            Case = hubCase,
            MeetingId = World.MeetingAfter,
            Text = "Change the locks",
            OwnerMembershipId = World.HousingMember,
            OwnerName = "Housing",
            Due = new(2026, 12, 1),
            AgreedAt = TestClock.MondayMorning,
        };
        await moot.AddAsync([hubCase, action, .. priorities]);
        return (action, priorities[0].Id, priorities[1].Id);
    }

    // How many lines the list has, narrowed to each, after checking that the pages of the priorities say the same.
    private static async Task<(int Chosen, int OfCase)> CountsAsync(
        Browser browser,
        Guid chosen,
        Guid ofCase
    ) => (await CountAsync(browser, chosen), await CountAsync(browser, ofCase));

    private static async Task<int> CountAsync(Browser browser, Guid priority)
    {
        var list = await browser.GetAsync($"/Actions?Filter.Priority={priority}");
        var count = list.Document.QuerySelectorAll("#main-content tbody tr").Length;
        var page = await browser.GetAsync($"/Priorities/{priority}");
        Assert.Contains($"Actions open: {count}", page.Words, StringComparison.Ordinal);
        return count;
    }

    private static async Task<string> TableAsync(Browser browser, Guid? priority)
    {
        using var answer = await browser.SendAsync(
            new(HttpMethod.Get, $"/Actions?Filter.Priority={priority}&handler=Table")
        );
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
