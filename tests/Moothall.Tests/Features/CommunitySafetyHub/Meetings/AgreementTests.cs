using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Presets;
using Moothall.Features.Partnership.SharingProtocols;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>The confidentiality agreement: when it opens, who signs, and that nothing opens without it.</summary>
public sealed class AgreementTests
{
    [Theory, BothDatabases]
    [Rule("S1-7.1")]
    public async Task It_opens_the_day_before_with_the_papers_and_one_click_signs(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        moot.Clock.Set(new(2026, 11, 22, 23, 59, 0));
        using var petra = await moot.AsAsync(People.Police);
        var early = await petra.GetAsync(Sitting.Sign);
        Assert.Contains("opens on Monday 23 November", early.Words, StringComparison.Ordinal);
        Assert.Empty(early.Document.QuerySelectorAll("main form"));

        moot.Clock.Set(new(2026, 11, 23, 0, 1, 0));
        var open = await petra.GetAsync(Sitting.Sign);
        foreach (var word in new[] { "First", "Second", "Third", "Fourth", "Fifth" })
        {
            Assert.Contains($"{word} statement.", open.Words, StringComparison.Ordinal);
        }

        Assert.Contains(
            "One Testshire Information Sharing Protocol",
            open.Words,
            StringComparison.Ordinal
        );
        await petra.PostAsync(open, "Agree and sign");
        var signature = (await Sitting.MeetingAsync(moot)).Signatures.Single();
        Assert.Equal(
            (
                People.Police.Id,
                World.Wording,
                SigningManner.InProduct,
                new DateTime(2026, 11, 23, 0, 1, 0)
            ),
            (signature.UserId, signature.WordingId, signature.Manner, signature.SignedAt)
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-7.1a")]
    [Rule("S1-7.1b")]
    [Rule("S1-7.1c")]
    [Rule("S1-7.1d")]
    public async Task Whoever_signs_has_the_undertakings_before_them_in_the_wording_of_that_day(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var statements = PresetFile.Load(PresetFile.CannockChase).Agreement.Statements;
        var wording = new ConfidentialityWording
        {
            Number = 2,
            From = new(2026, 11, 24),
            Statements = string.Join('\n', statements.Select(one => one.Text)),
        };
        await moot.AddAsync(
            wording,
            new ConfidentialityWording
            {
                Number = 3,
                From = new(2026, 11, 25),
                Statements = "Tomorrow's statement.",
            }
        );
        using var petra = await moot.AsAsync(People.Police);
        var page = await petra.GetAsync(Sitting.Sign);
        Assert.Equal(
            statements.Select(one => one.Text),
            page.Document.QuerySelectorAll("main ol li").Select(one => one.TextContent)
        );
        foreach (
            var undertaking in new[]
            {
                "only to safeguard people, or to reduce or prevent crime and disorder",
                "only in the hub's discussions or to carry out the hub's decisions",
                "treat it as sensitive, and in the end dispose of it securely",
                "I agree to share with the partners",
            }
        )
        {
            Assert.Contains(undertaking, page.Words, StringComparison.Ordinal);
        }

        await petra.PostAsync(page, "Agree and sign");
        Assert.Equal(wording.Id, (await Sitting.MeetingAsync(moot)).Signatures.Single().WordingId);
    }

    [Theory, BothDatabases]
    [Rule("S1-7.1")]
    public async Task An_unpublished_agenda_a_guest_and_a_lapsed_member_have_nothing_to_sign(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        foreach (var outsider in new[] { People.Guest, People.Lapsed })
        {
            using var browser = await moot.AsAsync(outsider);
            var page = await browser.GetAsync(Sitting.Sign);
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
        }

        await moot.WithAsync(async db =>
            (await db.Set<HubMeeting>().SingleAsync(m => m.Id == World.NextMeeting)).PublishedAt =
                null
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var unpublished = await carys.GetAsync(Sitting.Sign);
        Assert.Contains("not published yet", unpublished.Words, StringComparison.Ordinal);
        Assert.Empty((await Sitting.MeetingAsync(moot)).Signatures);
    }

    [Theory, BothDatabases]
    [Rule("S1-7.2f")]
    public async Task Without_a_signature_the_content_is_shut_and_a_deed_refused(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (chair, _) = await Sitting.StartAsync(moot);
        using var closing = chair;
        await Sitting.MoveAsync(chair, Sitting.CaseTitle);
        using var petra = await moot.AsAsync(People.Police);
        foreach (var path in new[] { Sitting.Live, Sitting.Live + "?handler=Board" })
        {
            var shut = await petra.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, shut.Status);
            Assert.Contains(
                "Sign the confidentiality agreement",
                shut.Text,
                StringComparison.Ordinal
            );
            Assert.DoesNotContain(Sitting.PersonMarker, shut.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Scooters", shut.Text, StringComparison.Ordinal);
        }

        var pulse = await petra.SendAsync(new(HttpMethod.Get, Sitting.Live + "/Pulse?once=1"));
        Assert.Equal(HttpStatusCode.NotFound, pulse.StatusCode);
        var (signed, _) = await Sitting.ComeAsync(moot, People.Police);
        using var ending = signed;
        await Sitting.MoveAsync(chair, "Scooters");
        await Sitting.MoveAsync(chair, Sitting.CaseTitle);
        var page = await signed.GetAsync(Sitting.Live);
        Assert.Contains(Sitting.PersonMarker, page.Text, StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, sitting.Case);
    }

    [Theory, BothDatabases]
    [Rule("S1-7.1")]
    public async Task A_protocol_that_lapses_shuts_the_meeting_at_once_even_after_signing(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (chair, _) = await Sitting.StartAsync(moot);
        using var closing = chair;
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var ending = petra;
        await Sitting.MoveAsync(chair, Sitting.CaseTitle);
        var before = await petra.GetAsync(Sitting.Live);
        Assert.Contains(Sitting.PersonMarker, before.Text, StringComparison.Ordinal);
        await moot.WithAsync(async db =>
            (
                await db.Set<HubMembership>().SingleAsync(m => m.Id == World.PoliceMember)
            ).ProtocolReviewDate = new DateOnly(2026, 11, 23)
        );
        foreach (var path in new[] { Sitting.Live, Sitting.Live + "?handler=Board" })
        {
            var after = await petra.GetAsync(path);
            Assert.DoesNotContain(Sitting.PersonMarker, after.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Scooters", after.Text, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task Someone_shut_out_of_a_case_sees_nothing_of_it(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        await moot.AddAsync(
            new CaseExclusion
            {
                CaseId = sitting.Case,
                UserId = People.Police.Id,
                Why = "a neighbour",
            }
        );
        var (chair, _) = await Sitting.StartAsync(moot);
        using var closing = chair;
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var ending = petra;
        var running = await Sitting.MoveAsync(chair, Sitting.CaseTitle);
        Assert.Contains(
            "Petra Novak, Testshire Police (shut out of this case)",
            running.Words,
            StringComparison.Ordinal
        );
        var page = await petra.GetAsync(Sitting.Live);
        Assert.DoesNotContain(Sitting.PersonMarker, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Sitting.CaseTitle, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Oldmark", page.Text, StringComparison.Ordinal);
        Assert.Contains("not open to you", page.Words, StringComparison.Ordinal);
    }
}
