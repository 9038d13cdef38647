using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Scrutiny.Requests;
using Moothall.Tests.Hosting;
using static Moothall.Tests.Features.Scrutiny.ScrutinySample;

namespace Moothall.Tests.Features.Scrutiny;

/// <summary>Requests of the committee for information: two gates before anything is given (R4.4, R4.5).</summary>
public sealed class RequestPagesTests
{
    [Theory, BothDatabases]
    public async Task A_request_is_given_only_when_both_questions_are_answered(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync("/Scrutiny/Requests/New");
        var wrong = await carys.PostAsync(
            form,
            fields:
            [
                ("Details.Committee", "Scrutiny Committee"),
                ("Details.Asked", "Reports by ward"),
                .. Date("Details.AskedOn", 10, 11, 2026),
                .. Date("Details.By", 9, 11, 2026),
            ]
        );
        Assert.Equal(
            ["The day to give it by is not before the day it was asked for."],
            wrong.Errors
        );
        var made = await carys.PostAsync(wrong, fields: Date("Details.By", 20, 11, 2026));
        Assert.Contains("Late", made.Words, StringComparison.Ordinal);
        Assert.Contains("as soon as reasonably possible", made.Words, StringComparison.Ordinal);
        var path = made.Path;
        foreach (var person in new[] { People.Police, People.Commissioner, People.Chair })
        {
            using var other = await moot.AsAsync(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(path)).Status);
        }

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await carys.GetAsync($"/Scrutiny/Requests/{Guid.CreateVersion7()}/Give")).Status
        );
        var give = await carys.GetAsync($"{path}/Give");
        var stale = await carys.GetAsync($"{path}/Give");
        var open = await carys.GetAsync(path.Replace("Requests/", "Requests/New/"));
        Assert.Contains(
            "Give scrutiny the information it asked for Reports by ward 1 late",
            (await carys.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        var shut = await carys.PostAsync(
            give,
            fields: [.. Date("Details.GivenOn", 23, 11, 2026), ("Details.Given", "A table")]
        );
        Assert.Equal(
            ["Say first whether it would be likely to prejudice legal proceedings or operations."],
            shut.Errors
        );
        Assert.Contains("A table", shut.Text, StringComparison.Ordinal);
        var named = await carys.PostAsync(
            shut,
            fields: [("Details.Prejudice", "None"), ("Details.Naming", "Identifies")]
        );
        Assert.Equal(["Say why it must identify somebody, or depersonalise it."], named.Errors);
        var given = await carys.PostAsync(
            named,
            fields:
            [
                ("Details.Naming", "Depersonalised"),
                ("Details.Left", "Costs, which are counted at the year’s end"),
                .. Date("Details.RestOn", 4, 12, 2026),
            ]
        );
        Assert.Empty(given.Errors);
        Assert.Contains("Given in part", given.Words, StringComparison.Ordinal);
        Assert.Contains(
            "When the rest follows 4 December 2026",
            given.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Change the request", given.Words, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await carys.GetAsync(path.Replace("Requests/", "Requests/New/"))).Status
        );
        var rewritten = await carys.PostAsync(open, fields: [("Details.Asked", "Something else")]);
        Assert.DoesNotContain("is saved", rewritten.Words, StringComparison.Ordinal);
        // Told that somebody else saved, one sends it again.
        Assert.Contains(
            "The information was given. What was asked for stays as it was.",
            (await carys.PostAsync(rewritten)).Errors
        );
        Assert.Contains(
            "Give scrutiny the information it asked for Reports by ward By 4 December 2026",
            (await carys.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        var late = await carys.PostAsync(stale, fields: [("Details.Left", "Everything")]);
        Assert.DoesNotContain("It is saved.", late.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_would_harm_operations_is_not_given(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var made = await carys.PostAsync(
            await carys.GetAsync("/Scrutiny/Requests/New"),
            fields:
            [
                ("Details.Committee", "Scrutiny Committee"),
                ("Details.Asked", "Dates of test purchases"),
                .. Date("Details.AskedOn", 10, 11, 2026),
                .. Date("Details.By", 30, 11, 2026),
            ]
        );
        Assert.Contains("To be given", made.Words, StringComparison.Ordinal);
        var give = await carys.GetAsync($"{made.Path}/Give");
        var shut = await carys.PostAsync(
            give,
            fields:
            [
                ("Details.Prejudice", "Likely"),
                .. Date("Details.GivenOn", 23, 11, 2026),
                ("Details.Given", "The dates"),
            ]
        );
        Assert.Contains(
            "It is not given: it would be likely to prejudice legal proceedings or operations (regulation 5(3)).",
            shut.Errors
        );
        Assert.Contains("Say which proceedings or operations, and who said so.", shut.Errors);
        var kept = await carys.PostAsync(
            give,
            fields:
            [
                ("Details.Prejudice", "Likely"),
                ("Details.WhichPrejudice", "Operations of trading standards, so its manager."),
            ]
        );
        Assert.Contains("Not given", kept.Words, StringComparison.Ordinal);
        const string untold = "Nobody has recorded that the committee was told.";
        Assert.Contains(untold, kept.Words, StringComparison.Ordinal);
        var told = await carys.PostAsync(
            await carys.GetAsync($"{made.Path}/Give"),
            fields: Date("Details.ToldOn", 20, 11, 2026)
        );
        Assert.DoesNotContain(untold, told.Words, StringComparison.Ordinal);
        using var sheila = await moot.AsAsync(People.Scrutiny);
        Assert.Contains(
            "The committee was told on 20 November 2026",
            (await sheila.GetAsync(made.Path)).Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Dates of test purchases",
            (await carys.GetAsync("/Scrutiny/Requests")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task The_committee_sees_what_it_asked_and_was_given_and_not_what_was_weighed(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var request = new InformationRequest
        {
            Details = new()
            {
                Committee = "Scrutiny Committee",
                Asked = "Dates of test purchases",
                AskedOn = new(2026, 11, 10),
                By = new(2026, 11, 30),
            },
            Release = new()
            {
                Naming = Naming.Identifies,
                WhyNaming = "The shop is the question",
                Given = "Being written still",
            },
        };
        await moot.AddAsync(request);
        using var sheila = await moot.AsAsync(People.Scrutiny);
        var register = await sheila.GetAsync("/Scrutiny");
        Assert.Contains("Requests for information", register.Words, StringComparison.Ordinal);
        Assert.Equal(
            "Reports",
            register
                .Document.QuerySelector("nav[aria-label='Menu'] [aria-current]")
                ?.TextContent.Trim()
        );
        var list = await sheila.GetAsync("/Scrutiny/Requests");
        Assert.Contains("Dates of test purchases", list.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Record a request", list.Words, StringComparison.Ordinal);
        var path = $"/Scrutiny/Requests/{request.Id}";
        async Task<string> ReadAsync() => (await sheila.GetAsync(path)).Text;
        var open = await ReadAsync();
        Assert.Contains("30 November 2026", open, StringComparison.Ordinal);
        foreach (var inside in new[] { "The shop is the question", "Being written", "/Give" })
        {
            Assert.DoesNotContain(inside, open, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await sheila.GetAsync($"{path}/Give")).Status);
        Task SayAsync(Action<ReleaseDetails> say) =>
            moot.WithAsync(async db =>
                say((await db.Set<InformationRequest>().SingleAsync()).Release)
            );
        await SayAsync(release =>
            (release.Prejudice, release.WhichPrejudice) = (Prejudice.Likely, "Operation Lantern")
        );
        var refused = await ReadAsync();
        Assert.Contains("regulation 5(3)", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("Operation Lantern", refused, StringComparison.Ordinal);
        await SayAsync(release =>
            (release.Prejudice, release.GivenOn, release.Given) = (
                Prejudice.None,
                new(2026, 11, 20),
                "A table by month"
            )
        );
        var given = await ReadAsync();
        Assert.Contains("A table by month", given, StringComparison.Ordinal);
        Assert.DoesNotContain("Operation Lantern", given, StringComparison.Ordinal);
        Assert.DoesNotContain("The shop is the question", given, StringComparison.Ordinal);
    }
}
