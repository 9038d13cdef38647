using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Measures;
using Moothall.Features.Plan.Priorities;
using Moothall.Tests.Features.Plan.Import;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan;

/// <summary>A plan is begun without a document, and everything in it is added, changed and taken out by hand.</summary>
public sealed class PlanByHandTests
{
    [Theory, BothDatabases, Rule("R1.5"), Rule("R2.14"), Rule("R2.15")]
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
            (await carys.GetAsync($"/Plan/Parts/{Guid.NewGuid()}/Evidence")).Status
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
            (1, 0, 1, 2),
            await moot.WithAsync(async db =>
                (
                    await db.Set<PlanAction>().CountAsync(),
                    await db.Set<Moothall.Features.Plan.Milestones.PlanMilestone>().CountAsync(),
                    await db.Set<PlanActionPriority>().CountAsync(),
                    await db.Set<Priority>()
                        .CountAsync(one => one.Name == "Fraud" || one.Name.StartsWith("Anti"))
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
