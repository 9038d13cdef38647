using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.Plan;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Progress;
using Moothall.Platform.Email;
using Moothall.Tests.Features.Plan.Import;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Progress;

/// <summary>Owners are asked at the plan's interval, answer on one page, and the board sees exceptions first.</summary>
public sealed class ProgressPagesTests
{
    private const string Mine = "/Plan/Progress";

    // The quarter after the one in which the plan came into force, two weeks of it gone.
    private static readonly DateTime January = new(2027, 1, 16, 9, 0, 0, DateTimeKind.Utc);

    [Theory, BothDatabases]
    public async Task An_owner_answers_for_their_own_actions_and_for_no_others(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await InForceAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        Assert.Contains(
            "No action of a plan in force names your agency",
            (await petra.GetAsync(Mine)).Words,
            StringComparison.Ordinal
        );
        using var hannah = await moot.AsAsync(People.Housing);
        var page = await hannah.GetAsync(Mine);
        Assert.Contains("Run two weeks of action", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Keep the helpline", page.Words, StringComparison.Ordinal);

        // The other action's identifier in the form makes no difference.
        var other = await IdAsync(moot, 2);
        var forged = await hannah.PostAsync(
            page,
            fields:
            [
                ("Answers[0].ActionId", other.ToString()),
                ("Answers[0].Rating", "Green"),
                ("Answers[0].Text", "All is well"),
            ]
        );
        Assert.Contains("no longer yours to report on", forged.Text, StringComparison.Ordinal);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<ActionProgress>().CountAsync()));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await hannah.GetAsync($"{Mine}?action={other}")).Status
        );
        using var analyst = await moot.AsAsync(People.Analyst);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync(Mine)).Status);

        // The team reports for an agency that has nobody here.
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync($"{Mine}?action={other}");
        var told = await carys.PostAsync(
            form,
            fields: [("Answers[0].Rating", "Green"), ("Answers[0].Text", "Told by telephone")]
        );
        Assert.Contains("Told by telephone", told.Words, StringComparison.Ordinal);
        Assert.Contains($"/Plan/Actions/{other}", told.Path, StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, plan);
    }

    [Theory, BothDatabases]
    public async Task A_rating_that_differs_needs_a_comment_and_nothing_typed_is_lost(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await InForceAsync(moot);
        moot.Clock.Set(January);
        using var hannah = await moot.AsAsync(People.Housing);
        var page = await hannah.GetAsync(Mine);
        Assert.Contains("update late", page.Words, StringComparison.Ordinal);
        Assert.Contains("Some slippage", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["Nothing was answered. Fill in at least one action."],
            (await hannah.PostAsync(page)).Errors
        );
        var half = await hannah.PostAsync(
            page,
            fields: [("Answers[0].Rating", "Amber"), ("Answers[0].Evidence", "Police log")]
        );
        Assert.Equal(
            [
                "Enter what was done, and what comes next",
                "Your rating differs from “On track”. Enter why.",
            ],
            half.Errors
        );
        Assert.Contains("Police log", half.Text, StringComparison.Ordinal);
        var saved = await hannah.PostAsync(
            half,
            fields:
            [
                ("Answers[0].Text", "The first week is planned"),
                ("Answers[0].Difference", "Two officers fewer than planned"),
            ]
        );
        Assert.Contains("Your update is saved.", saved.Words, StringComparison.Ordinal);
        Assert.Contains("Nothing is asked of you now.", saved.Words, StringComparison.Ordinal);

        var kept = await moot.WithAsync(db => db.Set<ActionProgress>().SingleAsync());
        Assert.Equal(
            (ProgressRating.Amber, ProgressRating.Green, "Testbourne Council"),
            (kept.Rating, kept.Computed, kept.ForAgency)
        );
        using var petra = await moot.AsAsync(People.Police);
        var board = await petra.GetAsync($"/Plan/{plan}/Progress");
        Assert.Contains("Two officers fewer than planned", board.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Report for them", board.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_board_sees_exceptions_first_and_this_week_what_is_owed(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await InForceAsync(moot);
        moot.Clock.Set(January);
        using var carys = await moot.AsAsync(People.Coordinator);
        var first = await IdAsync(moot, 1);
        await carys.PostAsync(
            await carys.GetAsync($"{Mine}?action={first}"),
            fields: [("Answers[0].Rating", "Blue"), ("Answers[0].Text", "Both weeks were held")]
        );
        var board = (await carys.GetAsync($"/Plan/{plan}/Progress")).Words;
        Assert.True(
            board.IndexOf("2. Keep the helpline", StringComparison.Ordinal)
                < board.IndexOf("1. Run two weeks", StringComparison.Ordinal),
            board
        );

        // An owner's own word that it is off track comes before what dates and updates tell.
        using var hannah = await moot.AsAsync(People.Housing);
        Assert.DoesNotContain(
            "of the plan stand",
            (await hannah.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        moot.Clock.Advance(TimeSpan.FromMinutes(5));
        await hannah.PostAsync(
            await hannah.GetAsync(Mine),
            fields:
            [
                ("Answers[0].Rating", "Red"),
                ("Answers[0].Text", "The second week fell through"),
                ("Answers[0].Difference", "No officers"),
            ]
        );
        board = (await carys.GetAsync($"/Plan/{plan}/Progress")).Words;
        Assert.True(
            board.IndexOf("1. Run two weeks", StringComparison.Ordinal)
                < board.IndexOf("2. Keep the helpline", StringComparison.Ordinal),
            board
        );
        moot.Clock.Set(new(2027, 4, 3, 9, 0, 0, DateTimeKind.Utc));
        using var later = await moot.AsAsync(People.Housing);
        Assert.Contains(
            "Say how 1 action of the plan stands",
            (await later.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task Owners_are_asked_once_a_period_and_chased_weekly_once_late(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await InForceAsync(moot);
        await AskAsync(moot);
        Assert.Empty(await AskedAsync(moot));

        moot.Clock.Set(new(2027, 1, 2, 9, 0, 0, DateTimeKind.Utc));
        await AskAsync(moot);
        moot.Clock.Advance(TimeSpan.FromDays(3));
        await AskAsync(moot);
        var asked = await AskedAsync(moot);
        Assert.Contains(People.Housing.Email, asked);
        Assert.Equal(asked.Distinct(), asked);
        Assert.DoesNotContain(People.Police.Email, asked);
        Assert.DoesNotContain(People.Administrator.Email, asked);

        moot.Clock.Set(January);
        await AskAsync(moot);
        await AskAsync(moot);
        Assert.Equal(2, (await AskedAsync(moot)).Count(to => to == People.Housing.Email));
        moot.Clock.Advance(TimeSpan.FromDays(8));
        await AskAsync(moot);
        Assert.Equal(3, (await AskedAsync(moot)).Count(to => to == People.Housing.Email));

        using var hannah = await moot.AsAsync(People.Housing);
        await hannah.PostAsync(
            await hannah.GetAsync(Mine),
            fields: [("Answers[0].Rating", "Green"), ("Answers[0].Text", "One week was held")]
        );
        moot.Clock.Advance(TimeSpan.FromDays(8));
        await AskAsync(moot);
        Assert.Equal(3, (await AskedAsync(moot)).Count(to => to == People.Housing.Email));
    }

    [Theory, BothDatabases]
    public async Task What_another_said_meanwhile_is_shown_before_an_update_is_added(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await InForceAsync(moot);
        using var hannah = await moot.AsAsync(People.Housing);
        var form = await hannah.GetAsync(Mine);
        using var carys = await moot.AsAsync(People.Coordinator);
        var hers = await carys.GetAsync($"{Mine}?action={await IdAsync(moot, 1)}");
        (string, string?)[] said =
        [
            ("Answers[0].Rating", "Green"),
            ("Answers[0].Text", "The first week was held"),
        ];
        await hannah.PostAsync(form, fields: said);

        // Back to the page, which asks for a fresh one, or a page that was open since: the same is not given twice unseen.
        var again = await hannah.PostAsync(form, fields: [.. said, ("_key", $"{Guid.NewGuid()}")]);
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
        await InForceAsync(moot);
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
        var plan = await InForceAsync(moot);
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
        var plan = await InForceAsync(moot);
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
        Assert.Contains("3. Light the park On track", board, StringComparison.Ordinal);
        Assert.DoesNotContain("2. Keep the helpline On track", board, StringComparison.Ordinal);
    }

    internal static async Task<Guid> InForceAsync(Moot moot)
    {
        var plan = await BringingPlans.MadeAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        await carys.PostAsync(
            await carys.GetAsync($"/Plan/{plan}/Edit"),
            fields: [("Details.Status", "InForce")]
        );
        return plan;
    }

    private static Task<Guid> IdAsync(Moot moot, int number) =>
        moot.WithAsync(db =>
            db.Set<PlanAction>()
                .Where(one => one.Number == number)
                .Select(one => one.Id)
                .SingleAsync()
        );

    private static Task AskAsync(Moot moot) =>
        moot
            .Services.GetRequiredService<ProgressAsking>()
            .RunOnceAsync(TestContext.Current.CancellationToken);

    private static Task<List<string>> AskedAsync(Moot moot) =>
        moot.WithAsync(db =>
            db.Set<Notice>().Where(n => n.Text.Contains(Mine)).Select(n => n.To).ToListAsync()
        );
}
