using Moothall.Features.Reports;
using Moothall.Platform.Audit;
using Moothall.Tests.Features.Plan.Progress;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Reports;

/// <summary>What a report says of what it was not given, and of itself.</summary>
public sealed class ReportWordsTests
{
    [Theory, BothDatabases, Rule("S3-19")]
    public async Task A_pack_without_a_plan_does_not_say_that_there_is_none(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        async Task<string> PackAsync() =>
            (
                await carys.PostAsync(
                    await carys.GetAsync($"/Reports/New/{ReportKind.BoardPack}"),
                    fields: [("Input.PlanId", ""), ("Input.BodyId", "")]
                )
            ).Words;
        const string none = "The partnership has no plan at present.";
        Assert.Contains(none, await PackAsync(), StringComparison.Ordinal);
        await ProgressPagesTests.InForceAsync(moot);
        moot.Clock.Advance(TimeSpan.FromMinutes(5));
        var words = await PackAsync();
        Assert.DoesNotContain(none, words, StringComparison.Ordinal);
        Assert.Contains("No plan was chosen for this report.", words, StringComparison.Ordinal);
        Assert.Contains("No body was chosen for this report.", words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_draft_is_called_one_in_its_file_and_a_post_presents_it_once(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var draft = await ReportPagesTests.BegunAsync(carys, ReportKind.BoardPack);
        using var word = await carys.SendAsync(new(HttpMethod.Get, $"{draft.Path}/Word"));
        Assert.EndsWith(
            " (draft).docx",
            word.Content.Headers.ContentDisposition?.FileNameStar,
            StringComparison.Ordinal
        );
        var taken = await moot.LastAuditAsync();
        Assert.Equal((AuditKind.Read, People.Coordinator.Name), (taken.Kind, taken.Actor));
        Assert.Equal(
            [new Subject("Report", Guid.Parse(draft.Path.Split('/')[^1]))],
            taken.Subjects
        );
        (string, string?)[] post =
        [
            ("Input.OrganisationId", World.Police.ToString()),
            ("Input.Post", "Chief Inspector"),
        ];
        var path = $"{draft.Path}/Presenters";
        await carys.PostAsync(await carys.GetAsync(path), "Post", fields: post);
        var twice = await carys.PostAsync(await carys.GetAsync(path), "Post", fields: post);
        Assert.Equal(["This post presents it already."], twice.Errors);
    }
}
