using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Audit;
using Moothall.Platform.Documents;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents;

namespace Moothall.Tests.Features.CommunitySafetyHub.Referrals;

/// <summary>Files of a referral: looked into, kept encrypted, given to those who see it (settled 25).</summary>
public sealed class AttachmentTests
{
    [Theory, BothDatabases]
    public async Task A_file_comes_back_as_it_was_to_those_who_see_the_referral(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var reference = await Fill.ReferAsync(moot, People.Police, Fill.Place());
        using var petra = await moot.AsAsync(People.Police);
        var page = await UploadAsync(petra, reference, "Play area.pdf", Samples.Pdf);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var link = page.Document.QuerySelector("main li a")!.GetAttribute("href")!;
        using var zainab = await moot.AsAsync(People.Charity);
        Assert.Equal(HttpStatusCode.NotFound, (await zainab.GetAsync(link)).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await zainab.GetAsync($"/Referrals/{reference}/Files")).Status
        );
        // A file asked for under somebody else's own referral is not there either.
        var other = await Fill.ReferAsync(moot, People.Charity, Fill.Place());
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await zainab.GetAsync(link.Replace(reference, other, StringComparison.Ordinal))).Status
        );

        using var carys = await moot.AsAsync(People.Coordinator);
        using var answer = await carys.SendAsync(new(HttpMethod.Get, link));

        Assert.Equal(
            Samples.Pdf,
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Play area.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        var id = await moot.WithAsync(db =>
            db.Set<ReferralAttachment>().Select(one => one.Id).SingleAsync()
        );
        var last = await moot.LastAuditAsync();
        Assert.Equal((AuditKind.Read, People.Coordinator.Name), (last.Kind, last.Actor));
        Assert.Contains(new Subject("ReferralAttachment", id), last.Subjects);
    }

    [Theory, BothDatabases]
    public async Task What_may_not_be_kept_is_refused_beside_the_field(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var reference = await Fill.ReferAsync(moot, People.Police, Fill.Place());
        using var petra = await moot.AsAsync(People.Police);
        var nothing = await petra.PostAsync(
            await petra.GetAsync($"/Referrals/{reference}/Files"),
            "Attach",
            "Attach"
        );
        Assert.Equal(["Choose a file"], nothing.Errors);
        byte[] program = [.. "MZ"u8, .. new byte[200]];
        var renamed = await UploadAsync(petra, reference, "holiday.pdf", program);
        Assert.Equal(["This is a program, and programs cannot be attached."], renamed.Errors);
        Assert.Equal(
            "#Upload",
            renamed.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href")
        );
        var large = await UploadAsync(
            petra,
            reference,
            "large.txt",
            new byte[UploadInspector.UsualLimit + (2 * 1024 * 1024)]
        );
        Assert.Equal(["This file is larger than 25 MB. Nothing was uploaded."], large.Errors);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<StoredFile>().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task Who_attached_a_file_removes_it_until_the_referral_is_decided(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var reference = await Fill.ReferAsync(moot, People.Police, Fill.Place());
        using var petra = await moot.AsAsync(People.Police);
        await UploadAsync(petra, reference, "Wrong.pdf", Samples.Pdf);
        var page = await UploadAsync(petra, reference, "Right.pdf", Samples.Pdf);
        using var carys = await moot.AsAsync(People.Coordinator);
        var hers = await carys.GetAsync($"/Referrals/{reference}/Files");
        Assert.Empty(hers.Document.QuerySelectorAll("form[action*=Remove]"));
        var forged = await carys.PostAsync(
            hers with
            {
                Path = $"/Referrals/{reference}/Files?handler=Remove",
            }
        );
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        await petra.PostAsync(page, "Remove Wrong.pdf", "Remove Wrong.pdf");
        var left = await moot.WithAsync(db =>
            db.Set<StoredFile>().Select(file => file.FileName).ToListAsync()
        );
        Assert.Equal(["Right.pdf"], left);
        await TriageTests.DecideAsync(carys, reference, "Accept", "Several agencies.");
        var late = await petra.GetAsync($"/Referrals/{reference}/Files");
        Assert.Empty(late.Document.QuerySelectorAll("form[action*=Remove]"));
    }

    internal static async Task<Page> UploadAsync(
        Browser browser,
        string reference,
        string name,
        byte[] content
    )
    {
        var path = $"/Referrals/{reference}/Files";
        var page = await browser.GetAsync(path);
        var form = new MultipartFormDataContent();
        foreach (var input in page.Form("Attach").QuerySelectorAll("input[type=hidden]"))
        {
            form.Add(
                new StringContent(input.GetAttribute("value") ?? ""),
                input.GetAttribute("name")!
            );
        }

        var file = new ByteArrayContent(content);
        // Browsers claim what the name says; the product looks for itself.
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(file, "Upload", name);
        using var answer = await browser.SendAsync(new(HttpMethod.Post, path) { Content = form });
        if (answer.Headers.Location is { } location)
        {
            return await browser.GetAsync(location.OriginalString);
        }

        var text = await answer.Content.ReadAsStringAsync();
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text);
        return new(answer.StatusCode, path, document, text);
    }
}
