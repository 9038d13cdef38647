using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Actions;
using Moothall.Features.Plan.Versions;
using Moothall.Tests.Features.Plan.Progress;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Versions;

/// <summary>A plan's versions are kept whole, never change, and are compared.</summary>
public sealed class VersionPagesTests
{
    [Theory, BothDatabases, Rule("C16")]
    public async Task The_yearly_revision_is_kept_as_a_version_and_compared_with_the_one_before(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await ProgressPagesTests.InForceAsync(moot);
        var path = $"/Plan/{plan}/Versions";
        using var petra = await moot.AsAsync(People.Police);
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "Not revised yet for 2027/28. The law asks for it by 31 March 2027.",
            (await petra.GetAsync($"/Plan/{plan}")).Words,
            StringComparison.Ordinal
        );
        var form = await carys.GetAsync(path);
        // A member sees no form to keep one, and a forged one is refused.
        Assert.DoesNotContain(
            "Keep this version",
            (await petra.GetAsync(path)).Words,
            StringComparison.Ordinal
        );
        var home = await petra.GetAsync("/Search");
        var forged = home.Form(null);
        forged.SetAttribute("action", path);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await petra.PostAsync(home, forged, fields: [("Details.Title", "Mine")])).Status
        );
        var wrong = await carys.PostAsync(
            form,
            "Keep this version",
            fields: [("Details.RevisedFor", "27")]
        );
        Assert.Equal(
            [
                "Enter what this version is",
                "The plan has years that begin in 2026 to 2028. Enter one of these.",
            ],
            wrong.Errors
        );
        await carys.PostAsync(
            await carys.GetAsync($"/Plan/{plan}/Strategies/Edit"),
            fields: [("Input.Title", "Drug strategy"), ("Input.UntilYear", "2027")]
        );
        await carys.PostAsync(
            form,
            "Keep this version",
            fields: [("Details.Title", "As agreed in 2026")]
        );

        var id = await moot.WithAsync(db =>
            db.Set<PlanAction>().Where(one => one.Number == 1).Select(one => one.Id).SingleAsync()
        );
        await carys.PostAsync(
            await carys.GetAsync($"/Plan/Actions/{id}/Edit"),
            fields: [("Details.Text", "Run three weeks of action")]
        );
        await carys.PostAsync(
            await carys.GetAsync(path),
            "Keep this version",
            fields: [("Details.Title", "Revised"), ("Details.RevisedFor", "2027")]
        );
        Assert.Contains(
            "Revised for 2027/28 on 23 November 2026.",
            (await petra.GetAsync($"/Plan/{plan}")).Words,
            StringComparison.Ordinal
        );

        Assert.Contains(
            "Drug strategy, until 2027",
            (await petra.GetAsync($"{path}/1")).Words,
            StringComparison.Ordinal
        );
        var compared = await petra.GetAsync($"{path}/Compare?earlier=1&later=2");
        Assert.Contains(
            "<del><span class=\"govuk-visually-hidden\">[taken out:] </span>two<",
            compared.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("[new:] </span>three<", compared.Text, StringComparison.Ordinal);
        // A line of the page is a line of the text.
        Assert.Contains("Run <del>", compared.Text, StringComparison.Ordinal);
        Assert.Contains("</ins> weeks of action", compared.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Nothing changed.",
            (await petra.GetAsync($"{path}/Compare?earlier=2&later=")).Words,
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await petra.GetAsync($"{path}/Compare?earlier=1&later=9")).Status
        );

        // The first version is as it was.
        var first = await petra.GetAsync($"{path}/1");
        Assert.Contains("Run two weeks of action", first.Words, StringComparison.Ordinal);
        Assert.Equal(2, await moot.WithAsync(db => db.Set<PlanVersion>().CountAsync()));
    }

    [Theory]
    [InlineData("2027-03-31", "2029-03-31", "by 31 March 2027")]
    [InlineData("2027-04-01", "2029-03-31", "by 31 March 2028")]
    [InlineData("2028-04-01", "2029-03-31", "")]
    public void A_revision_is_asked_for_while_another_year_of_the_plan_is_ahead(
        string today,
        string until,
        string words
    )
    {
        DateOnly Day(string text) =>
            DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var plan = new Moothall.Features.Plan.PartnershipPlan
        {
            Details = new()
            {
                Title = "The plan",
                From = new(2026, 4, 1),
                Until = Day(until),
                Status = Moothall.Features.Plan.PlanStatus.InForce,
            },
        };
        var said = YearlyRevision.Words(plan, [], Day(today));
        Assert.True(
            words.Length == 0 ? said.Length == 0 : said.Contains(words, StringComparison.Ordinal),
            said
        );
    }
}
