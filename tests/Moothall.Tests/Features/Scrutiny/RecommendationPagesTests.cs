using System.Net;
using Moothall.Features.Scrutiny;
using Moothall.Features.Scrutiny.Recommendations;
using Moothall.Tests.Hosting;
using static Moothall.Tests.Features.Scrutiny.ScrutinySample;

namespace Moothall.Tests.Features.Scrutiny;

/// <summary>Recommendations: addressed to agencies, replied to by each, tracked until they are done.</summary>
public sealed class RecommendationPagesTests
{
    [Theory, BothDatabases]
    public async Task An_agency_replies_for_itself_and_for_no_other(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var one = await AddAsync(
            moot,
            "Mend the lamps",
            new(2026, 11, 2),
            World.Council,
            World.Police
        );
        var (council, police) = (one.Replies[0].Id, one.Replies[1].Id);
        using var petra = await moot.AsAsync(People.Police);
        var refused = await petra.GetAsync($"/Scrutiny/Replies/{council}");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("This reply is another agency’s.", refused.Words, StringComparison.Ordinal);
        // Not the owner, so it may not say how it gets on.
        var note = await petra.GetAsync($"/Scrutiny/Recommendations/{one.Id}/Note");
        Assert.Equal(HttpStatusCode.Forbidden, note.Status);
        foreach (var page in new[] { "Edit", "Close" })
        {
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await petra.GetAsync($"/Scrutiny/Recommendations/{one.Id}/{page}")).Status
            );
        }

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await petra.GetAsync($"/Scrutiny/Replies/{Guid.CreateVersion7()}")).Status
        );
        foreach (var reader in new[] { People.Scrutiny, People.Analyst })
        {
            using var browser = await moot.AsAsync(reader);
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await browser.GetAsync($"/Scrutiny/Replies/{police}")).Status
            );
        }

        var seen = await petra.GetAsync($"/Scrutiny/Recommendations/{one.Id}");
        Assert.Contains($"/Scrutiny/Replies/{police}", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/Scrutiny/Replies/{council}", seen.Text, StringComparison.Ordinal);
        using var carys = await moot.AsAsync(People.Coordinator);
        foreach (var reply in new[] { council, police })
        {
            Assert.Equal(
                HttpStatusCode.OK,
                (await carys.GetAsync($"/Scrutiny/Replies/{reply}")).Status
            );
        }
    }

    [Theory, BothDatabases]
    [Rule("S3-18")]
    public async Task A_recommendation_goes_to_responsible_authorities_and_each_replies(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var review = await ReviewAsync(moot, new(2026, 11, 2));
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync($"/Scrutiny/Recommendations/New?review={review}");
        var wrong = await carys.PostAsync(
            form,
            fields: [.. Date("Details.DatedOn", 2, 11, 2027), ("Details.Action", "A rota")]
        );
        Assert.Contains("Enter the recommendation", wrong.Errors);
        Assert.Contains("A report that has been made is not dated after today.", wrong.Errors);
        Assert.Contains("A rota", wrong.Text, StringComparison.Ordinal);
        var made = await carys.PostAsync(
            wrong,
            fields:
            [
                ("Details.Text", "Walk the canal path together."),
                ("Details.Number", "1"),
                .. Date("Details.DatedOn", 2, 11, 2026),
            ]
        );
        Assert.Empty(made.Errors);
        foreach (
            var words in new[]
            {
                "Testbourne Council: reply due by 30 November 2026",
                "Testshire Police: reply due by 30 November 2026",
                "No agency answers for it yet.",
                "reg 7",
            }
        )
        {
            Assert.Contains(words, made.Words, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Harbour", made.Words, StringComparison.Ordinal);
        using var petra = await moot.AsAsync(People.Police);
        var week = await petra.GetAsync("/");
        Assert.Contains(
            "Reply to a recommendation of scrutiny Due in writing by 30 November 2026.",
            week.Words,
            StringComparison.Ordinal
        );
        moot.Clock.Set(new(2026, 12, 1, 0, 30, 0));
        // Her session has ended meanwhile.
        using var later = await moot.AsAsync(People.Police);
        Assert.Contains(
            "Owed as soon as reasonably possible. 1 late",
            (await later.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        var reply = week
            .Document.QuerySelector("a[href^='/Scrutiny/Replies/']")!
            .GetAttribute("href")!;
        var page = await later.GetAsync(reply);
        Assert.Contains(
            "owed as soon as reasonably possible",
            page.Words,
            StringComparison.Ordinal
        );
        var empty = await later.PostAsync(page, fields: [("Details.Proposed", "Friday patrols")]);
        Assert.Equal(["Choose the answer", "Enter the reply"], empty.Errors);
        Assert.Contains("Friday patrols", empty.Text, StringComparison.Ordinal);
        var early = await later.GetAsync(reply);
        var kept = await later.PostAsync(
            empty,
            fields: [("Details.Answer", "AcceptInPart"), ("Details.Words", "We shall on Fridays.")]
        );
        Assert.Contains(
            "Accept in part 1 December 2026, late",
            kept.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("Proposes: Friday patrols", kept.Words, StringComparison.Ordinal);
        var late = await later.PostAsync(
            early,
            fields: [("Details.Answer", "Accept"), ("Details.Words", "Another answer")]
        );
        Assert.DoesNotContain("The reply is kept.", late.Words, StringComparison.Ordinal);
        Assert.Contains("Another answer", late.Text, StringComparison.Ordinal);
        Assert.Single((await later.PostAsync(late)).Errors);
        Assert.Equal(HttpStatusCode.Forbidden, (await later.GetAsync(reply)).Status);
        Assert.DoesNotContain(
            "recommendation of scrutiny",
            (await later.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    [Rule("S3-9")]
    public async Task A_matter_of_one_partner_goes_to_its_own_governing_body(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync("/Scrutiny/Recommendations/New");
        var wrong = await carys.PostAsync(
            form,
            fields: [("Details.Text", "Answer faster"), ("Details.Kind", "OnePartner")]
        );
        string[] expected =
        [
            "Enter the committee and the title of its report.",
            "Choose the partner it is about.",
            "Enter the governing body that the matter goes to.",
        ];
        Assert.All(expected, message => Assert.Contains(message, wrong.Errors));
        var made = await carys.PostAsync(
            wrong,
            fields:
            [
                ("Details.Report", "Scrutiny Committee: telephone lines"),
                .. Date("Details.DatedOn", 2, 11, 2026),
                ("Input.PartnerId", World.Police.ToString()),
                ("Details.GoverningBody", "Testshire Police Board"),
                .. Date("Details.ReferredOn", 5, 11, 2026),
            ]
        );
        Assert.Empty(made.Errors);
        Assert.Contains(
            "Governing body Testshire Police Board",
            made.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("Referred to it on 5 November 2026", made.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Replies", made.Words, StringComparison.Ordinal);
        using var petra = await moot.AsAsync(People.Police);
        Assert.DoesNotContain(
            "recommendation of scrutiny",
            (await petra.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Referred to Testshire Police Board",
            (await petra.GetAsync("/Scrutiny")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    [Rule("S3-18")]
    public async Task It_is_tracked_by_its_owner_and_closed_with_a_sentence(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var one = await AddAsync(moot, "Mend the lamps", new(2026, 11, 2), World.Council);
        var path = $"/Scrutiny/Recommendations/{one.Id}";
        using var carys = await moot.AsAsync(People.Coordinator);
        var edit = await carys.GetAsync($"{path}/Edit");
        var stale = await carys.GetAsync($"{path}/Close");
        // Widened to a charity, which co-operates.
        var saved = await carys.PostAsync(
            edit,
            fields:
            [
                ("Input.OwnerId", World.Police.ToString()),
                ("Input.Recipients", World.Council.ToString()),
                ("Input.Recipients", World.Charity.ToString()),
                .. Date("Details.Target", 20, 11, 2026),
            ]
        );
        Assert.Contains("Harbour: reply due by", saved.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Its target date, 20 November 2026, is past.",
            saved.Words,
            StringComparison.Ordinal
        );
        var late = await carys.PostAsync(
            stale,
            fields: [("Input.Status", "Done"), ("Input.Because", "Mended")]
        );
        Assert.DoesNotContain("is closed", late.Words, StringComparison.Ordinal);

        using var petra = await moot.AsAsync(People.Police);
        var note = await petra.GetAsync($"{path}/Note");
        Assert.Equal(["Say how it gets on"], (await petra.PostAsync(note)).Errors);
        await petra.PostAsync(note, fields: [("Input.Text", "Half are mended.")]);
        moot.Clock.Advance(TimeSpan.FromMinutes(10));
        var second = await petra.PostAsync(
            await petra.GetAsync($"{path}/Note"),
            fields: [("Input.Text", "All are mended.")]
        );
        Assert.True(
            second.Words.IndexOf("All are mended.", StringComparison.Ordinal)
                < second.Words.IndexOf("Half are mended.", StringComparison.Ordinal)
        );

        var close = await carys.GetAsync($"{path}/Close");
        Assert.Contains("2 replies are still owed", close.Words, StringComparison.Ordinal);
        var wrong = await carys.PostAsync(close, fields: Date("Input.On", 1, 1, 2026));
        Assert.Contains("Choose how it ends", wrong.Errors);
        Assert.Contains(
            "The day is between 2 November 2026, when it was made, and today.",
            wrong.Errors
        );
        var done = await carys.PostAsync(
            wrong,
            fields:
            [
                ("Input.Status", "Done"),
                ("Input.Because", "Every lamp burns."),
                .. Date("Input.On", 23, 11, 2026),
            ]
        );
        Assert.Contains(
            "Closed on 23 November 2026 Why Every lamp burns.",
            done.Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "No recommendation is open.",
            (await carys.GetAsync("/Scrutiny")).Words,
            StringComparison.Ordinal
        );
        await moot.WithAsync(async db =>
        {
            var read = Assert.Single(
                await ScrutinyReads.RecommendationsAsync(
                    db,
                    new(2026, 11, 1),
                    new(2026, 11, 30),
                    TestContext.Current.CancellationToken
                )
            );
            Assert.Equal((RecommendationStatus.Done, 2), (read.Status, read.Replies.Count));
        });
        var open = await carys.PostAsync(await carys.GetAsync($"{path}/Close"));
        Assert.Contains("is open again", open.Words, StringComparison.Ordinal);
    }
}
