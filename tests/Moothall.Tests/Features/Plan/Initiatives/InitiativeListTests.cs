using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Priorities;
using Moothall.Features.Plan.Initiatives;
using Moothall.Tests.Hosting;
using static Moothall.Tests.Features.Plan.Initiatives.InitiativePagesTests;

namespace Moothall.Tests.Features.Plan.Initiatives;

/// <summary>The list of what partners do: narrowed, summed, taken away.</summary>
public sealed class InitiativeListTests
{
    [Theory, BothDatabases]
    public async Task The_list_is_narrowed_summed_and_taken_away_as_a_table(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var empty = await moot.AsAsync(People.Police);
        Assert.Contains(
            "No initiative is recorded yet. Record the first one",
            (await empty.GetAsync("/Initiatives")).Words,
            StringComparison.Ordinal
        );
        await AddedAsync(moot, "Play in schools", World.Police, 40);
        var count = await AddedAsync(moot, "=Litter count", World.Charity, 2);
        var priority = await moot.WithAsync(async db =>
        {
            var one = await db.Set<Initiative>().SingleAsync(one => one.Id == count);
            one.Details.Kind = InitiativeKind.Survey;
            (one.Details.From, one.Details.Until) = (new(2025, 3, 30), new(2025, 4, 2));
            one.Stands(InitiativeStatus.Finished);
            var known = await db.Set<Priority>().SingleAsync();
            db.Add(new InitiativePriority { InitiativeId = count, PriorityId = known.Id });
            db.Add(
                new InitiativeFunder
                {
                    InitiativeId = count,
                    Order = 1,
                    Name = "Council",
                    Pence = 12_345,
                }
            );
            return known.Id;
        });
        using var petra = await moot.AsAsync(People.Police);
        foreach (
            var filter in new[]
            {
                "Filter.Kind=Survey",
                "Filter.Status=Finished",
                $"Filter.Priority={priority}",
                "Filter.Year=2024",
                "Filter.Year=2025",
            }
        )
        {
            var page = await petra.GetAsync($"/Initiatives?{filter}");
            Assert.Contains("=Litter count", page.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("Play in schools", page.Words, StringComparison.Ordinal);
            Assert.Contains("Money £123.45", page.Words, StringComparison.Ordinal);
        }

        Assert.Contains(
            "No initiative fits.",
            (await petra.GetAsync("/Initiatives?Filter.Year=2023")).Words,
            StringComparison.Ordinal
        );
        using var answer = await petra.SendAsync(
            new(HttpMethod.Get, "/Initiatives?handler=Csv&Filter.Kind=Survey")
        );
        var csv = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        // What a spreadsheet would calculate stays text.
        Assert.Contains("\"'=Litter count\",\"Survey or count\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"Council: £123.45\",\"123.45\"", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Play in schools", csv, StringComparison.Ordinal);
    }
}
