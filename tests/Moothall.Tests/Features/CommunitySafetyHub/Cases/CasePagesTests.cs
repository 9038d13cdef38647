using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Priorities;
using Moothall.Platform.Audit;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Cases;

/// <summary>What a case's pages show to whom.</summary>
public sealed class CasePagesTests
{
    /// <summary>Planted in everything that opens only with the case.</summary>
    private static readonly string[] Inside =
    [
        "inside-note",
        "inside-event",
        "inside-action",
        "inside-update",
        "inside-summary",
        "inside-decision",
        "inside-dissent",
        "inside-shared",
        "inside-research",
        "inside-place",
        "01632960777",
    ];

    [Theory, BothDatabases, Rule("S1-5.8")]
    public async Task Each_viewer_gets_what_is_theirs_and_no_more(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = await PlantedCase.AddAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        using var len = await moot.AsAsync(People.Lapsed);
        using var olwen = await moot.AsAsync(People.Councillor);
        await NothingAsync(petra, hubCase);
        await NothingAsync(len, hubCase);
        await NothingAsync(olwen, hubCase);

        await moot.PublishAsync(World.NextMeeting);
        await NothingAsync(len, hubCase);
        await NothingAsync(olwen, hubCase);
        var list = await petra.GetAsync("/Cases");
        Assert.Contains("Harry Planted", list.Words, StringComparison.Ordinal);
        var shut = await petra.GetAsync($"/Cases/{hubCase.Reference}");
        Assert.Contains("Harry Planted", shut.Words, StringComparison.Ordinal);
        Assert.Contains("5 May 1990", shut.Words, StringComparison.Ordinal);
        Assert.Contains("4 Marker Street", shut.Words, StringComparison.Ordinal);
        Assert.Contains($"/Meetings/{World.NextMeeting}/Sign", shut.Text, StringComparison.Ordinal);
        foreach (var address in Ways(hubCase))
        {
            var page = await petra.GetAsync(address);
            Assert.All(
                [.. Inside, "Victim", "Anti-Social"],
                marker => Assert.DoesNotContain(marker, MainOf(page), StringComparison.Ordinal)
            );
        }

        // Filters about content say nothing of a case that is shut.
        var filtered = await petra.GetAsync("/Cases?Kind=Person");
        Assert.DoesNotContain(hubCase.Reference, filtered.Text, StringComparison.Ordinal);

        await moot.AddAsync(CaseSample.Signature(People.Police, World.NextMeeting));
        // What others hold for a meeting is theirs until it begins.
        var before = await petra.GetAsync($"/Cases/{hubCase.Reference}");
        Assert.Contains("inside-note", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("inside-research", before.Text, StringComparison.Ordinal);
        await moot.WithAsync(async db =>
            (await db.Set<HubMeeting>().SingleAsync(m => m.Id == World.NextMeeting)).Status =
                MeetingStatus.Live
        );
        var open = await petra.GetAsync($"/Cases/{hubCase.Reference}");
        Assert.All(Inside, marker => Assert.Contains(marker, open.Text, StringComparison.Ordinal));
        Assert.Contains("A different view", open.Words, StringComparison.Ordinal);
        var notes = await petra.GetAsync($"/Cases/{hubCase.Reference}?Show=Note");
        Assert.Contains("inside-note", notes.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("inside-summary", notes.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_look_is_in_the_audit_and_a_forged_reference_is_not_found(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var hubCase = CaseSample.Case(1);
        await moot.AddAsync(hubCase, CaseSample.Case(2, "Other"));
        using var carys = await moot.AsAsync(People.Coordinator);
        foreach (
            var forged in new[]
            {
                "CSH-2026-ZZZZ",
                "CSH-2026-' OR 1=1--",
                hubCase.Id.ToString(),
                "%25",
                "CSH",
            }
        )
        {
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await carys.GetAsync($"/Cases/{forged}")).Status
            );
        }

        var spelt = hubCase.Reference.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        Assert.Equal(HttpStatusCode.OK, (await carys.GetAsync($"/Cases/{spelt}")).Status);
        var look = (await moot.AuditAsync())[^1];
        Assert.Equal((AuditKind.Read, People.Coordinator.Id), (look.Kind, look.ActorId));
        Assert.Contains(new Subject("Case", hubCase.Id), look.Subjects);
    }

    [Theory, BothDatabases]
    public async Task The_file_holds_what_one_may_see_and_no_formula(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (open, shut, unseen) = (
            CaseSample.Case(1, "=HYPERLINK(\"http://evil\")"),
            CaseSample.Case(2, "Shut one"),
            CaseSample.Case(3, "Unseen one", CaseVisibility.NamedPeople)
        );
        Priority[] priorities =
        [
            new() { Name = "Told of a shut case", Source = PrioritySource.Partnership },
            new() { Name = "Safe streets", Source = PrioritySource.LocalPolicingBody },
            new() { Name = "Early help", Source = PrioritySource.Partnership },
        ];
        shut.Priorities.Add(priorities[0]);
        open.Priorities.AddRange(priorities[1..]);
        await moot.AddAsync(
            open,
            shut,
            unseen,
            CaseSample.Share(open, People.Police),
            CaseSample.Person(open, "Harry", "Planted"),
            CaseSample.Item(open, World.MeetingAfter),
            CaseSample.Item(shut, World.NextMeeting)
        );
        await moot.PublishAsync(World.NextMeeting);
        using var petra = await moot.AsAsync(People.Police);
        var list = await petra.GetAsync("/Cases");
        var link = list
            .Document.QuerySelector("main a[href*='handler=Csv']")!
            .GetAttribute("href")!;
        using var answer = await petra.SendAsync(new(HttpMethod.Get, link));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        var file = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil\"\")\"", file, StringComparison.Ordinal);
        Assert.Contains(
            $"\"{shut.Reference}\",\"Shut one\",\"\",\"\"",
            file,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Unseen one", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Planted", file, StringComparison.Ordinal);
        Assert.Contains("\"Topics\",\"Priorities\",\"Status\"", file, StringComparison.Ordinal);
        Assert.Contains(
            "\"\",\"Early help; Safe streets\",\"Open\"",
            file,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Told of a shut case", file, StringComparison.Ordinal);
        Assert.Contains(
            (await moot.AuditAsync()),
            entry =>
                entry.Kind == AuditKind.Read
                && entry.Why == "Exporting the list of cases"
                && entry.Subjects.Contains(new("Case", open.Id))
        );
    }

    [Theory, BothDatabases]
    public async Task A_list_is_narrowed_sorted_and_paged(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var cases = Enumerable
            .Range(1, 30)
            .Select(n => CaseSample.Case(n, $"Title {n:00}"))
            .ToList();
        cases[4].Close(ClosureReason.Resolved, "All quiet", TestClock.MondayMorning);
        await moot.AddAsync([.. cases]);
        using var carys = await moot.AsAsync(People.Coordinator);
        var first = await carys.GetAsync("/Cases?Sort=title");
        Assert.Equal(25, first.Document.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("29 cases", first.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Title 05", first.Words, StringComparison.Ordinal);
        var second = await carys.GetAsync("/Cases?Sort=title&PageNumber=2");
        Assert.Contains("Title 30", second.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Title 05",
            (await carys.GetAsync("/Cases?Status=closed")).Words,
            StringComparison.Ordinal
        );
        // What is not on the list of orders is the usual order, not an error and not SQL.
        var odd = await carys.GetAsync("/Cases?Sort=Title;DROP&PageNumber=-7&Kind=Nonsense");
        Assert.Equal(HttpStatusCode.OK, odd.Status);
        Assert.Contains("Title 30", odd.Words, StringComparison.Ordinal);
        Assert.Contains(
            "No case that you may see fits",
            (await carys.GetAsync("/Cases?Kind=Theme")).Words,
            StringComparison.Ordinal
        );
    }

    private static async Task NothingAsync(Browser browser, HubCase hubCase)
    {
        foreach (var address in Ways(hubCase))
        {
            var page = await browser.GetAsync(address);
            if (!address.StartsWith("/Cases?", StringComparison.Ordinal))
            {
                Assert.Equal(HttpStatusCode.NotFound, page.Status);
            }

            Assert.All(
                [.. Inside, "Planted", "Marker", hubCase.Title],
                marker => Assert.DoesNotContain(marker, page.Text, StringComparison.Ordinal)
            );
        }
    }

    private static IEnumerable<string> Ways(HubCase hubCase) =>
        [
            "/Cases?Status=all",
            "/Cases?handler=Csv&Status=all",
            $"/Cases/{hubCase.Reference}",
            $"/Cases/{hubCase.Reference}?Show=Meeting",
        ];

    private static string MainOf(Page page) =>
        page.Document.QuerySelector("main tbody, main > :not(form)") is null
            ? page.Text
            : string.Join(
                '\n',
                page.Document.QuerySelectorAll("main > :not(form)").Select(one => one.InnerHtml)
            );
}
