using System.Text;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Import.Reading;
using Moothall.Features.Plan.Progress;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>The ratings that a document gives its actions are the ratings of the plan, in whatever words.</summary>
public sealed class ReadRatingTests
{
    [Theory]
    [InlineData("RAG", "Red", "Off track")]
    [InlineData("RAG", "A", "Some slippage")]
    [InlineData("BRAG rating", "b", "Complete")]
    [InlineData("Progress rating", "Off track", "Off track")]
    [InlineData("Rating", "Slippage", "Some slippage")]
    [InlineData("RAG status", "Green – on track", "On track")]
    [InlineData("RAG", "GREEN", "On track")]
    [InlineData("RAG", "Completed.", "Complete")]
    [InlineData("RAG", "Not started", "Not started or on hold")]
    [InlineData("RAG", "Amber - waiting for the council", "Some slippage")]
    public void A_rating_that_is_known_is_kept(string column, string words, string rating)
    {
        var plan = Read(column, words);
        Assert.DoesNotContain(plan.Questions, one => one.About == "rating");
        Assert.Contains($"Progress rating of action 1: {rating}", Marks(plan));
    }

    [Theory]
    [InlineData("Purple")]
    [InlineData("Amber/Green")]
    [InlineData("3")]
    [InlineData("Green or not on track")]
    public void A_rating_that_is_not_known_is_asked_about_and_stays_words(string words)
    {
        var plan = Read("RAG", words);
        Assert.Single(plan.Open, one => one.About == "rating");
        Assert.Contains(
            "Progress rating of action 1: no rating; the words stay in its progress",
            Marks(plan)
        );
        Assert.Contains(
            "Progress rating of action 1: Off track",
            Marks(Read("RAG", words, ($"rating:{words}", "Red")))
        );
    }

    [Fact]
    public void A_cell_that_says_nothing_is_no_rating_and_no_question()
    {
        var plan = Read("RAG", "N/A");
        Assert.DoesNotContain(plan.Questions, one => one.About == "rating");
        Assert.Contains("Progress rating of action 1: none", Marks(plan));
    }

    [Fact]
    public void A_status_that_is_nothing_but_a_rating_is_one_and_prose_is_none()
    {
        Assert.Contains("Progress of action 1: Off track", Marks(Read("Status", "Off track")));
        Assert.Contains("Progress of action 1", Marks(Read("Status", "Two were held")));
        // A letter alone says a rating only where the column is one of ratings.
        Assert.Contains("Progress of action 1", Marks(Read("Status", "A")));
    }

    [Theory, BothDatabases]
    public async Task The_board_shows_what_the_document_rated(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var look = await BringingPlans.UploadAsync(
            carys,
            "plan.txt",
            Encoding.UTF8.GetBytes(
                "Testbourne Community Safety Plan 2026-29\n\nAction\tPriority\tTarget date\tRAG\tUpdate\n"
                    + "Visit farms\tFraud\tMarch 2028\tRed\tNobody has begun\nTrain staff\tFraud\tMarch 2028\tBlue\t\n"
                    + "Keep a helpline\tFraud\tMarch 2028\tPurple\t\n"
            )
        );
        Assert.Contains("Which rating is “Purple”?", look.Words, StringComparison.Ordinal);
        var made = await carys.PostAsync(await carys.PostAsync(look), "Make this the plan");
        await carys.PostAsync(
            await carys.GetAsync($"{made.Path}/Edit"),
            fields: [("Details.Status", "InForce")]
        );
        await moot.WithAsync(async db =>
            Assert.Equal(
                [
                    (ProgressRating.Red, "Red\nNobody has begun"),
                    (ProgressRating.Blue, "Blue"),
                    (null, "Purple"),
                ],
                (
                    await db.Set<ActionProgress>()
                        .Where(one => one.ByUserId == null)
                        .OrderByDescending(one => one.Text == "Purple" ? "A" : one.Text)
                        .ToListAsync()
                ).Select(one => (one.Rating, one.Text))
            )
        );
        var board = await carys.GetAsync($"{made.Path}/Progress");
        Assert.Equal(
            ["Off track", "Nothing yet", "Complete"],
            board
                .Document.QuerySelectorAll("main .moot-scroll tbody tr")
                .Select(row => row.QuerySelectorAll("td")[1].TextContent)
                .Select(words =>
                    new[] { "Off track", "Nothing yet", "Complete" }.First(one =>
                        words.Contains(one, StringComparison.Ordinal)
                    )
                )
        );
    }

    private static PlanReading Read(
        string column,
        string words,
        params (string Question, string Answer)[] answers
    ) =>
        Seeds.ReadText($"Action\tLead\t{column}\nVisit farms\tPolice\t{words}\n", answers: answers);

    private static IEnumerable<string> Marks(PlanReading plan) =>
        plan.Read.Values.SelectMany(one => one);
}
