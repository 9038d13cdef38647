using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Progress;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Progress;

/// <summary>What owners and the board are told of updates, plans and ratings.</summary>
public sealed class ProgressToldTests
{
    private const string Mine = ProgressPagesTests.Mine;

    [Theory, BothDatabases]
    public async Task What_another_said_meanwhile_is_shown_before_an_update_is_added(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await ProgressPagesTests.InForceAsync(moot);
        using var hannah = await moot.AsAsync(People.Housing);
        var form = await hannah.GetAsync(Mine);
        using var carys = await moot.AsAsync(People.Coordinator);
        var hers = await carys.GetAsync(
            $"{Mine}?action={await ProgressPagesTests.IdAsync(moot, 1)}"
        );
        (string, string?)[] said =
        [
            ("Answers[0].Rating", "Green"),
            ("Answers[0].Text", "The first week was held"),
        ];
        await hannah.PostAsync(form, fields: said);

        // Back to the page, which asks for a fresh one, or a page that was open since: the same is not given twice unseen.
        var again = await hannah.PostAsync(
            form,
            fields: [.. said, ("_key", $"{Guid.CreateVersion7()}")]
        );
        Assert.Contains(
            "This was given already (Hannah",
            Assert.Single(again.Errors),
            StringComparison.Ordinal
        );
        var other = await carys.PostAsync(
            hers,
            fields: [("Answers[0].Rating", "Green"), ("Answers[0].Text", "Told by telephone")]
        );
        Assert.Contains(
            "Another update was given since you opened this page (Hannah",
            Assert.Single(other.Errors),
            StringComparison.Ordinal
        );
        Assert.Contains("The first week was held", other.Words, StringComparison.Ordinal);
        Assert.Contains("Told by telephone", other.Text, StringComparison.Ordinal);
        Assert.Equal(1, await moot.WithAsync(db => db.Set<ActionProgress>().CountAsync()));
        await carys.PostAsync(other);
        Assert.Equal(2, await moot.WithAsync(db => db.Set<ActionProgress>().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task Two_plans_in_force_are_told_apart_and_said(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await ProgressPagesTests.InForceAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var hannah = await moot.AsAsync(People.Housing);
        const string many = "More than one plan is in force.";
        Assert.DoesNotContain(
            many,
            (await carys.GetAsync("/Plan")).Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Testbourne Community Safety Plan 2026-29",
            (await hannah.GetAsync(Mine)).Words,
            StringComparison.Ordinal
        );
        var second = new PartnershipPlan
        {
            Details = new()
            {
                Title = "Plan for the harbour",
                From = new(2026, 4, 1),
                Until = new(2029, 3, 31),
                Status = PlanStatus.InForce,
            },
        };
        second.Change(second.Details, new(2026, 11, 23));
        var light = new PlanAction
        {
            PlanId = second.Id,
            Number = 1,
            Details = new() { Text = "Light the quay" },
        };
        light.Agencies.Add(
            new()
            {
                PlanActionId = light.Id,
                Part = AgencyPart.Responsible,
                Order = 1,
                Words = "Testbourne Council",
                OrganisationId = World.Council,
            }
        );
        second.Actions.Add(light);
        await moot.AddAsync(second);
        Assert.Contains(many, (await carys.GetAsync("/Plan")).Words, StringComparison.Ordinal);
        var mine = (await hannah.GetAsync(Mine)).Words;
        Assert.Contains("Plan for the harbour", mine, StringComparison.Ordinal);
        Assert.Contains("Testbourne Community Safety Plan 2026-29", mine, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_board_counts_what_is_computed_and_what_owners_say_apart(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await ProgressPagesTests.InForceAsync(moot);
        using var hannah = await moot.AsAsync(People.Housing);
        await hannah.PostAsync(
            await hannah.GetAsync(Mine),
            fields:
            [
                ("Answers[0].Rating", "Red"),
                ("Answers[0].Text", "It fell through"),
                ("Answers[0].Difference", "No officers"),
            ]
        );
        var board = (await hannah.GetAsync($"/Plan/{plan}/Progress")).Words;
        Assert.Contains(
            "Off track 0 1 Some slippage 0 0 On track 2 0",
            board,
            StringComparison.Ordinal
        );
        Assert.Contains("Nothing said yet 1", board, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_action_that_is_added_owes_nothing_for_the_time_before(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await ProgressPagesTests.InForceAsync(moot);
        moot.Clock.Set(new(2027, 8, 20, 9, 0, 0, DateTimeKind.Utc));
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync($"/Plan/{plan}/Actions/New");
        var wrong = await carys.PostAsync(
            form,
            fields:
            [
                ("Details.Text", "Light the park"),
                ("Input.Target", "31/03/2027"),
                ("Details.StartsOn.Day", "1"),
                ("Details.StartsOn.Month", "1"),
                ("Details.StartsOn.Year", "2028"),
            ]
        );
        Assert.Equal(["It is to be done by 31 March 2027. Enter an earlier day."], wrong.Errors);
        var after = await carys.PostAsync(
            wrong,
            fields: [("Input.Target", ""), ("Details.StartsOn.Year", "2034")]
        );
        Assert.Equal(["The plan ends on 31 March 2029. Enter an earlier day."], after.Errors);
        await carys.PostAsync(
            after,
            fields:
            [
                ("Details.StartsOn.Day", ""),
                ("Details.StartsOn.Month", ""),
                ("Details.StartsOn.Year", ""),
            ]
        );
        var board = (await carys.GetAsync($"/Plan/{plan}/Progress")).Words;
        Assert.Contains("3. Light the park Computed: On track", board, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "2. Keep the helpline Computed: On track",
            board,
            StringComparison.Ordinal
        );
    }
}
