using System.Net;
using Moothall.Tests.Features.Plan.Import;
using Moothall.Tests.Features.Plan.Progress;
using Moothall.Tests.Features.Public;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Gates;

/// <summary>A summary speaks for its year, and two who record a step at once are told.</summary>
public sealed class GateRecordingTests
{
    [Theory, BothDatabases]
    public async Task A_summary_speaks_for_the_coming_year_only_once_the_plan_was_agreed_for_it(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await ProgressPagesTests.InForceAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var maureen = await moot.AsAsync(People.Manager);
        async Task PublishAsync()
        {
            var draft = await PublishingTests.PrepareAsync(
                carys,
                plan,
                "Prepare summary of the plan"
            );
            await maureen.PostAsync(await maureen.GetAsync(draft.Path), "Publish for everybody");
        }
        async Task<bool> IsDoneAsync(int year)
        {
            var page = await carys.GetAsync($"/Plan/{plan}/Gates?year={year}");
            return page
                .Document.QuerySelectorAll("tbody tr")
                .Single(row => row.TextContent.Contains("Summary published"))
                .TextContent.Contains("Done");
        }

        await PublishAsync();
        Assert.True(await IsDoneAsync(2026));
        Assert.False(await IsDoneAsync(2027));

        await carys.PostAsync(
            await carys.GetAsync($"/Plan/{plan}/Gates/2027/Agreed"),
            fields:
            [
                ("Details.DoneOn.Day", "23"),
                ("Details.DoneOn.Month", "11"),
                ("Details.DoneOn.Year", "2026"),
                ("Details.Evidence", "Minute 4"),
            ]
        );
        moot.Clock.Advance(TimeSpan.FromMinutes(5));
        await PublishAsync();
        Assert.True(await IsDoneAsync(2027));
        Assert.False(await IsDoneAsync(2028));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await carys.GetAsync($"/Plan/{plan}/Gates?year=2035")).Status
        );
    }

    [Theory, BothDatabases]
    public async Task Two_who_record_a_step_for_the_first_time_are_told(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await BringingPlans.MadeAsync(moot);
        var path = $"/Plan/{plan}/Gates/2027/Agreed";
        using var carys = await moot.AsAsync(People.Coordinator);
        using var maureen = await moot.AsAsync(People.Manager);
        var (hers, other) = (await carys.GetAsync(path), await maureen.GetAsync(path));
        Assert.Equal(
            ["Nothing is filled in. Enter what is known of this step."],
            (await carys.PostAsync(hers)).Errors
        );
        Assert.Equal(
            ["This is more than 2 years before 2027/28 begins. Check the year."],
            (
                await carys.PostAsync(
                    hers,
                    fields:
                    [
                        ("Details.DoneOn.Day", "1"),
                        ("Details.DoneOn.Month", "2"),
                        ("Details.DoneOn.Year", "2020"),
                    ]
                )
            ).Errors
        );
        await carys.PostAsync(hers, fields: [("Details.Who", "The board, said Carys")]);
        var late = await maureen.PostAsync(
            other,
            fields: [("Details.Who", "The board, said Maureen")]
        );
        Assert.DoesNotContain("It is recorded.", late.Words, StringComparison.Ordinal);
        Assert.Contains("said Maureen", late.Text, StringComparison.Ordinal);
        Assert.Contains(
            "said Carys",
            (await carys.GetAsync($"/Plan/{plan}/Gates?year=2027")).Words,
            StringComparison.Ordinal
        );
    }
}
