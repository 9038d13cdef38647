using Microsoft.EntityFrameworkCore;
using Moothall.Features.Scrutiny.Recommendations;
using Moothall.Features.Scrutiny.Replies;
using Moothall.Tests.Hosting;
using static Moothall.Tests.Features.Scrutiny.ScrutinySample;

namespace Moothall.Tests.Features.Scrutiny;

/// <summary>What was given to the committee or closed stays as it was, and councillors read no officer's name in it.</summary>
public sealed class WhatStaysTests
{
    [Theory, BothDatabases]
    public async Task The_date_stays_once_a_reply_was_given_by_it(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var one = await RepliedAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var edit = await carys.GetAsync($"/Scrutiny/Recommendations/{one}/Edit");
        var moved = await carys.PostAsync(edit, fields: Date("Details.DatedOn", 1, 11, 2026));
        Assert.Equal(
            ["Replies were given to it and were due by its date. It stays 2 November 2026."],
            moved.Errors
        );
        Assert.Empty(
            (await carys.PostAsync(moved, fields: Date("Details.DatedOn", 2, 11, 2026))).Errors
        );
    }

    [Theory, BothDatabases]
    public async Task What_is_closed_is_not_added_to(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var one = await RepliedAsync(moot);
        var path = $"/Scrutiny/Recommendations/{one}";
        using var carys = await moot.AsAsync(People.Coordinator);
        var note = await carys.GetAsync($"{path}/Note");
        await moot.WithAsync(async db =>
            (await db.Set<ScrutinyRecommendation>().SingleAsync()).Close(
                RecommendationStatus.Done,
                new(2026, 11, 20),
                "Done"
            )
        );
        Assert.DoesNotContain(
            "Say how it gets on",
            (await carys.GetAsync(path)).Words,
            StringComparison.Ordinal
        );
        var added = await carys.PostAsync(note, fields: [("Input.Text", "One more thing")]);
        Assert.StartsWith("It was closed.", Assert.Single(added.Errors), StringComparison.Ordinal);
        Assert.Contains("One more thing", added.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Councillors_read_what_was_done_and_not_which_officer_wrote_it(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var one = await RepliedAsync(moot);
        var path = $"/Scrutiny/Recommendations/{one}";
        using var petra = await moot.AsAsync(People.Police);
        var worker = await petra.GetAsync(path);
        using var councillor = await moot.AsAsync(People.Scrutiny);
        var read = await councillor.GetAsync(path);
        foreach (var words in new[] { "Half are mended.", "We shall." })
        {
            Assert.Contains(words, worker.Words, StringComparison.Ordinal);
            Assert.Contains(words, read.Words, StringComparison.Ordinal);
        }

        foreach (var name in new[] { "Nia Writer", "Rhys Replier" })
        {
            Assert.Contains(name, worker.Words, StringComparison.Ordinal);
            Assert.DoesNotContain(name, read.Text, StringComparison.Ordinal);
        }
    }

    private static async Task<Guid> RepliedAsync(Moot moot)
    {
        var one = await AddAsync(moot, "Mend the lamps", new(2026, 11, 2), World.Council);
        await moot.WithAsync(async db =>
        {
            var reply = await db.Set<ScrutinyReply>().SingleAsync();
            reply.ByName = "Rhys Replier";
            reply.Details = new()
            {
                Answer = ReplyAnswer.Accept,
                Words = "We shall.",
                RepliedOn = new(2026, 11, 9),
            };
        });
        await moot.AddAsync(
            new RecommendationNote
            {
                RecommendationId = one.Id,
                At = new(2026, 11, 10, 9, 0, 0, DateTimeKind.Utc),
                ById = Guid.CreateVersion7(),
                ByName = "Nia Writer",
                Text = "Half are mended.",
            }
        );
        return one.Id;
    }
}
