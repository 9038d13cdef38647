using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Reports;
using Moothall.Tests.Features.Plan.Progress;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Reports;

/// <summary>A draft is edited section by section; what was issued is not.</summary>
public sealed class ReportEditingTests
{
    [Theory, BothDatabases]
    public async Task What_was_issued_never_changes_whatever_the_records_say_later(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await ProgressPagesTests.InForceAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var draft = await ReportPagesTests.BegunAsync(carys, ReportKind.BoardPack);
        var section = await SectionAsync(moot, "board.decisions");
        var form = await carys.GetAsync($"{draft.Path}/Sections/{section}");
        var issue = await carys.GetAsync($"{draft.Path}/Issue");
        Assert.Contains("Left out", issue.Words, StringComparison.Ordinal);
        var written = await carys.PostAsync(
            form,
            "Text",
            fields: [("Details.Text", "Agree to:\n- go on\n- ask again")]
        );
        Assert.Contains("The report is saved.", written.Words, StringComparison.Ordinal);
        Assert.Contains(
            written.Document.QuerySelectorAll(".moot-paper li"),
            item => item.TextContent == "ask again"
        );

        // What is open in another window when it is issued is as new as what was issued.
        form = await carys.GetAsync($"{draft.Path}/Sections/{section}");

        // Nobody issues what they did not see: the page they looked at is older than the section.
        var late = await carys.PostAsync(issue);
        Assert.DoesNotContain("The report is issued.", late.Words, StringComparison.Ordinal);
        foreach (var inner in new[] { "Edits", "ByName", "IssuedAt" })
        {
            Assert.DoesNotContain(inner, late.Words, StringComparison.Ordinal);
        }
        await ReportPagesTests.IssuedAsync(carys, draft);
        foreach (
            var (handler, path) in new[]
            {
                ("", $"{draft.Path}/Sections/{section}"),
                ("?handler=Remove", $"{draft.Path}/Sections/{section}"),
                ("?handler=Renew", $"{draft.Path}/Sections/{section}"),
            }
        )
        {
            var sent = form.Form("Text");
            sent.SetAttribute("action", path + handler);
            var refused = await carys.PostAsync(
                form,
                sent,
                fields: [("Details.Text", "Something else")]
            );
            Assert.DoesNotContain("is saved", refused.Words, StringComparison.Ordinal);
        }

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await carys.GetAsync($"{draft.Path}/Discard")).Status
        );
        var read = (await carys.GetAsync(draft.Path)).Words;
        Assert.Contains("ask again", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Something else", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Risks", read, StringComparison.Ordinal);
        var word = await WordAsync(carys, draft.Path);
        Assert.Contains("ask again", word, StringComparison.Ordinal);
        Assert.Contains("Issued on 23 November 2026", word, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Sections_are_added_moved_made_anew_and_taken_out(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await ProgressPagesTests.InForceAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var draft = await ReportPagesTests.BegunAsync(carys, ReportKind.BoardPack);
        var add = await carys.GetAsync($"{draft.Path}/Sections");
        Assert.Equal(["Enter the heading"], (await carys.PostAsync(add)).Errors);
        var first = await SectionAsync(moot, "board.decisions");
        await carys.PostAsync(
            add,
            fields: [("Details.Heading", "A word first"), ("Input.After", first.ToString())]
        );
        Assert.Equal(
            ["Decisions asked for", "A word first", "Exceptions"],
            (await HeadingsAsync(carys, draft)).Take(3)
        );
        var own = await SectionAsync(moot, "");
        await PressAsync("Move up", own);
        Assert.Equal(
            ["A word first", "Decisions asked for"],
            (await HeadingsAsync(carys, draft)).Take(2)
        );
        var risks = await SectionAsync(moot, "board.risks");
        await PressAsync("Move down", risks);
        await PressAsync("Take the section out", risks);
        Assert.DoesNotContain("Risks", await HeadingsAsync(carys, draft));

        var state = await SectionAsync(moot, "plan.state");
        await carys.PostAsync(
            await carys.GetAsync($"{draft.Path}/Sections/{state}"),
            "Heading",
            fields: [("Details.Text", "My own words")]
        );
        await PressAsync("Take the table out", state);
        var bare = (await carys.GetAsync(draft.Path)).Words;
        Assert.Contains("My own words", bare, StringComparison.Ordinal);
        Assert.DoesNotContain("Actions by priority", bare, StringComparison.Ordinal);
        await PressAsync("Put this in place", state);
        var anew = (await carys.GetAsync(draft.Path)).Words;
        Assert.DoesNotContain("My own words", anew, StringComparison.Ordinal);
        Assert.Contains("Actions by priority", anew, StringComparison.Ordinal);

        async Task PressAsync(string button, Guid section)
        {
            var page = await carys.GetAsync($"{draft.Path}/Sections/{section}");
            await carys.PostAsync(page, button);
        }
    }

    [Theory, BothDatabases]
    public async Task Days_that_change_or_are_still_to_come_are_said(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var draft = await ReportPagesTests.BegunAsync(carys, ReportKind.BoardPack);
        const string ahead = "What is still to come is not in it.";
        Assert.DoesNotContain(
            ahead,
            (await carys.GetAsync($"{draft.Path}/Issue")).Words,
            StringComparison.Ordinal
        );
        var same = await carys.PostAsync(await carys.GetAsync($"{draft.Path}/Edit"));
        Assert.DoesNotContain("the days before", same.Words, StringComparison.Ordinal);
        var moved = await carys.PostAsync(
            await carys.GetAsync($"{draft.Path}/Edit"),
            fields: [("Details.Until.Year", "2027")]
        );
        Assert.Contains(
            "Its tables still tell of the days before",
            moved.Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            ahead,
            (await carys.GetAsync($"{draft.Path}/Issue")).Words,
            StringComparison.Ordinal
        );
    }

    private static async Task<List<string>> HeadingsAsync(Browser browser, Page draft) =>
        [
            .. (await browser.GetAsync(draft.Path))
                .Document.QuerySelectorAll("h2[id], h3[id]")
                .Select(one => one.TextContent),
        ];

    private static Task<Guid> SectionAsync(Moot moot, string source) =>
        moot.WithAsync(db =>
            db.Set<ReportSection>()
                .Where(one => one.Source == source)
                .Select(one => one.Id)
                .SingleAsync()
        );

    private static async Task<string> WordAsync(Browser browser, string path)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri($"{path}/Word", UriKind.Relative)
        );
        using var answer = await browser.SendAsync(request);
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var words = "";
        foreach (
            var entry in zip.Entries.Where(one =>
                one.FullName.EndsWith(".xml", StringComparison.Ordinal)
            )
        )
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            words += await reader.ReadToEndAsync();
        }

        return words;
    }
}
