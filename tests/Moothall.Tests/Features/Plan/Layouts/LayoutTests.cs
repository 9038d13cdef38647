using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Layouts;
using Moothall.Tests.Features.Plan.Import;
using Moothall.Tests.Features.Plan.Progress;
using Moothall.Tests.Features.Public;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Layouts;

/// <summary>A plan is laid out in one of two usual ways or in the partnership's own.</summary>
public sealed class LayoutTests
{
    [Fact]
    public void A_heading_is_there_and_there_once()
    {
        var input = LayoutInput.Of(PlanLayout.Flat);
        Assert.Empty(input.Problems());
        Assert.Equal(
            PlanLayout.Flat.Columns.Select(one => one.Column),
            input.ToLayout().Columns.Select(one => one.Column)
        );
        input.Columns[1].Heading = " ";
        input.Columns[2].Heading = " BY WHEN ";
        Assert.Equal(
            [
                ("Columns[1].Heading", "Enter a heading."),
                ("Columns[4].Heading", "“By when” is the heading of another column."),
            ],
            input.Problems()
        );
        input.Columns.ForEach(one => one.Place = null);
        Assert.Equal([("", "Give at least one column a place.")], input.Problems());
    }

    [Theory, Rule("S4-R1")]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Under_priorities_an_action_is_asked_which_it_meets(bool byPriority, bool asks)
    {
        var layout = new PlanLayout(byPriority, [PlanColumn.Usual(ActionColumn.Responsible)]);
        Assert.Equal(asks, layout.Asks(ActionColumn.Priorities));
        Assert.True(layout.Asks(ActionColumn.Responsible));
        Assert.False(layout.Asks(ActionColumn.ByWhen));
        Assert.True(PlanLayout.Matrix.Asks(ActionColumn.ByWhen));
    }

    [Theory, BothDatabases, Rule("S4-R1")]
    public async Task What_a_layout_leaves_out_is_not_asked_and_not_lost(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await ProgressPagesTests.InForceAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var edit = await carys.PostAsync(
            await carys.GetAsync($"/Plan/{plan}/Edit"),
            fields: [("Details.Template", "Own")]
        );
        Assert.Equal($"/Plan/{plan}/Layout", edit.Path);
        // The first four are responsible, working with, priorities, by when.
        var wrong = await carys.PostAsync(
            edit,
            fields:
            [
                ("Input.Columns[1].Heading", ""),
                ("Input.Columns[2].Place", "x"),
                ("Input.Columns[3].Place", ""),
                ("Input.Columns[4].Place", ""),
            ]
        );
        Assert.Contains("Enter a heading.", wrong.Errors);
        Assert.Equal(2, wrong.Errors.Count);
        var saved = await carys.PostAsync(
            wrong,
            fields:
            [
                ("Input.Columns[1].Heading", "Pwy sy’n arwain <b> 🚓"),
                ("Input.Columns[2].Place", "1"),
                ("Input.Columns[1].Place", "2"),
            ]
        );
        Assert.Empty(saved.Errors);
        Assert.Contains("Pwy sy’n arwain <b> 🚓", saved.Words, StringComparison.Ordinal);
        Assert.Contains("Testbourne Council", saved.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("March 2027", Card(saved), StringComparison.Ordinal);

        var action = await moot.WithAsync(db =>
            db.Set<PlanAction>().SingleAsync(one => one.Number == 1)
        );
        var form = await carys.GetAsync($"/Plan/Actions/{action.Id}/Edit");
        Assert.DoesNotContain("Input.Target", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.PriorityIds", form.Text, StringComparison.Ordinal);
        Assert.Contains("Input.Responsible", form.Text, StringComparison.Ordinal);
        await carys.PostAsync(form, fields: [("Details.Text", "Run three weeks of action")]);
        await moot.WithAsync(async db =>
        {
            var kept = await db.Set<PlanAction>()
                .Include(one => one.Priorities)
                .SingleAsync(one => one.Number == 1);
            Assert.Equal("Run three weeks of action", kept.Details.Text);
            Assert.Equal("March 2027", kept.TargetWords());
            Assert.Single(kept.Priorities);
        });

        var draft = await PublishingTests.PrepareAsync(carys, plan, "Prepare the plan");
        Assert.Contains("Pwy sy’n arwain", draft.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("March 2027", draft.Words, StringComparison.Ordinal);

        // With its usual layout everything is back.
        await carys.PostAsync(
            await carys.GetAsync($"/Plan/{plan}/Edit"),
            fields: [("Details.Template", "Flat")]
        );
        Assert.Contains(
            "March 2027",
            Card(await carys.GetAsync($"/Plan/{plan}")),
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task Only_the_team_lays_out_and_the_second_of_two_is_told(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await BringingPlans.MadeAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await petra.GetAsync($"/Plan/{plan}/Layout")).Status
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        using var maureen = await moot.AsAsync(People.Manager);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await carys.GetAsync($"/Plan/{Guid.CreateVersion7()}/Layout")).Status
        );
        var late = await maureen.GetAsync($"/Plan/{plan}/Layout");
        await carys.PostAsync(
            await carys.GetAsync($"/Plan/{plan}/Layout"),
            fields: [("Input.Where", "ByPriority")]
        );
        var told = await maureen.PostAsync(
            late,
            fields: [("Input.Columns[0].Heading", "Who leads")]
        );
        Assert.DoesNotContain("is saved", told.Words, StringComparison.Ordinal);
        Assert.Contains("Who leads", told.Text, StringComparison.Ordinal);
        await moot.WithAsync(async db =>
            Assert.True((await db.Set<PartnershipPlan>().SingleAsync()).Layout.IsByPriority)
        );
        // A form with a column twice was not made here.
        var forged = await carys.PostAsync(
            await carys.GetAsync($"/Plan/{plan}/Layout"),
            fields: [("Input.Columns[0].Column", nameof(ActionColumn.Why))]
        );
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
    }

    private static string Card(Page page) => page.Document.QuerySelector("#a-1")!.TextContent;
}
