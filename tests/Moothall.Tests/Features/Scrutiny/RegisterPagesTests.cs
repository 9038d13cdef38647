using Microsoft.EntityFrameworkCore;
using Moothall.Features.Scrutiny.Replies;
using Moothall.Tests.Hosting;
using static Moothall.Tests.Features.Scrutiny.ScrutinySample;

namespace Moothall.Tests.Features.Scrutiny;

/// <summary>The register: its order, its filters and its file; and that what was replied is not lost.</summary>
public sealed class RegisterPagesTests
{
    [Theory, BothDatabases]
    public async Task The_register_narrows_and_can_be_taken_away(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await AddAsync(moot, "Fresh one", new(2026, 11, 20), World.Council);
        await AddAsync(moot, "Late one", new(2026, 10, 1), World.Police);
        var answered = await AddAsync(moot, "=Answered one", new(2026, 11, 21), World.Police);
        await moot.WithAsync(async db =>
        {
            var reply = await db.Set<ScrutinyReply>()
                .SingleAsync(one => one.RecommendationId == answered.Id);
            reply.Details.RepliedOn = new(2026, 11, 22);
            reply.Details.Words = "Yes, we do.";
        });
        using var petra = await moot.AsAsync(People.Police);
        var all = (await petra.GetAsync("/Scrutiny")).Words;
        int At(string words) => all.IndexOf(words, StringComparison.Ordinal);
        Assert.True(At("Late one") < At("Fresh one") && At("Fresh one") < At("=Answered one"));
        var overdue = (await petra.GetAsync("/Scrutiny?Filter.Show=Overdue")).Words;
        Assert.Contains("Late one", overdue, StringComparison.Ordinal);
        Assert.DoesNotContain("Fresh one", overdue, StringComparison.Ordinal);
        var mine = await petra.GetAsync("/Scrutiny?Filter.Mine=true");
        Assert.Contains("Answered one", mine.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Fresh one", mine.Words, StringComparison.Ordinal);
        var link = mine.Document.QuerySelector("a[href*='handler=Csv']")!.GetAttribute("href")!;
        var file = (await petra.GetAsync(link)).Text;
        Assert.Contains("\"Yes, we do.\"", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Fresh one", file, StringComparison.Ordinal);
        Assert.DoesNotContain("\"=Answered", file, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Who_replied_stays_among_those_that_reply(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var one = await AddAsync(
            moot,
            "Mend the lamps",
            new(2026, 11, 2),
            World.Council,
            World.Police
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        await carys.PostAsync(
            await carys.GetAsync($"/Scrutiny/Replies/{one.Replies[1].Id}"),
            fields: [("Details.Answer", "Accept"), ("Details.Words", "Gladly.")]
        );
        var edit = await carys.GetAsync($"/Scrutiny/Recommendations/{one.Id}/Edit");
        var gone = await carys.PostAsync(
            edit,
            fields: [("Input.Recipients", World.Council.ToString())]
        );
        Assert.Equal(
            ["Testshire Police replied already and stays among those that reply."],
            gone.Errors
        );
        var other = await carys.PostAsync(
            edit,
            fields:
            [
                ("Details.Kind", "OnePartner"),
                ("Details.GoverningBody", "Its board"),
                ("Input.PartnerId", World.Police.ToString()),
            ]
        );
        Assert.Single(other.Errors);
    }
}
