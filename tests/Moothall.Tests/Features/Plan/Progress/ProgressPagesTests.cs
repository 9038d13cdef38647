using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Progress;
using Moothall.Platform.Email;
using Moothall.Tests.Features.Plan.Import;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Progress;

/// <summary>Owners are asked at the plan's interval, answer on one page, and the board sees exceptions first.</summary>
public sealed class ProgressPagesTests
{
    internal const string Mine = "/Plan/Progress";

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

    internal static Task<Guid> IdAsync(Moot moot, int number) =>
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
