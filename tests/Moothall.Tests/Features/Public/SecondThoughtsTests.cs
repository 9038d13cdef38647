using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Gates;
using Moothall.Features.Reports;
using Moothall.Tests.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Features.Plan.Import;
using Moothall.Tests.Features.Plan.Progress;
using Moothall.Tests.Features.Reports;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Public;

/// <summary>What must not go out is held back, and what went out by mistake is gone, earlier versions with it.</summary>
public sealed class SecondThoughtsTests
{
    [Theory, BothDatabases]
    public async Task What_was_prepared_earlier_never_takes_the_place_of_what_came_later(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await ProgressPagesTests.InForceAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var first = await PublishingTests.PrepareAsync(carys, plan, "Prepare the plan");
        moot.Clock.Advance(TimeSpan.FromMinutes(5));
        await PublishingTests.PublishedAsync(moot, plan);
        using var maureen = await moot.AsAsync(People.Manager);
        var late = await maureen.PostAsync(
            await maureen.GetAsync(first.Path),
            "Publish for everybody"
        );
        Assert.Equal(
            ["The same was prepared again later. Publish that, and throw this draft away."],
            late.Errors
        );
    }

    [Theory, BothDatabases]
    public async Task Withdrawing_reaches_the_earlier_versions_unless_somebody_says_otherwise(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await ProgressPagesTests.InForceAsync(moot);
        var first = await PublishingTests.PublishedAsync(moot, plan);
        moot.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await PublishingTests.PublishedAsync(moot, plan);
        using var maureen = await moot.AsAsync(People.Manager);
        await maureen.PostAsync(
            await maureen.GetAsync($"/Publishing/{second}"),
            "Withdraw it",
            fields: [("Input.Because", "A name stood in it.")]
        );
        using var visitor = moot.Visitor();
        foreach (var id in new[] { first, second })
        {
            var gone = await visitor.GetAsync($"/Public/{id}");
            Assert.Contains("A name stood in it.", gone.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("Run two weeks", gone.Text, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task What_has_changed_since_it_was_prepared_is_not_published(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await ProgressPagesTests.InForceAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var draft = await PublishingTests.PrepareAsync(carys, plan, "Prepare the plan");
        using var maureen = await moot.AsAsync(People.Manager);
        var open = await maureen.GetAsync(draft.Path);
        await moot.WithAsync(async db =>
        {
            var action = await db.Set<PlanAction>().SingleAsync(one => one.Number == 1);
            action.Details.Text = "Nothing that a resident may read";
        });
        const string changed =
            "What it is made of has changed since it was prepared. Throw this draft away and prepare it again.";
        Assert.Equal([changed], (await maureen.PostAsync(open, "Publish for everybody")).Errors);
        var again = await maureen.GetAsync(draft.Path);
        Assert.Contains(changed, again.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Publish for everybody", again.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_plan_is_not_for_everybody_before_the_strategy_group_agreed_it(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await BringingPlans.MadeAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var early = await carys.GetAsync($"/Plan/{plan}/Publish");
        Assert.Contains("The plan is in preparation.", early.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"PlanSummary\"", early.Text, StringComparison.Ordinal);
        await moot.AddAsync(
            new PlanGate
            {
                PlanId = plan,
                Year = 2026,
                Kind = GateKind.Agreed,
                Details = new() { DoneOn = new(2026, 3, 3) },
            }
        );
        var draft = await PublishingTests.PrepareAsync(carys, plan, "Prepare the plan");
        Assert.Contains("This is a draft.", draft.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task That_a_published_page_is_older_than_its_source_is_said_where_pages_are_kept(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await ProgressPagesTests.InForceAsync(moot);
        await PublishingTests.PublishedAsync(moot, plan);
        using var maureen = await moot.AsAsync(People.Manager);
        const string changed = "Changed since";
        Assert.DoesNotContain(
            changed,
            (await maureen.GetAsync("/Publishing")).Words,
            StringComparison.Ordinal
        );
        await moot.WithAsync(async db =>
            (await db.Set<PlanAction>().SingleAsync(one => one.Number == 1)).Details.Text =
                "Run three weeks of action"
        );
        Assert.Contains(
            changed,
            (await maureen.GetAsync("/Publishing")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_kept_address_is_neither_published_nor_issued(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await ProgressPagesTests.InForceAsync(moot);
        var hubCase = CaseSample.Case(1);
        var person = CaseSample.Person(hubCase, "Mina", "Hale");
        await moot.AddAsync(
            hubCase,
            person,
            new ProtectedValue
            {
                PersonId = person.Id,
                Kind = ProtectedKind.Address,
                Sealed = moot
                    .Services.GetRequiredService<ProtectedSeal>()
                    .Seal("14 Millbrook Court"),
                Why = "A former partner",
            }
        );
        await moot.WithAsync(async db =>
        {
            var action = await db.Set<PlanAction>().SingleAsync(one => one.Number == 1);
            action.Details.Text = "Repair the door at 14 Millbrook Ct";
        });
        using var carys = await moot.AsAsync(People.Coordinator);
        var draft = await PublishingTests.PrepareAsync(carys, plan, "Prepare the plan");
        using var maureen = await moot.AsAsync(People.Manager);
        var refused = await maureen.PostAsync(
            await maureen.GetAsync(draft.Path),
            "Publish for everybody"
        );
        Assert.Contains(
            "kept from somebody",
            Assert.Single(refused.Errors),
            StringComparison.Ordinal
        );
        // The words in place of a withdrawn page are for everybody too, and nobody else looks at them first.
        await moot.WithAsync(async db =>
            (await db.Set<PlanAction>().SingleAsync(one => one.Number == 1)).Details.Text =
                "Repair the door"
        );
        var id = await PublishingTests.PublishedAsync(moot, plan);
        var kept = await maureen.PostAsync(
            await maureen.GetAsync($"/Publishing/{id}"),
            "Withdraw it",
            fields: [("Input.Because", "It named 14 Millbrook Court")]
        );
        Assert.Equal(
            ["This holds an address or a number that is kept from somebody. Take it out."],
            kept.Errors
        );
        await moot.WithAsync(async db =>
            (await db.Set<PlanAction>().SingleAsync(one => one.Number == 1)).Details.Text =
                "Repair the door at 14 Millbrook Ct"
        );
        var report = await ReportPagesTests.BegunAsync(carys, ReportKind.ScrutinyUpdate);
        var held = await carys.PostAsync(await carys.GetAsync($"{report.Path}/Issue"));
        Assert.All(
            held.Errors,
            error => Assert.Contains("kept from somebody", error, StringComparison.Ordinal)
        );
        Assert.NotEmpty(held.Errors);
    }
}
