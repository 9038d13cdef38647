using AngleSharp.Dom;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Features.CommunitySafetyHub.Agendas;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>What the chair's screen holds: the meeting's start and end in sight, a way on, and the case under discussion.</summary>
public sealed class LiveChairTests
{
    [Theory, BothDatabases]
    [Rule("S1-6.2")]
    public async Task The_start_and_the_end_stand_before_the_agenda(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (early, waiting) = await Sitting.ComeAsync(moot, People.Coordinator);
        using var ending = early;
        Assert.True(StandsFirst(waiting, "handler=Start"));
        var (clive, page) = await Sitting.StartAsync(moot);
        using var closing = clive;
        Assert.True(StandsFirst(page, "handler=End"));
    }

    [Theory, BothDatabases]
    public async Task A_chair_goes_on_from_an_item_that_is_closed_to_them(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        var shut = await clive.PostAsync(
            await clive.GetAsync(Sitting.Live),
            "handler=EndItem",
            null,
            ("Ending.Summary", "Visited")
        );
        Assert.Equal(sitting.SecretItem, (await Sitting.MeetingAsync(moot)).CurrentItemId);
        Assert.Contains("Item 5 is not open to you.", shut.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Sitting.SecretTitle, shut.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Sitting.SecretMarker, shut.Text, StringComparison.Ordinal);
        var (petra, other) = await Sitting.ComeAsync(moot, People.Police);
        using var ending = petra;
        Assert.DoesNotContain("Next item", other.Words, StringComparison.Ordinal);

        await clive.PostAsync(shut, "Next item");
        var meeting = await Sitting.MeetingAsync(moot);
        Assert.Equal(sitting.Last, meeting.CurrentItemId);
        Assert.Null(meeting.Items.Single(item => item.Id == sitting.SecretItem).Outcome);
        // A second press of the same button goes no further.
        await clive.PostAsync(shut, "Next item");
        Assert.Equal(sitting.Last, (await Sitting.MeetingAsync(moot)).CurrentItemId);
    }

    [Theory, BothDatabases]
    [Rule("S1-6.1")]
    public async Task A_case_is_shown_with_what_was_referred_and_then_what_was_decided(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var hubCase = await moot.WithAsync(async db =>
            (await db.FindAsync<HubCase>(sitting.Case))!
        );
        var referral = Week.Accepted(hubCase, World.NextMeeting);
        referral.Details.Summary = "Parties until four, marker referred";
        await moot.AddAsync(referral);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var actions = await Sitting.MoveAsync(clive, "Open actions");
        Assert.Equal(
            "/Cases/CSH-2026-OPEN",
            actions.Document.QuerySelector(".moot-action a")!.GetAttribute("href")
        );
        var first = await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        Assert.Contains("marker referred", first.Words, StringComparison.Ordinal);
        Assert.NotNull(first.Document.QuerySelector("#live-item a[href='/Cases/CSH-2026-OPEN']"));

        var past = Week.LastMeeting();
        past.StartsAt = past.StartsAt.AddDays(-7);
        await moot.AddAsync(
            past,
            new AgendaItem
            {
                MeetingId = past.Id,
                Order = 1,
                Part = AgendaPart.B,
                Kind = AgendaItemKind.NewCase,
                Title = "Earlier",
                Minutes = 5,
                CaseId = sitting.Case,
                EndedAt = Sitting.Morning.AddDays(-14),
                Outcome = ItemOutcome.Discussed,
                Decision = "Warn the tenant, marker decided",
            }
        );
        var again = await clive.GetAsync(Sitting.Live);
        Assert.Contains("marker decided", again.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("marker referred", again.Text, StringComparison.Ordinal);
    }

    private static bool StandsFirst(Page page, string handler)
    {
        var form = page
            .Document.QuerySelectorAll("#live-conduct form")
            .Single(one => one.GetAttribute("action")!.EndsWith(handler, StringComparison.Ordinal));
        return form.CompareDocumentPosition(page.Document.QuerySelector("#live-agenda")!)
            .HasFlag(DocumentPositions.Following);
    }
}
