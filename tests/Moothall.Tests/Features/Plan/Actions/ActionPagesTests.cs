using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Measures;
using Moothall.Tests.Features.Plan.Import;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Actions;

/// <summary>What is kept with an action of a plan, and two who change one at once.</summary>
public sealed class ActionPagesTests
{
    [Theory, BothDatabases, Rule("S2-R2"), Rule("S3-11f")]
    public async Task Measures_milestones_money_and_evidence_are_kept_with_an_action(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await BringingPlans.MadeAsync(moot);
        var id = await moot.WithAsync(db =>
            db.Set<PlanAction>().Where(one => one.Number == 1).Select(one => one.Id).SingleAsync()
        );
        using var petra = await moot.AsAsync(People.Police);
        using var carys = await moot.AsAsync(People.Coordinator);
        var evidence = $"/Plan/Parts/{id}/Evidence";
        Assert.Equal(HttpStatusCode.Forbidden, (await petra.GetAsync(evidence)).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await carys.GetAsync($"/Plan/Parts/{Guid.CreateVersion7()}/Evidence")).Status
        );
        var form = await carys.GetAsync(evidence);
        var wrong = await carys.PostAsync(
            form,
            fields: [("Details.Text", "Calls rose by a third")]
        );
        Assert.Equal(["Enter where it comes from", "Enter the year"], wrong.Errors);
        await carys.PostAsync(
            wrong,
            fields: [("Details.Source", "Survey"), ("Details.Year", "2025")]
        );
        await carys.PostAsync(
            await carys.GetAsync($"/Plan/Parts/{id}/Milestones"),
            fields:
            [
                ("Details.Text", "Streets chosen"),
                ("Details.Due.Day", "1"),
                ("Details.Due.Month", "2"),
                ("Details.Due.Year", "2027"),
            ]
        );
        var early = await carys.PostAsync(
            await carys.GetAsync($"/Plan/Parts/{id}/Milestones"),
            fields:
            [
                ("Details.Text", "Streets lit"),
                ("Details.ReachedOn.Day", "1"),
                ("Details.ReachedOn.Month", "1"),
                ("Details.ReachedOn.Year", "2040"),
            ]
        );
        Assert.Equal(["The day on which it was reached is still to come."], early.Errors);
        var money = await carys.GetAsync($"/Plan/Parts/{id}/Funding");
        Assert.Equal(["Enter who pays, or what it is for"], (await carys.PostAsync(money)).Errors);
        Assert.Equal(
            ["Amount in pounds must be an amount in pounds, like 1,250 or 99.50"],
            (
                await carys.PostAsync(
                    money,
                    fields: [("Details.Funder", "Police"), ("Details.Pence", "lots")]
                )
            ).Errors
        );
        await carys.PostAsync(
            money,
            fields: [("Details.Funder", "Police"), ("Details.Pence", "£1,250.50")]
        );
        await carys.PostAsync(
            await carys.GetAsync($"/Plan/Parts/{id}/Measures"),
            fields:
            [
                ("Details.Name", "Calls a quarter"),
                ("Details.Unit", "calls"),
                ("Details.Baseline", "120"),
                ("Details.Target", "100"),
                ("Details.Better", "Lower"),
            ]
        );
        var measure = await moot.WithAsync(db =>
            db.Set<PlanMeasure>().Select(one => one.Id).SingleAsync()
        );
        var reading = await carys.GetAsync($"/Plan/Measures/{measure}/Readings");
        var future = await carys.PostAsync(
            reading,
            fields:
            [
                ("Details.Figure", "99.5"),
                ("Details.On.Day", "1"),
                ("Details.On.Month", "1"),
                ("Details.On.Year", "2030"),
            ]
        );
        Assert.Equal(["The last day that it covers is still to come."], future.Errors);
        var saved = await carys.PostAsync(future, fields: [("Details.On.Year", "2026")]);
        foreach (
            var words in new[]
            {
                "Calls rose by a third (Survey, 2025)",
                "Streets chosen: due by 1 February 2027",
                "Police, £1,250.50",
                "From 120 calls; target 100 calls; last 99.5 calls. The target is reached.",
            }
        )
        {
            Assert.Contains(words, saved.Words, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task Two_who_change_an_action_at_once_see_each_others_change(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await BringingPlans.MadeAsync(moot);
        var id = await moot.WithAsync(db =>
            db.Set<PlanAction>().Where(one => one.Number == 1).Select(one => one.Id).SingleAsync()
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        var hers = await carys.GetAsync($"/Plan/Actions/{id}/Edit");
        var his = await sunil.GetAsync($"/Plan/Actions/{id}/Edit");
        await carys.PostAsync(hers, fields: [("Input.Responsible", "Harbour")]);
        // He changed nothing but an agency; the row of the action itself is the same.
        var late = await sunil.PostAsync(his, fields: [("Input.Responsible", "Testbourne Homes")]);
        Assert.DoesNotContain("is saved", late.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["Harbour"],
            await moot.WithAsync(db =>
                db.Set<PlanActionAgency>()
                    .Where(one => one.PlanActionId == id && one.Part == AgencyPart.Responsible)
                    .Select(one => one.Words)
                    .ToListAsync()
            )
        );
    }
}
