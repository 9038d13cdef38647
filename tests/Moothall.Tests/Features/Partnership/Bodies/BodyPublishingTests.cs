using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.Bodies.BodyMeetings;
using Moothall.Features.Partnership.Bodies.BodyTerms;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Partnership.Bodies;

/// <summary>Of a body everybody reads the terms in force, the public items of an agenda and documents for the public, and nothing else.</summary>
public sealed class BodyPublishingTests
{
    internal static readonly Guid Board = Guid.Parse("00000000-0000-7000-8000-000000000777");

    [Theory, BothDatabases, Rule("S1-A3"), Rule("S1-A4")]
    public async Task Terms_and_public_items_are_published_and_can_be_downloaded(Database database)
    {
        await using var moot = await StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await petra.GetAsync($"/Bodies/{Board}/Publish")).Status
        );
        var terms = await PublishAsync(moot, "terms of reference");
        using var visitor = moot.Visitor();
        var read = await visitor.GetAsync($"/Public/{terms}");
        Assert.Contains("Five members are enough", read.Words, StringComparison.Ordinal);
        Assert.Contains("They are being updated.", read.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Six members", read.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Testbourne Strategic Board: terms of reference",
            (await visitor.GetAsync("/Public")).Words,
            StringComparison.Ordinal
        );
        using var word = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri($"/Public/{terms}?handler=Word", UriKind.Relative)
        );
        using var answer = await visitor.SendAsync(word);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.EndsWith(
            "wordprocessingml.document",
            answer.Content.Headers.ContentType!.MediaType,
            StringComparison.Ordinal
        );

        var agenda = await PublishAsync(moot, "agenda of");
        var items = (await visitor.GetAsync($"/Public/{agenda}")).Words;
        Assert.Contains("1. Residents' questions", items, StringComparison.Ordinal);
        Assert.Contains("One other item is for partners only.", items, StringComparison.Ordinal);
        Assert.Contains("Town hall, room 2", items, StringComparison.Ordinal);
        foreach (var inside in new[] { "A family", "Nia Pell", "meet.example", "They were cross" })
        {
            Assert.DoesNotContain(inside, items, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases, Rule("S1-A3")]
    public async Task A_document_for_the_public_is_given_with_its_file_until_it_is_withdrawn(
        Database database
    )
    {
        await using var moot = await StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        foreach (var audience in new[] { "Partners", "Public" })
        {
            await carys.UploadAsync(
                await carys.GetAsync($"/Bodies/{Board}/Document"),
                "Save",
                "Upload",
                "leaflet.txt",
                System.Text.Encoding.UTF8.GetBytes($"For {audience}"),
                ("Details.Title", $"Leaflet for {audience}"),
                ("Details.Audience", audience)
            );
        }

        var page = await carys.GetAsync($"/Bodies/{Board}/Publish");
        Assert.DoesNotContain("Leaflet for Partners", page.Text, StringComparison.Ordinal);
        var id = await PublishAsync(moot, "leaflet for Public");
        using var visitor = moot.Visitor();
        var file = $"/Public/{id}?handler=File";
        Assert.Contains(
            "leaflet.txt (1 KB)",
            (await visitor.GetAsync($"/Public/{id}")).Words,
            StringComparison.Ordinal
        );
        Assert.Equal("For Public", (await visitor.GetAsync(file)).Text);

        using var maureen = await moot.AsAsync(People.Manager);
        await maureen.PostAsync(
            await maureen.GetAsync($"/Publishing/{id}"),
            "Withdraw it",
            fields: [("Input.Because", "It was out of date.")]
        );
        // The old addresses of its files lead to the notice, and to nothing else.
        foreach (var old in new[] { file, $"/Public/{id}?handler=Word" })
        {
            var gone = await visitor.GetAsync(old);
            Assert.Equal($"/Public/{id}", gone.Path);
            Assert.Contains("It was out of date.", gone.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("For Public", gone.Text, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task What_is_not_for_the_public_is_not_prepared_even_by_force(Database database)
    {
        await using var moot = await StartAsync(database);
        var inner = await moot.WithAsync(db =>
        {
            var meeting = Meeting(new(2026, 10, 1), isPublic: false);
            db.Add(meeting);
            return Task.FromResult(meeting.Id);
        });
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync($"/Bodies/{Board}/Publish");
        Assert.DoesNotContain("1 October 2026", page.Words, StringComparison.Ordinal);
        var forced = await carys.PostAsync(
            page,
            "terms of reference",
            fields: [("subject", inner.ToString()), ("kind", "Agenda")]
        );
        Assert.Equal(HttpStatusCode.NotFound, forced.Status);
    }

    [Theory, BothDatabases, Rule("S0-10")]
    public async Task The_terms_of_a_hub_are_downloaded_by_everybody(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var terms = new TermsVersion { BodyId = World.Hub, Number = 1 };
        Assert.Null(terms.Write("The hub meets every Tuesday.", null));
        Assert.Null(terms.Adopt(null, new(2026, 1, 5), new(2027, 1, 5)));
        await moot.AddAsync(terms);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var maureen = await moot.AsAsync(People.Manager);
        var draft = await carys.PostAsync(
            await carys.GetAsync($"/Bodies/{World.Hub}/Publish"),
            "terms of reference",
            fields: [("kind", "Terms")]
        );
        await maureen.PostAsync(await maureen.GetAsync(draft.Path), "Publish for everybody");
        using var visitor = moot.Visitor();
        var page = await visitor.GetAsync(draft.Path.Replace("/Publishing/", "/Public/"));
        Assert.Contains("The hub meets every Tuesday.", page.Words, StringComparison.Ordinal);
        var word = page.Document.QuerySelector("a[href*='handler=Word']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(word)).Status);
    }

    [Theory, BothDatabases]
    public async Task What_became_a_matter_for_partners_meanwhile_does_not_go_out(Database database)
    {
        await using var moot = await StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var maureen = await moot.AsAsync(People.Manager);
        var draft = await carys.PostAsync(
            await carys.GetAsync($"/Bodies/{Board}/Publish"),
            "agenda of",
            fields: [("kind", "Agenda")]
        );
        var open = await maureen.GetAsync(draft.Path);
        await moot.WithAsync(async db =>
            (await db.Set<BodyAgendaItem>().SingleAsync(one => one.Order == 1)).IsPublic = false
        );
        Assert.Contains(
            "has changed since it was prepared",
            Assert.Single((await maureen.PostAsync(open, "Publish for everybody")).Errors),
            StringComparison.Ordinal
        );
        using var visitor = moot.Visitor();
        Assert.DoesNotContain(
            "agenda",
            (await visitor.GetAsync("/Public")).Words,
            StringComparison.Ordinal
        );
    }

    internal static async Task<Guid> PublishAsync(Moot moot, string words)
    {
        using var carys = await moot.AsAsync(People.Coordinator);
        using var maureen = await moot.AsAsync(People.Manager);
        var kind =
            words.StartsWith("terms", StringComparison.Ordinal) ? "Terms"
            : words.StartsWith("agenda", StringComparison.Ordinal) ? "Agenda"
            : "Document";
        var draft = await carys.PostAsync(
            await carys.GetAsync($"/Bodies/{Board}/Publish"),
            words,
            fields: [("kind", kind)]
        );
        var id = Guid.Parse(draft.Path.Split('/')[^1]);
        using var visitor = moot.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/Public/{id}")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await visitor.GetAsync($"/Public/{id}?handler=File")).Status
        );
        await maureen.PostAsync(await maureen.GetAsync(draft.Path), "Publish for everybody");
        return id;
    }

    private static BodyMeeting Meeting(DateOnly day, bool isPublic)
    {
        var meeting = new BodyMeeting
        {
            BodyId = Board,
            Details = new()
            {
                Date = day,
                Mode = MeetingMode.Hybrid,
                Place = "Town hall, room 2",
                Joining = "https://meet.example/board",
                Notes = "They were cross",
            },
        };
        meeting.Items.Add(
            new()
            {
                MeetingId = meeting.Id,
                Order = 1,
                Title = "Residents' questions",
                Presenter = "Nia Pell",
                IsPublic = isPublic,
            }
        );
        meeting.Items.Add(
            new()
            {
                MeetingId = meeting.Id,
                Order = 2,
                Title = "A family",
            }
        );
        return meeting;
    }

    internal static async Task<Moot> StartAsync(Database database)
    {
        var moot = await Moot.StartAsync(database);
        var terms = new TermsVersion { BodyId = Board, Number = 1 };
        Assert.Null(terms.Write("Five members are enough.", null));
        Assert.Null(terms.Adopt(null, new(2026, 1, 5), new(2027, 1, 5)));
        var next = new TermsVersion { BodyId = Board, Number = 2 };
        Assert.Null(next.Write("Six members are enough.", null));
        await moot.AddAsync(
            new GovernanceBody
            {
                Id = Board,
                Name = "Testbourne Strategic Board",
                Type = BodyType.StrategicBoard,
            },
            terms,
            next,
            Meeting(new(2026, 12, 1), isPublic: true)
        );
        return moot;
    }
}
