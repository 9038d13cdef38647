using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Plan.Gates;
using Moothall.Features.Plan.Initiatives;
using Moothall.Features.Reports;
using Moothall.Tests.Features.Plan.Initiatives;
using Moothall.Tests.Features.Plan.Progress;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Reports;

/// <summary>Reports are made of what is recorded, edited by people, and stay as they were read once issued.</summary>
public sealed class ReportPagesTests
{
    [Theory, BothDatabases]
    public async Task Only_the_team_begins_one_and_others_read_what_was_issued_for_them(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await ProgressPagesTests.InForceAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal(HttpStatusCode.Forbidden, (await petra.GetAsync("/Reports/New")).Status);
        using var carys = await moot.AsAsync(People.Coordinator);
        var pack = await BegunAsync(carys, ReportKind.BoardPack);
        var update = await BegunAsync(carys, ReportKind.ScrutinyUpdate);
        foreach (var path in new[] { pack.Path, $"{pack.Path}/Word" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await petra.GetAsync(path)).Status);
        }

        foreach (var page in new[] { "Edit", "Sections", "Presenters", "Issue", "Discard" })
        {
            var answer = await petra.GetAsync($"{pack.Path}/{page}");
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        }

        Assert.Contains(
            "No report was issued yet.",
            (await petra.GetAsync("/Reports")).Words,
            StringComparison.Ordinal
        );
        await IssuedAsync(carys, pack);
        await IssuedAsync(carys, update, "The police were called away.");
        var read = await petra.GetAsync(pack.Path);
        Assert.Contains("It stays as it was read.", read.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Change", read.Words, StringComparison.Ordinal);

        // Scrutiny and the local policing body read what is for them, never the board's papers.
        foreach (var outside in new[] { People.Scrutiny, People.Commissioner })
        {
            using var reader = await moot.AsAsync(outside);
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(pack.Path)).Status);
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(update.Path)).Status);
            Assert.DoesNotContain(
                "Board pack",
                (await reader.GetAsync("/Reports")).Words,
                StringComparison.Ordinal
            );
        }
    }

    [Theory, BothDatabases, Rule("S3-15")]
    public async Task An_update_for_scrutiny_has_each_objective_with_what_its_owners_said(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await ProgressPagesTests.InForceAsync(moot);
        using (var hannah = await moot.AsAsync(People.Housing))
        {
            await hannah.PostAsync(
                await hannah.GetAsync("/Plan/Progress"),
                fields:
                [
                    ("Answers[0].Rating", "Green"),
                    ("Answers[0].Text", "The first week was held"),
                ]
            );
        }

        using var carys = await moot.AsAsync(People.Coordinator);
        var update = (await BegunAsync(carys, ReportKind.ScrutinyUpdate)).Words;
        foreach (
            var expected in new[]
            {
                "Setting the scene",
                "Responsibilities",
                "Anti-social behaviour (ASB)",
                "Action 1: The first week was held",
                "1. Run two weeks of action",
                "Fraud",
                "2. Keep the helpline",
                "Successes",
                "The year ahead",
                "Questions",
            }
        )
        {
            Assert.Contains(expected, update, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases, Rule("S3-10"), Rule("S3-12")]
    public async Task What_was_finished_and_what_is_coming_is_counted_with_money_and_people(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await ProgressPagesTests.InForceAsync(moot);
        var done = await InitiativePagesTests.AddedAsync(moot, "Crucial Crew", World.Police, 850);
        var off = await InitiativePagesTests.AddedAsync(moot, "Never held", World.Police, 9_000);
        var ahead = await InitiativePagesTests.AddedAsync(moot, "Warrants in May", World.Police);
        await moot.WithAsync(async db =>
        {
            var one = await db.Set<Initiative>().SingleAsync(one => one.Id == done);
            one.Details.Result = "Every school came";
            one.Stands(InitiativeStatus.Finished);
            one.Funders.Add(
                new()
                {
                    InitiativeId = done,
                    Order = 1,
                    Name = "Safer Streets",
                    Pence = 120_050,
                }
            );
            var other = await db.Set<Initiative>().SingleAsync(one => one.Id == off);
            Assert.Null(other.CallOff("No room"));
            (await db.Set<Initiative>().SingleAsync(one => one.Id == ahead)).Details.From = new(
                2027,
                5,
                4
            );
        });
        using var carys = await moot.AsAsync(People.Coordinator);
        var report = await BegunAsync(carys, ReportKind.AnnualReport);
        Assert.Contains(
            "People reached: 850, of them 850 by what began and ended in this time.",
            report.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("Safer Streets1£1,200.50£0", report.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Never held", report.Words, StringComparison.Ordinal);
        // Planned for partners only, in the year after: nobody outside reads of it.
        Assert.DoesNotContain("Warrants in May", report.Words, StringComparison.Ordinal);
        var update = await BegunAsync(carys, ReportKind.ScrutinyUpdate);
        Assert.Contains("Crucial Crew: Every school came", update.Words, StringComparison.Ordinal);

        // One that began before the time is counted whole, and said to be.
        await moot.WithAsync(async db =>
        {
            var details = (await db.Set<Initiative>().SingleAsync(one => one.Id == done)).Details;
            (details.From, details.Until) = (new(2020, 5, 4), new(2026, 5, 4));
        });
        var longer = (await BegunAsync(carys, ReportKind.AnnualReport)).Words;
        Assert.Contains("850, of them 0 by what began", longer, StringComparison.Ordinal);
        Assert.Contains("Safer Streets1£0£1,200.50", longer, StringComparison.Ordinal);
        Assert.Contains("do not add the two up", longer, StringComparison.Ordinal);
        Assert.Contains(
            "as their owners rate them, or as dates and updates tell where no owner has rated yet (2 actions);",
            longer,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases, Rule("S3-16"), Rule("S3-17")]
    public async Task Council_police_and_fire_present_it_together_or_it_says_why_not(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var fire = new Organisation { Name = "Testshire Fire and Rescue Service" };
        await moot.AddAsync(fire);
        using var carys = await moot.AsAsync(People.Coordinator);
        var draft = await BegunAsync(carys, ReportKind.AnnualReport);
        var refused = await carys.PostAsync(await carys.GetAsync($"{draft.Path}/Issue"));
        Assert.Contains(
            "Missing: the council, the police, the fire and rescue service.",
            Assert.Single(refused.Errors),
            StringComparison.Ordinal
        );
        foreach (var organisation in new[] { World.Council, World.Police, fire.Id })
        {
            var page = await carys.GetAsync($"{draft.Path}/Presenters");
            Assert.Equal(
                ["Choose the organisation", "Enter the post"],
                (await carys.PostAsync(page, "Post")).Errors
            );
            await carys.PostAsync(
                page,
                "Post",
                fields:
                [
                    ("Input.OrganisationId", organisation.ToString()),
                    ("Input.Post", "Chief Officer"),
                ]
            );
        }

        var issued = await IssuedAsync(carys, draft);
        Assert.Contains(
            "Chief Officer, Testshire Fire and Rescue Service",
            issued.Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases, Rule("S3-13")]
    public async Task Once_partners_agreed_the_plan_scrutiny_is_to_be_told(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await ProgressPagesTests.InForceAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        const string asked = "Scrutiny is to be told how the plan stands";
        var before = await carys.GetAsync("/Reports");
        Assert.DoesNotContain(asked, before.Words, StringComparison.Ordinal);
        await moot.AddAsync(
            new PlanGate
            {
                PlanId = plan,
                Year = 2027,
                Kind = GateKind.Agreed,
                Details = new() { DoneOn = new(2026, 11, 20) },
            }
        );
        var told = await carys.GetAsync("/Reports");
        Assert.Contains(asked, told.Words, StringComparison.Ordinal);
        var draft = await BegunAsync(carys, ReportKind.ScrutinyUpdate);
        Assert.Contains(asked, (await carys.GetAsync("/Reports")).Words, StringComparison.Ordinal);
        await IssuedAsync(carys, draft, "The others sent their word.");
        Assert.DoesNotContain(
            asked,
            (await carys.GetAsync("/Reports")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task An_issued_report_is_published_by_a_second_person_and_a_boards_papers_never(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await ProgressPagesTests.InForceAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var pack = await BegunAsync(carys, ReportKind.BoardPack);
        await IssuedAsync(carys, pack);
        var never = await carys.GetAsync($"{pack.Path}/Publish");
        Assert.Equal(HttpStatusCode.NotFound, never.Status);
        var draft = await BegunAsync(carys, ReportKind.AnnualReport);
        var early = await carys.GetAsync($"{draft.Path}/Publish");
        Assert.Equal(HttpStatusCode.NotFound, early.Status);
        await IssuedAsync(carys, draft, "It is the first year.");
        var page = await carys.PostAsync(await carys.GetAsync($"{draft.Path}/Publish"));
        using var maureen = await moot.AsAsync(People.Manager);
        await maureen.PostAsync(await maureen.GetAsync(page.Path), "Publish for everybody");
        using var visitor = moot.Visitor();
        var read = await visitor.GetAsync($"/Public/{page.Path.Split('/')[^1]}");
        Assert.Contains("How the plan stands", read.Words, StringComparison.Ordinal);
        Assert.Contains("It is the first year.", read.Words, StringComparison.Ordinal);
        Assert.NotEmpty(read.Document.QuerySelectorAll("table caption"));
        Assert.Contains(
            "Anti-social behaviour (ASB): On track",
            (await visitor.GetAsync("/Public/Data/csv")).Text,
            StringComparison.Ordinal
        );
    }

    internal static async Task<Page> BegunAsync(Browser browser, ReportKind kind)
    {
        var form = await browser.GetAsync($"/Reports/New/{kind}");
        var begun = await browser.PostAsync(
            form,
            fields: [("Details.From.Year", "2026"), ("Details.From.Month", "4")]
        );
        Assert.Empty(begun.Errors);
        return begun;
    }

    internal static async Task<Page> IssuedAsync(Browser browser, Page draft, string alone = "")
    {
        var issued = await browser.PostAsync(
            await browser.GetAsync($"{draft.Path}/Issue"),
            fields: [("Input.AloneBecause", alone)]
        );
        Assert.Contains("The report is issued.", issued.Words, StringComparison.Ordinal);
        return issued;
    }
}
