using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Referrals;

/// <summary>Nothing typed is lost, and nobody else reads it.</summary>
public sealed class DraftTests
{
    private const string Later = "Save and finish later";

    [Theory, BothDatabases]
    public async Task A_draft_comes_back_as_typed_and_goes_when_it_is_sent(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        var page = await petra.GetAsync(Fill.Address);
        page = await petra.PostAsync(page, Fill.Send, "Add another person", Fill.Person());
        var list = await petra.PostAsync(
            page,
            Fill.Send,
            Later,
            ("Input.People[1].GivenNames", "MARKER"),
            ("Input.People[1].DateOfBirth.Day", "31"),
            ("Input.People[1].DateOfBirth.Month", "2"),
            ("Input.OtherTopicIds", World.DomesticAbuse.ToString())
        );
        Assert.Equal("/Referrals/Drafts", list.Path);
        var link = list.Document.QuerySelector("td a")!.GetAttribute("href")!;
        Assert.DoesNotContain("MARKER", link, StringComparison.Ordinal);
        var stored = await moot.WithAsync(db => db.Set<ReferralDraft>().SingleAsync());
        Assert.Equal(-1, stored.Values.AsSpan().IndexOf("MARKER"u8));

        var draft = await petra.GetAsync(link);

        Assert.Equal("MARKER", Value(draft, "Input.People[1].GivenNames"));
        Assert.Equal("31", Value(draft, "Input.People[1].DateOfBirth.Day"));
        Assert.Equal("Threats on the stairs", Value(draft, "Input.Details.Title"));
        Assert.NotNull(draft.Document.QuerySelector($"#topic-{World.DomesticAbuse}[checked]"));
        Assert.Empty(draft.Errors);
        // Somebody else's draft is not there.
        using var zainab = await moot.AsAsync(People.Charity);
        Assert.Equal(HttpStatusCode.NotFound, (await zainab.GetAsync(link)).Status);

        draft = await petra.PostAsync(draft, Fill.Send, "Remove person 2");
        var sent = await petra.PostAsync(draft, Fill.Send, Fill.Send);
        Assert.StartsWith("/Referrals/REF-", sent.Path, StringComparison.Ordinal);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<ReferralDraft>().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task Saving_again_and_again_keeps_one_draft_with_the_last_text(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        var page = await petra.GetAsync(Fill.Address);
        var form = page.Form(Fill.Send);
        form.SetAttribute("action", "/Referrals/Drafts");
        foreach (var title in new[] { "First", "Second", "Third" })
        {
            var saved = await petra.PostAsync(page, form, null, ("Input.Details.Title", title));
            Assert.Equal(HttpStatusCode.OK, saved.Status);
            Assert.Contains("\"savedAt\":\"09:00\"", saved.Text, StringComparison.Ordinal);
        }

        await petra.PostAsync(page, form, Later, ("Input.Details.Title", "Fourth"));
        var list = await petra.PostAsync(page, form, Later, ("Input.Details.Title", "Fifth"));
        Assert.Equal("Fifth", list.Document.QuerySelector("td a")!.TextContent);
        Assert.Equal(1, await moot.WithAsync(db => db.Set<ReferralDraft>().CountAsync()));
        var gone = await petra.PostAsync(list, "Delete", "Delete");
        Assert.Contains("You have no drafts", gone.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_form_sent_after_the_session_ended_refills_and_is_not_sent_by_itself(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        var page = await petra.GetAsync(Fill.Address);
        page = await petra.PostAsync(page, Fill.Send, "Add another person", Fill.Person());
        moot.Clock.Advance(TimeSpan.FromDays(2));
        var visitor = await petra.PostAsync(
            page,
            Fill.Send,
            Fill.Send,
            ("Input.People[1].GivenNames", "KEPT")
        );
        var back = System.Web.HttpUtility.ParseQueryString(
            new Uri("http://x" + visitor.Path).Query
        )["returnUrl"]!;
        Assert.Equal(0, await moot.WithAsync(db => db.Set<Referral>().CountAsync()));
        using var other = await moot.AsAsync(People.Charity);
        Assert.DoesNotContain("KEPT", (await other.GetAsync(back)).Text, StringComparison.Ordinal);
        using var again = await moot.AsAsync(People.Police);

        var refilled = await again.GetAsync(back);

        Assert.Equal("KEPT", Value(refilled, "Input.People[1].GivenNames"));
        Assert.Equal("O’Neill", Value(refilled, "Input.People[0].FamilyName"));
        Assert.Contains("Nothing you typed was lost", refilled.Words, StringComparison.Ordinal);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<Referral>().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_draft_saved_after_the_session_ended_is_a_draft_on_return(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        var page = await petra.GetAsync(Fill.Address);
        moot.Clock.Advance(TimeSpan.FromDays(2));
        var visitor = await petra.PostAsync(
            page,
            Fill.Send,
            Later,
            Fill.Person(("Input.Details.Title", "KEPT"))
        );
        var back = System.Web.HttpUtility.ParseQueryString(
            new Uri("http://x" + visitor.Path).Query
        )["returnUrl"]!;
        using var other = await moot.AsAsync(People.Charity);
        Assert.Contains(
            "You have no drafts",
            (await other.GetAsync(back)).Words,
            StringComparison.Ordinal
        );
        using var again = await moot.AsAsync(People.Police);

        var list = await again.GetAsync(back);

        Assert.Contains("It is saved now", list.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("send it again", list.Words, StringComparison.Ordinal);
        var link = list.Document.QuerySelector("td a")!;
        Assert.Equal("KEPT", link.TextContent);
        var draft = await again.GetAsync(link.GetAttribute("href")!);
        Assert.Equal("O’Neill", Value(draft, "Input.People[0].FamilyName"));
        // Given up, it stays so, whatever address the browser remembers.
        await again.PostAsync(list, "Delete", "Delete");
        Assert.DoesNotContain("KEPT", (await again.GetAsync(back)).Text, StringComparison.Ordinal);
    }

    private static string? Value(Page page, string name) =>
        page.Document.QuerySelector($"[name='{name}']")?.GetAttribute("value");
}
