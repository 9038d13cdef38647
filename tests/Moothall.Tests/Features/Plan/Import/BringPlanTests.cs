using System.Text;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Import;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>From the document a partnership has to a plan that can be read and changed, through the real pages.</summary>
public sealed class BringPlanTests
{
    [Theory, BothDatabases, Rule("S2-F"), Rule("S2-R1"), Rule("C15")]
    public async Task A_document_is_looked_at_its_doubts_are_answered_and_it_becomes_the_plan(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var look = await BringingPlans.UploadAsync(
            carys,
            "plan.txt",
            Encoding.UTF8.GetBytes(BringingPlans.Text)
        );
        Assert.Contains(
            "2 priorities, 2 actions, 1 piece not read",
            look.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("A line that nobody reads Not read", look.Words, StringComparison.Ordinal);
        Assert.Contains("Run two weeks of action Action 1", look.Words, StringComparison.Ordinal);
        Assert.Contains("Which agency is “Helpline Trust”?", look.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Make this the plan", look.Words, StringComparison.Ordinal);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<PartnershipPlan>().CountAsync()));

        var kept = await carys.PostAsync(look);
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        var seenToo = await sunil.GetAsync(kept.Path);
        var made = await carys.PostAsync(kept, "Make this the plan");
        Assert.Contains("The plan is made", made.Words, StringComparison.Ordinal);
        Assert.Contains("1 April 2026 to 31 March 2029", made.Words, StringComparison.Ordinal);
        Assert.Contains("By when March 2027", made.Words, StringComparison.Ordinal);
        Assert.Contains("Ongoing, reviewed on 31 March", made.Words, StringComparison.Ordinal);
        await moot.WithAsync(async db =>
        {
            var plan = await db.Set<PartnershipPlan>()
                .Include(one => one.Actions)
                    .ThenInclude(one => one.Priorities)
                .SingleAsync();
            Assert.Equal(
                (
                    "Testbourne Community Safety Plan 2026-29",
                    PlanStatus.InPreparation,
                    PlanTemplate.Flat
                ),
                (plan.Details.Title, plan.Details.Status, plan.Details.Template)
            );
            Assert.Equal(
                [1, 2],
                plan.Actions.OrderBy(one => one.Number).Select(one => one.Priorities.Count)
            );
            // What the partnership has already is the same priority and not another.
            Assert.Equal(1, await db.Set<Priority>().CountAsync(one => one.Name == "Fraud"));
        });

        // The same document is not made into a plan twice, whoever presses the button.
        var again = await carys.PostAsync(kept, "Make this the plan");
        Assert.Contains("saved once", again.Words, StringComparison.Ordinal);
        var late = await sunil.PostAsync(seenToo, "Make this the plan");
        Assert.Contains(
            "made into a plan already",
            Assert.Single(late.Errors),
            StringComparison.Ordinal
        );
        Assert.Equal(1, await moot.WithAsync(db => db.Set<PartnershipPlan>().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task What_was_answered_for_one_plan_is_not_asked_of_the_next(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var look = await BringingPlans.UploadAsync(
            carys,
            "plan.txt",
            Encoding.UTF8.GetBytes(BringingPlans.Text)
        );
        var select = look
            .Document.QuerySelectorAll("main label")
            .Single(label => label.TextContent.Contains("Helpline Trust", StringComparison.Ordinal))
            .GetAttribute("for")!;
        var name = look.Document.GetElementById(select)!.GetAttribute("name")!;
        var kept = await carys.PostAsync(look, fields: [(name, "class")]);
        await carys.PostAsync(kept, "Make this the plan");

        var next = await BringingPlans.UploadAsync(
            carys,
            "next.txt",
            Encoding.UTF8.GetBytes(
                BringingPlans.Text.Replace("2026-29", "2029-32", StringComparison.Ordinal)
            )
        );
        Assert.Equal(
            "class",
            next.Document.QuerySelectorAll("main select")
                .Single(one => one.GetAttribute("name") == name)
                .QuerySelector("option[selected]")!
                .GetAttribute("value")
        );
        var second = await carys.PostAsync(await carys.PostAsync(next), "Make this the plan");
        Assert.Contains("The plan is made", second.Words, StringComparison.Ordinal);
        Assert.True(
            await moot.WithAsync(db =>
                db.Set<PlanActionAgency>()
                    .Where(one => one.Words == "Helpline Trust")
                    .AllAsync(one => one.IsClass)
            )
        );
    }

    [Theory, BothDatabases, Rule("C11"), Rule("C14"), Rule("S4-R1"), Rule("S4-F2"), Rule("S4-F4")]
    public async Task A_plan_by_priority_keeps_its_strands_and_warns_of_strategies_that_end_first(
        Database database
    )
    {
        const string Matrix =
            "Safer Testbourne Plan 2026-29\n\nCSP Priority\tLead agency\tKey actions\n"
            + "<p>Fraud</p> <p>To stop people losing money.</p> <p>Council Plan 2024-2027 Keep people safe.</p>\tTestbourne Council; Various charities\t"
            + "<p>Prevent – tell people early.</p> <ul> • Visit lunch clubs. • Train bank staff. <p>Protect – help those who lost money.</p> <ul> • Keep a helpline.\n";
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var look = await BringingPlans.UploadAsync(
            carys,
            "matrix.txt",
            Encoding.UTF8.GetBytes(Matrix)
        );
        var made = await carys.PostAsync(await carys.PostAsync(look), "Make this the plan");
        Assert.Contains(
            "Council Plan 2024-2027 ends in 2027, before this plan does.",
            made.Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Testbourne Council; Various charities",
            made.Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Prevent: tell people early. 1. Visit lunch clubs.",
            made.Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Protect: help those who lost money. 3. Keep a helpline.",
            made.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("By when", made.Words, StringComparison.Ordinal);
        Assert.Contains("To stop people losing money.", made.Words, StringComparison.Ordinal);
        Assert.Contains("Keep people safe.", made.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_document_that_cannot_be_read_is_refused_beside_its_field(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Equal(
            ["Choose a document"],
            (await BringingPlans.UploadAsync(carys, null, [])).Errors
        );
        Assert.Contains(
            "Bring Word (.docx)",
            Assert.Single((await BringingPlans.UploadAsync(carys, "plan.pdf", Samples.Pdf)).Errors),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await moot.WithAsync(db => db.Set<PlanImport>().CountAsync()));

        var prose = await BringingPlans.UploadAsync(
            carys,
            "letter.txt",
            "Dear all,\nwe met on Tuesday.\n"u8.ToArray()
        );
        Assert.Contains(
            "No actions were found in this document",
            prose.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Make this the plan", prose.Words, StringComparison.Ordinal);
    }
}
