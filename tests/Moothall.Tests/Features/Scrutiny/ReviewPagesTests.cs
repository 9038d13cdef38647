using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Scrutiny;
using Moothall.Features.Scrutiny.Reviews;
using Moothall.Tests.Features.Plan.Import;
using Moothall.Tests.Hosting;
using static Moothall.Tests.Features.Scrutiny.ScrutinySample;

namespace Moothall.Tests.Features.Scrutiny;

/// <summary>Sittings of the committee: recorded by the team, read by partners and the committee.</summary>
public sealed class ReviewPagesTests
{
    [Theory, BothDatabases]
    public async Task The_team_records_partners_and_the_committee_read_and_nobody_else(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var id = await ReviewAsync(moot, new(2026, 3, 12));
        string[] open = ["/Scrutiny", "/Scrutiny/Reviews", $"/Scrutiny/Reviews/{id}"];
        string[] teams =
        [
            "/Scrutiny/Reviews/New",
            $"/Scrutiny/Reviews/{id}/Edit",
            "/Scrutiny/Recommendations/New",
            "/Scrutiny/Requests/New",
        ];
        foreach (var person in new[] { People.Guest, People.Administrator, People.DataProtection })
        {
            using var outside = await moot.AsAsync(person);
            foreach (var path in open.Concat(teams))
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await outside.GetAsync(path)).Status);
            }
        }

        foreach (var person in new[] { People.Scrutiny, People.Analyst, People.Police })
        {
            using var reader = await moot.AsAsync(person);
            foreach (var path in open)
            {
                Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(path)).Status);
            }

            foreach (var path in teams)
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(path)).Status);
            }

            Assert.Equal(
                HttpStatusCode.NotFound,
                (await reader.GetAsync($"/Scrutiny/Reviews/{Guid.CreateVersion7()}")).Status
            );
        }

        using var samuel = await moot.AsAsync(People.Scrutiny);
        Assert.Contains("Scrutiny", (await samuel.GetAsync("/")).Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var wrong = await carys.PostAsync(
            await carys.GetAsync("/Scrutiny/Reviews/New"),
            fields:
            [
                .. Date("Details.MeetsOn", 12, 3, 2027),
                ("Details.Status", "Held"),
                ("Details.Subject", "Bus station"),
                ("Input.Presenters[0].Post", "Chief Inspector"),
                ("Input.Presenters[1].OrganisationId", World.Council.ToString()),
            ]
        );
        string[] expected =
        [
            "Enter the name of the committee",
            "A meeting that was held is not after today.",
            "Say whether it is the annual review",
            "Choose the agency that this post presented for.",
            "Enter the post that presented.",
        ];
        Assert.All(expected, message => Assert.Contains(message, wrong.Errors));
        Assert.Contains("Bus station", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Chief Inspector", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<ScrutinyReview>().CountAsync()));
    }

    [Theory, BothDatabases]
    [Rule("S3-17"), Rule("S3-16"), Rule("S3-14"), Rule("S3-8")]
    public async Task An_annual_review_has_its_committee_date_and_posts_and_says_who_is_missing(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var register = await carys.GetAsync("/Scrutiny");
        Assert.Contains(
            "No review has been recorded as held yet.",
            register.Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "No annual review is planned for 2026/27. March suits it best",
            register.Words,
            StringComparison.Ordinal
        );
        var form = await carys.GetAsync("/Scrutiny/Reviews/New?annual=true");
        Assert.Contains("March suits it best", form.Words, StringComparison.Ordinal);
        var made = await carys.PostAsync(
            form,
            fields:
            [
                ("Details.Committee", "Scrutiny Committee"),
                .. Date("Details.MeetsOn", 15, 10, 2026),
                ("Details.Status", "Held"),
                ("Input.Presenters[0].OrganisationId", World.Council.ToString()),
                ("Input.Presenters[0].Post", "Community Safety Manager"),
                ("Input.Presenters[1].OrganisationId", World.Police.ToString()),
                ("Input.Presenters[1].Post", "Chief Inspector"),
            ]
        );
        Assert.Empty(made.Errors);
        foreach (
            var words in new[]
            {
                "Annual review, 15 October 2026 Scrutiny Committee",
                "Chief Inspector, Testshire Police",
                "Not there: the fire and rescue service.",
                "The annual review suits March best",
            }
        )
        {
            Assert.Contains(words, made.Words, StringComparison.Ordinal);
        }

        register = await carys.GetAsync("/Scrutiny");
        Assert.Contains(
            "The last review was on 15 October 2026. The next one is due by 15 October 2027.",
            register.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("No annual review", register.Words, StringComparison.Ordinal);
        // The committee's name is offered again.
        Assert.Contains(
            "value=\"Scrutiny Committee\"",
            (await carys.GetAsync("/Scrutiny/Reviews/New")).Text,
            StringComparison.Ordinal
        );
        moot.Clock.Set(new(2027, 10, 16, 9, 0, 0));
        using var later = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "The next one was due by 15 October 2027.",
            (await later.GetAsync("/Scrutiny")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task The_second_of_two_who_change_it_at_once_is_told(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var id = await ReviewAsync(moot, new(2026, 3, 12), isAnnual: true);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var maureen = await moot.AsAsync(People.Manager);
        var early = await carys.GetAsync($"/Scrutiny/Reviews/{id}/Edit");
        // Only a row that hangs on it: that counts as a change too.
        var saved = await maureen.PostAsync(
            await maureen.GetAsync($"/Scrutiny/Reviews/{id}/Edit"),
            fields:
            [
                ("Input.Presenters[0].OrganisationId", World.Police.ToString()),
                ("Input.Presenters[0].Post", "Superintendent"),
            ]
        );
        Assert.Contains("The review is saved.", saved.Words, StringComparison.Ordinal);
        var late = await carys.PostAsync(early, fields: [("Details.Said", "It was heard")]);
        Assert.DoesNotContain("is saved", late.Words, StringComparison.Ordinal);
        Assert.Contains("It was heard", late.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Superintendent, Testshire Police",
            (await carys.GetAsync($"/Scrutiny/Reviews/{id}")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    [Rule("S3-8")]
    public async Task A_held_review_is_evidence_of_the_plans_step_and_is_read_by_others(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await BringingPlans.MadeAsync(moot);
        var id = await ReviewAsync(moot, new(2026, 10, 15));
        using var petra = await moot.AsAsync(People.Police);
        var step = await petra.GetAsync($"/Plan/{plan}/Gates?year=2026");
        Assert.Contains($"/Scrutiny/Reviews/{id}", step.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Scrutinised by the crime and disorder committee Done 15 October 2026",
            step.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            $"/Scrutiny/Reviews/{id}",
            (await petra.GetAsync($"/Plan/{plan}/Gates?year=2027")).Text,
            StringComparison.Ordinal
        );
        await moot.WithAsync(async db =>
        {
            var read = Assert.Single(
                await ScrutinyReads.ReviewsAsync(
                    db,
                    new(2026, 4, 1),
                    new(2027, 3, 31),
                    TestContext.Current.CancellationToken
                )
            );
            Assert.Equal("Overview and Scrutiny Committee", read.Committee);
        });
    }

    [Theory, BothDatabases]
    public async Task A_review_that_is_not_the_annual_one_is_recorded_and_changed(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync("/Scrutiny/Reviews/New");
        Assert.Contains(
            "Say whether it is the annual review",
            (await carys.PostAsync(form)).Errors
        );
        var made = await carys.PostAsync(
            form,
            fields:
            [
                ("Details.Committee", "Scrutiny Committee"),
                .. Date("Details.MeetsOn", 2, 11, 2026),
                ("Details.Status", "Held"),
                ("Details.IsAnnual", "false"),
                ("Details.Subject", "Lighting"),
            ]
        );
        Assert.Empty(made.Errors);
        var changed = await carys.PostAsync(
            await carys.GetAsync($"{made.Path}/Edit"),
            fields: [("Details.Said", "More lamps")]
        );
        Assert.Empty(changed.Errors);
        Assert.Contains("More lamps", changed.Words, StringComparison.Ordinal);
    }
}
