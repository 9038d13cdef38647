using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Public;
using Moothall.Tests.Features.Plan.Progress;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Public;

/// <summary>Pages for everybody: prepared by one, published by another, replaced and withdrawn with a trace.</summary>
public sealed class PublishingTests
{
    [Theory, BothDatabases, Rule("S3-19")]
    public async Task A_page_with_no_plan_says_so_plainly(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var visitor = moot.Visitor();
        var page = await visitor.GetAsync("/Public");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(
            "No community safety plan is published here at present.",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "[]",
            (await visitor.GetAsync("/Public/Data/json")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task One_person_prepares_it_and_another_publishes_exactly_that(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await ProgressPagesTests.InForceAsync(moot);
        using var visitor = moot.Visitor();
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await petra.GetAsync($"/Plan/{plan}/Publish")).Status
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await petra.GetAsync("/Publishing")).Status);
        using var carys = await moot.AsAsync(People.Coordinator);
        var draft = await PrepareAsync(carys, plan, "Prepare the plan");
        Assert.Contains(
            "You prepared it. Somebody else looks at it and publishes it.",
            draft.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("Run two weeks of action", draft.Words, StringComparison.Ordinal);

        // Nobody reads a draft by its address, and whoever prepared it cannot publish it by force.
        var address = $"/Public/{Id(draft)}";
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await petra.GetAsync(address)).Status);
        var discard = draft.Form("Throw the draft away");
        discard.SetAttribute("action", $"{draft.Path}?handler=Publish");
        Assert.Equal(
            ["You prepared it. Somebody else looks at it and publishes it."],
            (await carys.PostAsync(draft, discard)).Errors
        );
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);

        using var maureen = await moot.AsAsync(People.Manager);
        var published = await maureen.PostAsync(
            await maureen.GetAsync(draft.Path),
            "Publish for everybody"
        );
        Assert.Contains("It is published.", published.Words, StringComparison.Ordinal);
        var page = await visitor.GetAsync(address);
        Assert.Contains("Last updated on 23 November 2026.", page.Words, StringComparison.Ordinal);
        Assert.Contains("Run two weeks of action", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("noindex", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "No community safety plan",
            (await visitor.GetAsync("/Public")).Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Run two weeks of action",
            (await visitor.GetAsync("/Public/Data/json")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"Run two weeks of action\"",
            (await visitor.GetAsync("/Public/Data/csv")).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/Public/Data/xml")).Status);

        using (var officer = await moot.AsAsync(People.DataProtection))
        {
            var audit = (await officer.GetAsync("/Admin/Audit")).Words;
            Assert.Contains(
                "Publishing for everybody: Testbourne Community Safety Plan 2026-29",
                audit,
                StringComparison.Ordinal
            );
            Assert.Contains(
                "Preparing a page for everybody: Testbourne Community Safety Plan 2026-29",
                audit,
                StringComparison.Ordinal
            );
            Assert.Contains("Publication changed: published at", audit, StringComparison.Ordinal);
        }

        // The plan changes; the page does not.
        var action = await moot.WithAsync(db =>
            db.Set<Moothall.Features.Plan.Actions.PlanAction>()
                .Where(one => one.Number == 1)
                .Select(one => one.Id)
                .SingleAsync()
        );
        await carys.PostAsync(
            await carys.GetAsync($"/Plan/Actions/{action}/Edit"),
            fields: [("Details.Text", "Run three weeks of action")]
        );
        Assert.DoesNotContain(
            "three weeks",
            (await visitor.GetAsync(address)).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_later_page_takes_its_place_and_the_archive_keeps_both(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await ProgressPagesTests.InForceAsync(moot);
        var first = await PublishedAsync(moot, plan);
        moot.Clock.Set(new(2027, 2, 1, 9, 0, 0, DateTimeKind.Utc));
        var second = await PublishedAsync(moot, plan);
        using var visitor = moot.Visitor();
        var old = await visitor.GetAsync($"/Public/{first}");
        Assert.Contains("There is a later version", old.Words, StringComparison.Ordinal);
        Assert.Contains($"/Public/{second}", old.Text, StringComparison.Ordinal);
        Assert.Contains("noindex", old.Text, StringComparison.Ordinal);
        var home = await visitor.GetAsync("/Public");
        Assert.DoesNotContain($"/Public/{first}\"", home.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Replaced on 1 February 2027.",
            (await visitor.GetAsync("/Public/Archive/2026")).Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Current.",
            (await visitor.GetAsync("/Public/Archive/2027")).Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Nothing was published in 2025.",
            (await visitor.GetAsync("/Public/Archive/2025")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task What_is_withdrawn_is_gone_at_once_and_leaves_a_notice(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await ProgressPagesTests.InForceAsync(moot);
        var id = await PublishedAsync(moot, plan);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var reader = moot.Visitor();
        var word = await reader.SendAsync(new(HttpMethod.Get, $"/Public/{id}?handler=Word"));
        Assert.Equal(
            "Testbourne Community Safety Plan 2026-29.docx",
            word.Content.Headers.ContentDisposition?.FileNameStar
        );
        var page = await carys.GetAsync($"/Publishing/{id}");
        Assert.Equal(
            ["Enter what visitors read in its place"],
            (await carys.PostAsync(page, "Withdraw it")).Errors
        );
        await carys.PostAsync(
            page,
            "Withdraw it",
            fields: [("Input.Because", "A figure was wrong.")]
        );
        using var visitor = moot.Visitor();
        var gone = await visitor.GetAsync($"/Public/{id}?handler=Word");
        Assert.Contains(
            "This page was withdrawn on 23 November 2026.",
            gone.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("A figure was wrong.", gone.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Run two weeks of action", gone.Text, StringComparison.Ordinal);
        foreach (var path in new[] { "/Public", "/Public/Data/json", "/Public/Data/csv" })
        {
            Assert.DoesNotContain(
                "weeks of action",
                (await visitor.GetAsync(path)).Text,
                StringComparison.Ordinal
            );
        }

        Assert.Contains(
            "No community safety plan",
            (await visitor.GetAsync("/Public")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases, Rule("S3-7")]
    public async Task A_summary_and_the_progress_hold_back_what_stays_inside(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await ProgressPagesTests.InForceAsync(moot);
        var action = await moot.WithAsync(db =>
            db.Set<Moothall.Features.Plan.Actions.PlanAction>()
                .Where(one => one.Number == 1)
                .Select(one => one.Id)
                .SingleAsync()
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        await carys.PostAsync(
            await carys.GetAsync($"/Plan/Actions/{action}/Edit"),
            fields: [("Details.Rationale", "Insidewhy")]
        );
        await carys.PostAsync(
            await carys.GetAsync($"/Plan/Parts/{action}/Funding"),
            fields: [("Details.Funder", "Insidefunder"), ("Details.Pence", "77123")]
        );
        await carys.PostAsync(
            await carys.GetAsync($"/Plan/Progress?action={action}"),
            fields:
            [
                ("Answers[0].Rating", "Red"),
                ("Answers[0].Text", "Insideprogress"),
                ("Answers[0].Difference", "Insidewhynot"),
            ]
        );
        foreach (var kind in new[] { "summary of the plan", "the plan", "progress of the plan" })
        {
            var draft = await PrepareAsync(carys, plan, $"Prepare {kind}");
            Assert.DoesNotContain("Inside", draft.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("77,123", draft.Text, StringComparison.Ordinal);
        }

        var progress = await moot.WithAsync(db =>
            db.Set<Publication>().SingleAsync(one => one.Kind == PublicationKind.PlanProgress)
        );
        Assert.Contains(
            progress.Read().Sections[0].Facts,
            fact => fact is { Label: "Off track", Text: "1 action" }
        );
    }

    internal static async Task<Guid> PublishedAsync(Moot moot, Guid plan)
    {
        using var carys = await moot.AsAsync(People.Coordinator);
        using var maureen = await moot.AsAsync(People.Manager);
        var draft = await PrepareAsync(carys, plan, "Prepare the plan");
        await maureen.PostAsync(await maureen.GetAsync(draft.Path), "Publish for everybody");
        return Id(draft);
    }

    internal static async Task<Page> PrepareAsync(Browser browser, Guid plan, string words)
    {
        var page = await browser.GetAsync($"/Plan/{plan}/Publish");
        var kind = words switch
        {
            "Prepare the plan" => "Plan",
            "Prepare summary of the plan" => "PlanSummary",
            _ => "PlanProgress",
        };
        return await browser.PostAsync(page, words, fields: [("kind", kind)]);
    }

    private static Guid Id(Page page) => Guid.Parse(page.Path.Split('/')[^1]);
}
