using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Initiatives;
using Moothall.Features.Reports;
using Moothall.Tests.Features.Plan.Import;
using Moothall.Tests.Features.Plan.Initiatives;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan;

/// <summary>A plan is read by those who work for a partner and changed by the team.</summary>
public sealed class PlanPagesTests
{
    [Theory, BothDatabases]
    public async Task Members_read_the_plan_and_only_the_team_changes_it(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var planId = await BringingPlans.MadeAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        var read = await petra.GetAsync($"/Plan/{planId}");
        Assert.Contains("Run two weeks of action", read.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Change", read.Words, StringComparison.Ordinal);
        foreach (var path in new[] { $"/Plan/{planId}/Edit", "/Plan/BringIn" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await petra.GetAsync(path)).Status);
        }

        using var admin = await moot.AsAsync(People.Administrator);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync($"/Plan/{planId}")).Status);
    }

    [Theory, BothDatabases, Rule("C15")]
    public async Task An_action_takes_a_date_as_people_write_it_and_ongoing_needs_a_review(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var planId = await BringingPlans.MadeAsync(moot);
        var id = await moot.WithAsync(db =>
            db.Set<PlanAction>()
                .Where(one => one.PlanId == planId && one.Number == 1)
                .Select(one => one.Id)
                .SingleAsync()
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync($"/Plan/Actions/{id}/Edit");
        var wrong = await carys.PostAsync(
            form,
            fields: [("Input.Target", "soon"), ("Details.Rationale", "Fewer calls")]
        );
        Assert.Contains(
            "“soon” gives no date",
            Assert.Single(wrong.Errors),
            StringComparison.Ordinal
        );
        Assert.Contains("Fewer calls", wrong.Text, StringComparison.Ordinal);
        var endless = await carys.PostAsync(form, fields: [("Input.Target", "Ongoing")]);
        Assert.Equal(
            ["An action that is ongoing needs a day on which it is reviewed."],
            endless.Errors
        );
        var saved = await carys.PostAsync(
            form,
            fields:
            [
                ("Input.Target", "1 April 2026 to 30 June 2027"),
                ("Details.Rationale", "Fewer calls"),
            ]
        );
        Assert.Contains(
            "By when 1 April 2026 to 30 June 2027",
            saved.Words,
            StringComparison.Ordinal
        );

        // The second save sees the first.
        var late = await carys.PostAsync(form, fields: [("Input.Target", "May 2027")]);
        Assert.DoesNotContain("is saved", late.Words, StringComparison.Ordinal);
        Assert.Equal(
            new DateOnly(2027, 6, 30),
            await moot.WithAsync(db =>
                db.Set<PlanAction>()
                    .Where(one => one.Id == id)
                    .Select(one => one.TargetUntil)
                    .SingleAsync()
            )
        );
    }

    [Theory, BothDatabases, Rule("S3-19")]
    public async Task That_there_is_no_plan_is_said_plainly(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        Assert.Contains(
            "There is no partnership plan here yet.",
            (await petra.GetAsync("/Plan")).Words,
            StringComparison.Ordinal
        );
        var planId = await BringingPlans.MadeAsync(moot);
        Assert.Contains(
            "No partnership plan is in force.",
            (await petra.GetAsync("/Plan")).Words,
            StringComparison.Ordinal
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync($"/Plan/{planId}/Edit");
        Assert.Equal(
            ["The last day is not after the first day."],
            (await carys.PostAsync(form, fields: [("Details.Until.Year", "2020")])).Errors
        );
        await carys.PostAsync(form, fields: [("Details.Status", "InForce")]);
        var plans = await petra.GetAsync("/Plan");
        Assert.DoesNotContain(
            "No partnership plan is in force.",
            plans.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("In force", plans.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_plan_that_was_never_in_force_can_be_removed_and_no_other(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await BringingPlans.MadeAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await petra.GetAsync($"/Plan/{plan}/Discard")).Status
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var play = await InitiativePagesTests.AddedAsync(moot, "Play in schools", World.Police);
        await moot.WithAsync(async db =>
        {
            var action = await db.Set<PlanAction>().FirstAsync();
            db.Add(new InitiativeAction { InitiativeId = play, PlanActionId = action.Id });
        });
        await carys.PostAsync(
            await carys.GetAsync($"/Plan/{plan}/Gates/2027/Agreed"),
            fields: [("Details.Who", "The board")]
        );
        await carys.PostAsync(
            await carys.GetAsync($"/Plan/{plan}/Versions"),
            "Keep this version",
            fields: [("Details.Title", "As brought in")]
        );
        var edit = await carys.GetAsync($"/Plan/{plan}/Edit");
        Assert.Contains($"/Plan/{plan}/Discard", edit.Text, StringComparison.Ordinal);
        var stale = await carys.GetAsync($"/Plan/{plan}/Discard");
        await carys.PostAsync(edit, fields: [("Details.Title", "The plan again")]);
        Assert.DoesNotContain(
            "The plan is removed.",
            (await carys.PostAsync(stale)).Words,
            StringComparison.Ordinal
        );
        var gone = await carys.PostAsync(await carys.GetAsync($"/Plan/{plan}/Discard"));
        Assert.Contains("The plan is removed.", gone.Words, StringComparison.Ordinal);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<PlanAction>().CountAsync()));
        // The priority that it brought goes; the one that the partnership had stays.
        Assert.Equal(
            ["Anti-social behaviour"],
            await moot.WithAsync(db => db.Set<Priority>().Select(one => one.Name).ToListAsync())
        );
        Assert.Equal(1, await moot.WithAsync(db => db.Set<Initiative>().CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await carys.GetAsync($"/Plan/{plan}")).Status);
    }

    [Theory, BothDatabases]
    public async Task A_plan_that_is_in_force_or_told_to_others_stays(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await BringingPlans.MadeAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync($"/Plan/{plan}/Discard");
        await moot.AddAsync(
            new Report
            {
                Kind = ReportKind.BoardPack,
                PlanId = plan,
                Details = new()
                {
                    Title = "Pack",
                    From = new(2026, 4, 1),
                    Until = new(2026, 6, 30),
                    Reader = "The board",
                },
            }
        );
        Assert.Equal(
            ["A report is made of it. Discard that first, or keep the plan."],
            (await carys.PostAsync(form)).Errors
        );
        await carys.PostAsync(
            await carys.GetAsync($"/Plan/{plan}/Edit"),
            fields: [("Details.Status", "InForce")]
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await carys.PostAsync(form)).Status);
        Assert.DoesNotContain(
            "Discard",
            (await carys.GetAsync($"/Plan/{plan}/Edit")).Text,
            StringComparison.Ordinal
        );
    }
}
