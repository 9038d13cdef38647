using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Priorities;
using Moothall.Tests.Features.Plan.Import;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan;

/// <summary>A plan is begun without a document, and everything in it is added, changed and taken out by hand.</summary>
public sealed class PlanByHandTests
{
    [Theory, BothDatabases]
    public async Task A_plan_is_made_without_a_document(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var fraud = await PriorityAsync(moot, "Fraud");
        using var carys = await moot.AsAsync(People.Coordinator);
        var begun = await carys.PostAsync(
            await carys.GetAsync("/Plan/New"),
            fields: [("Details.Title", "Safer Testbourne")]
        );
        // The coming year and three years are only proposed.
        Assert.Contains("1 April 2027 to 31 March 2030", begun.Words, StringComparison.Ordinal);
        Assert.Contains(
            "does not say yet how it covers any of them",
            begun.Words,
            StringComparison.Ordinal
        );
        var plan = begun.Path;

        var strategies = await carys.GetAsync($"{plan}/Strategies/Edit");
        await carys.PostAsync(
            strategies,
            fields:
            [
                ("Input.Title", "Police and Crime Plan"),
                ("Input.FromYear", "2025"),
                ("Input.UntilYear", "2028"),
            ]
        );
        Assert.Contains(
            "ends in 2028, before this plan does",
            (await carys.GetAsync(plan)).Words,
            StringComparison.Ordinal
        );

        var priority = await carys.PostAsync(
            await carys.GetAsync($"{plan}/Priorities/Edit"),
            fields:
            [
                ("Input.PriorityId", fraud.ToString()),
                ("Input.Aim", "Fewer people lose money"),
                ("Input.Leads", "Testshire Police"),
            ]
        );
        Assert.Contains("Led by: Testshire Police", priority.Words, StringComparison.Ordinal);
        await carys.PostAsync(
            await carys.GetAsync($"{priority.Path}/Strands"),
            fields: [("Input.Name", "Prevent"), ("Input.Sentence", "Stop it before it happens")]
        );
        var (planPriority, strand) = await moot.WithAsync(async db =>
            (
                await db.Set<PlanPriority>().Select(one => one.Id).SingleAsync(),
                await db.Set<PlanStrand>().Select(one => one.Id).SingleAsync()
            )
        );

        var form = await carys.GetAsync($"{plan}/Actions/New");
        var wrong = await carys.PostAsync(
            form,
            fields: [("Details.Text", "Visit lunch clubs"), ("Input.StrandId", strand.ToString())]
        );
        Assert.Contains(
            "belongs to a priority that is not ticked",
            Assert.Single(wrong.Errors),
            StringComparison.Ordinal
        );
        Assert.Contains("Visit lunch clubs", wrong.Text, StringComparison.Ordinal);
        var action = await carys.PostAsync(
            wrong,
            fields:
            [
                ("Input.PriorityIds", planPriority.ToString()),
                ("Input.Responsible", "testshire police\nHelpline Trust"),
                ("Input.Target", "March 2028"),
            ]
        );
        Assert.Contains("Action 1 is in the plan.", action.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Responsible testshire police; Helpline Trust",
            action.Words,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [World.Police, null],
            await moot.WithAsync(db =>
                db.Set<PlanActionAgency>()
                    .OrderBy(one => one.Order)
                    .Select(one => one.OrganisationId)
                    .ToListAsync()
            )
        );

        await carys.PostAsync(
            await carys.GetAsync($"{plan}/Coverage"),
            fields:
            [
                ("Input[0].PriorityIds", planPriority.ToString()),
                ("Input[2].How", "Through probation's own plan"),
            ]
        );
        var whole = await carys.GetAsync(plan);
        Assert.Contains("Through probation's own plan", whole.Words, StringComparison.Ordinal);
        Assert.Contains(
            "does not say yet how it covers combating the misuse of drugs, alcohol and other substances; preventing people",
            whole.Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task What_is_taken_out_takes_along_what_is_its_own_and_leaves_the_rest(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await BringingPlans.MadeAsync(moot);
        var (action, priority) = await moot.WithAsync(async db =>
            (
                await db.Set<PlanAction>()
                    .Where(one => one.Number == 1)
                    .Select(one => one.Id)
                    .SingleAsync(),
                await db.Set<PlanPriority>()
                    .Where(one => one.Order == 1)
                    .Select(one => one.Id)
                    .SingleAsync()
            )
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        await carys.PostAsync(
            await carys.GetAsync($"/Plan/Parts/{action}/Milestones"),
            fields: [("Details.Text", "Streets chosen")]
        );
        await carys.PostAsync(
            await carys.GetAsync($"/Plan/{plan}/Coverage"),
            fields: [("Input[0].PriorityIds", priority.ToString())]
        );
        await carys.PostAsync(
            await carys.GetAsync($"/Initiatives/New?toward={action}"),
            fields:
            [
                ("Details.Title", "Corn Street week"),
                ("Details.Kind", "Campaign"),
                ("Input.Status", "Proposed"),
                ("Input.LeadId", World.Council.ToString()),
            ]
        );
        var asked = await carys.GetAsync($"/Plan/Remove/Action/{action}");
        Assert.Contains("Run two weeks of action", asked.Words, StringComparison.Ordinal);
        var gone = await carys.PostAsync(asked);
        Assert.DoesNotContain("Run two weeks of action", gone.Words, StringComparison.Ordinal);
        Assert.Contains("2. Keep the helpline", gone.Words, StringComparison.Ordinal);

        var without = await carys.PostAsync(
            await carys.GetAsync($"/Plan/Remove/Priority/{priority}")
        );
        Assert.Contains("Keep the helpline", without.Words, StringComparison.Ordinal);
        Assert.Equal(
            (1, 0, 1, 2, 1),
            await moot.WithAsync(async db =>
                (
                    await db.Set<PlanAction>().CountAsync(),
                    await db.Set<Moothall.Features.Plan.Milestones.PlanMilestone>().CountAsync(),
                    await db.Set<PlanActionPriority>().CountAsync(),
                    await db.Set<Priority>()
                        .CountAsync(one => one.Name == "Fraud" || one.Name.StartsWith("Anti")),
                    await db.Set<Moothall.Features.Plan.Initiatives.Initiative>().CountAsync()
                )
            )
        );
    }

    [Theory, BothDatabases, Rule("S3-23"), Rule("C18")]
    public async Task What_an_agency_does_anyway_stays_out_where_the_plan_says_so(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await BringingPlans.MadeAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync($"/Plan/{plan}/Actions/New");
        (string, string?)[] usual =
        [
            ("Details.Text", "Patrol as ever"),
            ("Details.IsBusinessAsUsual", "true"),
        ];
        Assert.Contains(
            "Yes: an agency does this anyway",
            (await carys.PostAsync(form, fields: usual)).Words,
            StringComparison.Ordinal
        );
        await carys.PostAsync(
            await carys.GetAsync($"/Plan/{plan}/Edit"),
            fields: [("Details.Usual", "StaysOut")]
        );
        var refused = await carys.PostAsync(
            await carys.GetAsync($"/Plan/{plan}/Actions/New"),
            fields: usual
        );
        Assert.Contains(
            "leaves out what an agency does anyway",
            Assert.Single(refused.Errors),
            StringComparison.Ordinal
        );
    }

    private static async Task<Guid> PriorityAsync(Moot moot, string name)
    {
        var priority = new Priority { Name = name, Source = PrioritySource.Partnership };
        await moot.WithAsync(async db =>
        {
            db.Add(priority);
            return await db.SaveChangesAsync();
        });
        return priority.Id;
    }
}
