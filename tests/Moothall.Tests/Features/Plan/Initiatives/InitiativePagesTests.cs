using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Initiatives;
using Moothall.Tests.Features.Plan.Import;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Initiatives;

/// <summary>What partners do, recorded by those who do it, read by all who work for a partner.</summary>
public sealed class InitiativePagesTests
{
    [Theory, BothDatabases]
    public async Task Who_works_for_no_partner_sees_none_and_an_agency_changes_only_its_own(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var theirs = await AddedAsync(moot, "Play in schools", World.Charity);
        foreach (var outsider in new[] { People.Administrator, People.Guest, People.Scrutiny })
        {
            using var browser = await moot.AsAsync(outsider);
            foreach (var path in new[] { "/Initiatives", $"/Initiatives/{theirs}" })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).Status);
            }
        }

        using var anton = await moot.AsAsync(People.Analyst);
        Assert.Contains(
            "Play in schools",
            (await anton.GetAsync("/Initiatives")).Words,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await anton.GetAsync("/Initiatives/New")).Status);

        using var petra = await moot.AsAsync(People.Police);
        var read = await petra.GetAsync($"/Initiatives/{theirs}");
        Assert.Contains("Another organisation leads it.", read.Words, StringComparison.Ordinal);
        foreach (var page in new[] { "Edit", "CallOff" })
        {
            var refused = await petra.GetAsync($"/Initiatives/{theirs}/{page}");
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            Assert.Contains(
                "Another organisation leads it.",
                refused.Words,
                StringComparison.Ordinal
            );
        }

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await petra.GetAsync($"/Initiatives/{Guid.CreateVersion7()}")).Status
        );
        using var zainab = await moot.AsAsync(People.Charity);
        Assert.Equal(
            HttpStatusCode.OK,
            (await zainab.GetAsync($"/Initiatives/{theirs}/Edit")).Status
        );
    }

    [Theory, BothDatabases]
    public async Task What_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var wrong = await carys.PostAsync(
            await carys.GetAsync("/Initiatives/New"),
            fields:
            [
                ("Details.Title", "Bleed kits"),
                ("Details.Output", "6"),
                ("Input.Status", "Finished"),
                ("Input.Funders[0].Name", "Testshire Fire"),
                ("Input.Funders[0].Amount", "a lot"),
                ("Input.Funders[1].Amount", "50"),
            ]
        );
        string[] expected =
        [
            "Choose the kind",
            "Enter the first day: it is counted in the year in which it happened.",
            "Choose who leads it",
            "“a lot” is not an amount. Write it like 1,250 or 1250.50.",
            "Enter who pays this amount.",
            "Say what was counted.",
        ];
        Assert.All(expected, message => Assert.Contains(message, wrong.Errors));
        Assert.Contains("Testshire Fire", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Bleed kits", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<Initiative>().CountAsync()));
    }

    [Theory, BothDatabases]
    [Rule("S3-11")]
    [Rule("S3-11f")]
    public async Task A_success_has_partners_people_reached_and_several_funders(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        var form = await petra.GetAsync("/Initiatives/New");
        Assert.Contains("Led by", form.Words, StringComparison.Ordinal);
        // Whoever she names as lead, it is her own organisation's.
        var made = await petra.PostAsync(
            form,
            fields:
            [
                ("Details.Title", "Crossing patrol for year 6"),
                ("Details.Kind", "Training"),
                ("Details.From.Day", "4"),
                ("Details.From.Month", "5"),
                ("Details.From.Year", "2026"),
                ("Details.Reached", "1,340"),
                ("Details.Who", "pupils of year 6"),
                ("Details.OtherPartners", "Testbourne schools"),
                ("Details.Result", "Every school took part."),
                ("Input.Status", "Finished"),
                ("Input.LeadId", World.Charity.ToString()),
                ("Input.Partners", World.Council.ToString()),
                ("Input.Funders[0].Name", "Testshire Police"),
                ("Input.Funders[0].Amount", "£1,200"),
                ("Input.Funders[1].Name", "Testshire Fire"),
                ("Input.Funders[1].Amount", "800.50"),
                ("Input.Funders[2].Name", "Rotary club"),
            ]
        );
        Assert.Empty(made.Errors);
        foreach (
            var words in new[]
            {
                "Led by Testshire Police",
                "Testbourne Council",
                "Testbourne schools",
                "1,340 pupils of year 6",
                "Testshire Police: £1,200",
                "Testshire Fire: £800.50",
                "Rotary club",
                "Together: £2,000.50",
                "Every school took part.",
            }
        )
        {
            Assert.Contains(words, made.Words, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, BothDatabases]
    [Rule("S2-A12")]
    public async Task What_is_done_for_an_action_of_the_plan_stands_below_it(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var planId = await BringingPlans.MadeAsync(moot);
        var actionId = await moot.WithAsync(db =>
            db.Set<PlanAction>()
                .Where(one => one.PlanId == planId && one.Number == 1)
                .Select(one => one.Id)
                .SingleAsync()
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var plan = await carys.GetAsync($"/Plan/Actions/{actionId}");
        Assert.Contains($"/Initiatives/New?toward={actionId}", plan.Text, StringComparison.Ordinal);
        var made = await carys.PostAsync(
            await carys.GetAsync($"/Initiatives/New?toward={actionId}"),
            fields:
            [
                ("Details.Title", "Six bleed kits in the town centre"),
                ("Details.Kind", "Hardening"),
                ("Details.Output", "6"),
                ("Details.Counted", "bleed kits installed"),
                ("Input.Status", "Proposed"),
                ("Input.LeadId", World.Council.ToString()),
            ]
        );
        Assert.Contains("6 bleed kits installed", made.Words, StringComparison.Ordinal);
        Assert.Contains("1. Run two weeks of action", made.Words, StringComparison.Ordinal);
        // The priority of the action came with it.
        Assert.Contains("Anti-social behaviour", made.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Initiatives for it: Six bleed kits in the town centre (proposed)",
            (await carys.GetAsync($"/Plan/{planId}")).Words,
            StringComparison.Ordinal
        );
        // What is called off is not done, and stands there no longer.
        await carys.PostAsync(
            await carys.GetAsync($"{made.Path}/CallOff"),
            fields: [("Input.Because", "No money")]
        );
        Assert.DoesNotContain(
            "Six bleed kits",
            (await carys.GetAsync($"/Plan/{planId}")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task The_second_of_two_who_change_it_at_once_is_told(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var id = await AddedAsync(moot, "Play in schools", World.Police);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var petra = await moot.AsAsync(People.Police);
        var early = await carys.GetAsync($"/Initiatives/{id}/Edit");
        // Only a row that hangs on it: that counts as a change too.
        var saved = await petra.PostAsync(
            await petra.GetAsync($"/Initiatives/{id}/Edit"),
            fields: [("Input.Funders[0].Name", "Rotary club")]
        );
        Assert.Contains("The initiative is saved.", saved.Words, StringComparison.Ordinal);
        var late = await carys.PostAsync(
            early,
            fields: [("Details.Title", "Another title"), ("Details.Result", "Sixty came")]
        );
        Assert.DoesNotContain("is saved", late.Words, StringComparison.Ordinal);
        Assert.Contains("Sixty came", late.Text, StringComparison.Ordinal);
        var kept = await carys.GetAsync($"/Initiatives/{id}");
        Assert.Contains("Play in schools", kept.Words, StringComparison.Ordinal);
        Assert.Contains("Rotary club", kept.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_is_called_off_says_why_counts_for_nothing_and_can_go_on(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var id = await AddedAsync(moot, "Play in schools", World.Police, 40);
        await AddedAsync(moot, "Litter count", World.Police, 2);
        using var petra = await moot.AsAsync(People.Police);
        Assert.Contains(
            "People reached 42",
            (await petra.GetAsync("/Initiatives")).Words,
            StringComparison.Ordinal
        );
        var ask = await petra.GetAsync($"/Initiatives/{id}/CallOff");
        Assert.Equal(["Say why it is called off"], (await petra.PostAsync(ask)).Errors);
        var off = await petra.PostAsync(ask, fields: [("Input.Because", "The company folded")]);
        Assert.Contains("Called off: The company folded", off.Words, StringComparison.Ordinal);
        Assert.Contains(
            "People reached 2",
            (await petra.GetAsync("/Initiatives")).Words,
            StringComparison.Ordinal
        );
        var form = await petra.GetAsync($"/Initiatives/{id}/Edit");
        var on = await petra.PostAsync(form, fields: [("Input.Status", "Planned")]);
        Assert.DoesNotContain("The company folded", on.Words, StringComparison.Ordinal);
    }

    internal static async Task<Guid> AddedAsync(
        Moot moot,
        string title,
        Guid lead,
        int? reached = null
    )
    {
        var initiative = new Initiative
        {
            Details = new()
            {
                Title = title,
                Kind = InitiativeKind.Campaign,
                From = new(2026, 5, 4),
                Reached = reached,
            },
            LeadId = lead,
        };
        initiative.Stands(InitiativeStatus.Planned);
        await moot.AddAsync(initiative);
        return initiative.Id;
    }
}
