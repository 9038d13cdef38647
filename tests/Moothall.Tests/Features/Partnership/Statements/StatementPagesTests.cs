using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.Partnership.Statements;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Partnership.Statements;

/// <summary>The accessibility statement and the privacy notice: open to everybody, and the partnership's own.</summary>
public sealed class StatementPagesTests
{
    private const string Edit = "/Partnership/Statements/";

    [Theory, BothDatabases]
    public async Task Whoever_may_confirm_them_reads_drafts_made_from_the_settings(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var ivy = await moot.AsAsync(People.Administrator);
        var settings = await ivy.GetAsync("/Partnership/Settings");
        await ivy.PostAsync(
            settings,
            settings.Form("Save"),
            null,
            ("Input.TeamEmail", "team@testbourne.example"),
            ("Input.DataProtectionOfficer", "Dai Protheroe"),
            ("Input.DataProtectionContact", "dpo@testbourne.example")
        );

        var accessibility = (await ivy.GetAsync("/Accessibility")).Words;
        Assert.Contains("This is a draft.", accessibility, StringComparison.Ordinal);
        // What reg 8 of the Accessibility Regulations 2018 and its model statement want in it.
        Assert.Contains(
            "Equality and Human Rights Commission",
            accessibility,
            StringComparison.Ordinal
        );
        Assert.Contains("partially compliant", accessibility, StringComparison.Ordinal);
        Assert.Contains("team@testbourne.example", accessibility, StringComparison.Ordinal);
        var privacy = (await ivy.GetAsync("/Privacy")).Words;
        Assert.Contains("joint controllers", privacy, StringComparison.Ordinal);
        Assert.Contains("Testshire Police", privacy, StringComparison.Ordinal);
        Assert.Contains(
            "The data protection officer is Dai Protheroe. dpo@testbourne.example",
            privacy,
            StringComparison.Ordinal
        );
        Assert.Contains("Section 115", privacy, StringComparison.Ordinal);
        Assert.Contains("Part 3", privacy, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_visitor_finds_both_below_every_page_and_reads_nothing_unconfirmed(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var maureen = await moot.AsAsync(People.Manager);
        using var visitor = moot.Visitor();
        var links = (await visitor.GetAsync("/Account/SignIn"))
            .Document.QuerySelectorAll("footer a")
            .Select(link => link.GetAttribute("href"))
            .ToList();
        Assert.Contains("/Help", links);
        using var carys = await moot.AsAsync(People.Coordinator);
        foreach (var kind in Enum.GetNames<StatementKind>())
        {
            Assert.Contains($"/{kind}", links);
            await BeingPreparedAsync(visitor, kind);
            await BeingPreparedAsync(carys, kind);
            await maureen.PostAsync(
                await maureen.GetAsync(Edit + kind),
                fields: ("Input.Text", "Half a text about Testshire Police.")
            );
            await BeingPreparedAsync(visitor, kind);
        }
    }

    [Theory, BothDatabases]
    public async Task A_confirmed_text_stands_until_another_is_confirmed(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var maureen = await moot.AsAsync(People.Manager);
        using var visitor = moot.Visitor();
        await SaveAsync("The first words", "true");
        var again = await SaveAsync("The next words", "false");
        Assert.Contains(
            "the text that was confirmed on 23 November 2026",
            Assert.Single(again.Errors),
            StringComparison.Ordinal
        );
        Assert.Contains("The next words", again.Words, StringComparison.Ordinal);
        await ReadsAsync("The first words");
        await SaveAsync("The next words", "true");
        await ReadsAsync("The next words");

        async Task<Page> SaveAsync(string text, string confirmed) =>
            await maureen.PostAsync(
                await maureen.GetAsync($"{Edit}Privacy"),
                fields: [("Input.Text", text), ("Input.IsConfirmed", confirmed)]
            );
        async Task ReadsAsync(string text) =>
            Assert.Contains(
                text,
                (await visitor.GetAsync("/Privacy")).Words,
                StringComparison.Ordinal
            );
    }

    [Theory, BothDatabases]
    public async Task Of_two_first_texts_saved_at_the_same_moment_the_second_is_shown_the_first(
        Database database
    )
    {
        var together = new Together();
        await using var moot = await Moot.StartAsync(
            database,
            services =>
            {
                services.ConfigureDbContext<SqliteMoothallDb>(own => own.AddInterceptors(together));
                services.ConfigureDbContext<PostgresMoothallDb>(own =>
                    own.AddInterceptors(together)
                );
            }
        );
        using var maureen = await moot.AsAsync(People.Manager);
        using var ivy = await moot.AsAsync(People.Administrator);
        var first = await maureen.GetAsync($"{Edit}Accessibility");
        var second = await ivy.GetAsync($"{Edit}Accessibility");
        together.IsOn = true;
        var shown = await Task.WhenAll(
            maureen.PostAsync(first, fields: ("Input.Text", "Maureen's words")),
            ivy.PostAsync(second, fields: ("Input.Text", "Ivy's words"))
        );
        Assert.All(shown, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        var kept = await moot.WithAsync(db =>
            db.Set<PublicStatement>().Select(one => one.Text).SingleAsync()
        );
        var told = Assert.Single(shown, page => page.Errors.Count > 0);
        Assert.Contains(kept, told.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_manager_confirms_a_text_in_which_nothing_is_left_open_and_a_year_later_is_asked_again(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Equal(HttpStatusCode.Forbidden, (await carys.GetAsync($"{Edit}Privacy")).Status);
        using var maureen = await moot.AsAsync(People.Manager);
        var page = await maureen.GetAsync($"{Edit}Privacy");
        Assert.Contains("joint controllers", page.Text, StringComparison.Ordinal);
        var open = await maureen.PostAsync(page, fields: ("Input.IsConfirmed", "true"));
        Assert.Contains("square brackets", Assert.Single(open.Errors), StringComparison.Ordinal);

        const string text =
            "# Who we are\nWe keep <b>records</b>.\n* one\n* two\n\nSee https://ico.org.uk/x.";
        var shown = await maureen.PostAsync(
            open,
            fields: [("Input.Text", text), ("Input.IsConfirmed", "true")]
        );
        Assert.Equal("/Privacy", shown.Path);
        using var visitor = moot.Visitor();
        var notice = await visitor.GetAsync("/Privacy");
        Assert.DoesNotContain("draft", notice.Words, StringComparison.Ordinal);
        Assert.Contains(
            "prepared on 23 November 2026. It was last reviewed on 23 November 2026",
            notice.Words,
            StringComparison.Ordinal
        );
        Assert.Equal("Who we are", notice.Document.QuerySelector("main h2")!.TextContent);
        Assert.Equal(2, notice.Document.QuerySelectorAll("main ul li").Length);
        Assert.Contains("We keep <b>records</b>.", notice.Words, StringComparison.Ordinal);
        Assert.Equal(
            "https://ico.org.uk/x",
            notice.Document.QuerySelector("main p a")!.GetAttribute("href")
        );

        Assert.DoesNotContain(
            "Privacy notice",
            (await maureen.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        moot.Clock.Advance(TimeSpan.FromDays(366));
        using var later = await moot.AsAsync(People.Manager);
        Assert.Contains(
            "Privacy notice It was confirmed a year ago",
            (await later.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task Of_two_first_texts_the_second_is_not_written_over_the_first_unseen(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var maureen = await moot.AsAsync(People.Manager);
        using var ivy = await moot.AsAsync(People.Administrator);
        var first = await maureen.GetAsync($"{Edit}Accessibility");
        var second = await ivy.GetAsync($"{Edit}Accessibility");
        await maureen.PostAsync(first, fields: ("Input.Text", "Maureen's words"));
        var shown = await ivy.PostAsync(second, fields: ("Input.Text", "Ivy's words"));
        Assert.Contains("Maureen's words", shown.Words, StringComparison.Ordinal);
        Assert.Equal(
            "Maureen's words",
            await moot.WithAsync(db =>
                db.Set<PublicStatement>().Select(one => one.Text).SingleAsync()
            )
        );
        await ivy.PostAsync(shown);
        Assert.Equal(
            "Ivy's words",
            await moot.WithAsync(db =>
                db.Set<PublicStatement>().Select(one => one.Text).SingleAsync()
            )
        );
        // Every wording can be found again.
        Assert.Equal(
            2,
            await moot.WithAsync(db =>
                db.Set<AuditContent>().CountAsync(entry => entry.Json.Contains("Maureen's words"))
            )
        );
    }

    private static async Task BeingPreparedAsync(Browser reader, string kind)
    {
        var page = await reader.GetAsync($"/{kind}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("The partnership is preparing this", page.Words, StringComparison.Ordinal);
        Assert.Contains("Ask ", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Testshire Police", page.Text, StringComparison.Ordinal);
    }

    // Holds the first who look for a statement until a second has looked too.
    private sealed class Together : DbCommandInterceptor
    {
        private readonly TaskCompletionSource both = new();
        private int looked;

        public bool IsOn { get; set; }

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command,
            CommandExecutedEventData eventData,
            DbDataReader result,
            CancellationToken cancellationToken = default
        )
        {
            if (
                IsOn
                && command.CommandText.StartsWith("SELECT", StringComparison.Ordinal)
                && command.CommandText.Contains("\"PublicStatement\"", StringComparison.Ordinal)
            )
            {
                if (Interlocked.Increment(ref looked) == 2)
                {
                    both.SetResult();
                }

                await both.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
            }

            return result;
        }
    }
}
