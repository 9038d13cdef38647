using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Audit;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents;
using static Moothall.Tests.Features.CommunitySafetyHub.MeetingMinutes.EndedMeeting;

namespace Moothall.Tests.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Who reads which parts of released minutes, on the page, in Word and in PDF (settled 10).</summary>
public sealed class MinutesReadingTests
{
    [Theory, BothDatabases]
    [Rule("S1-3.4")]
    public async Task A_restricted_item_reaches_those_named_and_no_one_else(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await ReleaseAsync(moot);
        foreach (
            var person in new[] { People.Housing, People.Charity, People.Guest, People.Councillor }
        )
        {
            using var browser = await moot.AsAsync(person);
            var page = await browser.GetAsync(Address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain(Marker, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("CSH-2026-BBBB", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("CSH-2026-DDDD", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Marker, await WordAsync(browser), StringComparison.Ordinal);
        }

        using var petra = await moot.AsAsync(People.Police);
        var hers = await petra.GetAsync(Address);
        Assert.Contains($"{Marker}-summary", hers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Marker}-action", hers.Text, StringComparison.Ordinal);
        Assert.Contains($"{Marker}-summary", await WordAsync(petra), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_invitee_gets_their_own_items_and_a_councillor_part_A(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await ReleaseAsync(moot);
        using var gita = await moot.AsAsync(People.Guest);
        var hers = (await gita.GetAsync(Address)).Words;
        Assert.Contains("Leaflets are coming", hers, StringComparison.Ordinal);
        Assert.DoesNotContain("CSH-2026", hers, StringComparison.Ordinal);
        Assert.DoesNotContain(People.PoliceDeputy.Name, hers, StringComparison.Ordinal);
        using var olwen = await moot.AsAsync(People.Councillor);
        var councillors = (await olwen.GetAsync(Address)).Words;
        Assert.Contains("Leaflets are coming", councillors, StringComparison.Ordinal);
        Assert.DoesNotContain("CSH-2026", councillors, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    [Rule("S1-4.2")]
    public async Task A_member_whose_protocol_lapses_is_shut_out_at_once(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await ReleaseAsync(moot);
        using var len = await moot.AsAsync(People.Lapsed);
        Assert.Equal(HttpStatusCode.NotFound, (await len.GetAsync(Address)).Status);
        using var zainab = await moot.AsAsync(People.Charity);
        Assert.Equal(HttpStatusCode.OK, (await zainab.GetAsync(Address)).Status);
        await moot.WithAsync(async db =>
            (
                await db.Set<HubMembership>().SingleAsync(m => m.Id == World.CharityMember)
            ).ProtocolReviewDate = new(2026, 11, 23)
        );
        Assert.Equal(HttpStatusCode.NotFound, (await zainab.GetAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await zainab.GetAsync($"{Address}/Word")).Status);
        Assert.Contains(
            "was due for review",
            (await zainab.GetAsync("/Minutes")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_person_shut_out_of_a_case_loses_its_part_whatever_their_role(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await ReleaseAsync(moot);
        using var clive = await moot.AsAsync(People.Chair);
        Assert.Contains(
            "CSH-2026-AAAA",
            (await clive.GetAsync(Address)).Words,
            StringComparison.Ordinal
        );
        await moot.AddAsync(
            new CaseExclusion
            {
                CaseId = OpenCase,
                UserId = People.Chair.Id,
                Why = "brother",
            }
        );
        Assert.DoesNotContain(
            "CSH-2026-AAAA",
            (await clive.GetAsync(Address)).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("CSH-2026-AAAA", await WordAsync(clive), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Word_opens_clean_and_the_PDF_holds_the_same_and_both_say_whose_copy_it_is(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await ReleaseAsync(moot);
        using var hannah = await moot.AsAsync(People.Housing);
        var bytes = await BytesAsync(hannah, "Word");
        using (var file = WordprocessingDocument.Open(new MemoryStream(bytes), false))
        {
            Assert.Empty(
                new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(
                    file,
                    TestContext.Current.CancellationToken
                )
            );
            Assert.Contains(
                "Copy of Hannah Wright",
                file.MainDocumentPart!.FooterParts.Single().Footer.InnerText,
                StringComparison.Ordinal
            );
        }

        var pdf = System.IO.Path.GetTempFileName();
        await File.WriteAllBytesAsync(
            pdf,
            await BytesAsync(hannah, "Pdf"),
            TestContext.Current.CancellationToken
        );
        var (code, text) = await Tool.RunAsync("pdftotext", "-layout", pdf, "-");
        File.Delete(pdf);
        Assert.Equal(0, code);
        Assert.Contains("Copy of Hannah Wright", text, StringComparison.Ordinal);
        Assert.Contains("Joint visit agreed.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("MARKER", text, StringComparison.Ordinal);
        var hash = (await MinutesAsync(moot)).SignedHash;
        Assert.Contains(
            $"Text unchanged: {CanonicalText.Short(hash)}",
            text,
            StringComparison.Ordinal
        );
        var taken = await moot.WithAsync(db =>
            db.Set<AuditContent>().Where(c => c.Json.Contains("MinutesPdf")).CountAsync()
        );
        Assert.Equal(1, taken);
    }

    [Theory, BothDatabases]
    [Rule("S1-7.2j")]
    public async Task A_text_changed_in_the_database_is_not_shown_but_cried_out(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await ReleaseAsync(moot);
        await moot.WithAsync(db =>
            db.Set<MinutesSection>()
                .Where(s => s.ItemId == OpenItem)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Text, "Doctored words"))
        );
        foreach (var person in new[] { People.Housing, People.Coordinator, People.Guest })
        {
            using var browser = await moot.AsAsync(person);
            var page = await browser.GetAsync(Address);
            Assert.Contains(
                "is not the text that was signed",
                page.Words,
                StringComparison.Ordinal
            );
            Assert.DoesNotContain("Doctored", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Leaflets", page.Text, StringComparison.Ordinal);
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await browser.GetAsync($"{Address}/Word")).Status
            );
        }
    }

    [Theory, BothDatabases]
    [Rule("S1-7.2j")]
    public async Task Minutes_set_to_released_without_two_signatures_are_not_shown(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot);
        await DraftAsync(moot);
        await SignAsync(moot, People.Coordinator);
        await moot.WithAsync(async db =>
        {
            var minutes = await LoadAsync(db);
            (minutes.Status, minutes.SignedHash, minutes.SignedText, minutes.ReleasedAt) = (
                MinutesStatus.Released,
                minutes.CurrentHash,
                CanonicalText.Of(minutes.Content),
                End
            );
        });
        using var hannah = await moot.AsAsync(People.Housing);
        var page = await hannah.GetAsync(Address);
        Assert.Contains("is not the text that was signed", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Joint visit", page.Text, StringComparison.Ordinal);
    }

    private static async Task<string> WordAsync(Browser browser)
    {
        using var file = WordprocessingDocument.Open(
            new MemoryStream(await BytesAsync(browser, "Word")),
            false
        );
        return file.MainDocumentPart!.Document!.InnerText;
    }

    private static async Task<byte[]> BytesAsync(Browser browser, string kind)
    {
        using var answer = await browser.SendAsync(new(HttpMethod.Get, $"{Address}/{kind}"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            kind == "Word" ? "minutes.docx" : "minutes.pdf",
            answer.Content.Headers.ContentDisposition!.FileName
        );
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
