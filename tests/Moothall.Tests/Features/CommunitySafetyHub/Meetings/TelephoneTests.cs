using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>One press in a person's row for those without a device: agreed by telephone, or on a sheet that is attached.</summary>
public sealed class TelephoneTests
{
    private static readonly string Sheets = $"/Meetings/{World.NextMeeting}/Sheets";
    private static readonly string Petra = $"{World.PoliceMember}:{People.Police.Id}";

    [Theory, BothDatabases]
    [Rule("S1-7.1"), Rule("S1-7.2f")]
    public async Task One_press_records_time_witness_and_presence(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync(Sitting.Register);
        Assert.Contains("Third statement.", page.Words, StringComparison.Ordinal);
        var early = await MarkAsync(carys, Petra, "telephone", "9:55");
        Assert.Equal(["The time of the agreement is still ahead."], early.Errors);
        Assert.Empty((await Sitting.MeetingAsync(moot)).Signatures);

        Assert.Empty((await MarkAsync(carys, Petra, "telephone", "9:48")).Errors);
        var meeting = await Sitting.MeetingAsync(moot);
        var signature = meeting.Signatures.Single();
        Assert.Equal(
            (SigningManner.ReadAloud, "Carys Bevan", Sitting.Morning.AddMinutes(-2)),
            (signature.Manner, signature.WitnessName, signature.SignedAt)
        );
        var line = meeting.Register.Single();
        Assert.Equal(
            (true, "Representative, by telephone", Sitting.Morning.AddMinutes(-2)),
            (line.IsHere, line.AttendsAs, line.ArrivedAt!.Value)
        );
        var shown = await carys.GetAsync(Sitting.Register);
        Assert.Contains(
            "Read aloud and agreed at 09:48, witness Carys Bevan",
            shown.Words,
            StringComparison.Ordinal
        );
        var lapsed = await MarkAsync(carys, $"{World.LapsedMember}:{People.Lapsed.Id}", "aloud");
        Assert.Contains("due for review", lapsed.Errors.Single(), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_time_mistyped_is_named_and_the_row_can_be_used_again(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var wrong = await MarkAsync(carys, Petra, "telephone", "half nine");
        Assert.Equal(
            ["Petra Novak: enter the time as it was, for example 10:20. You typed “half nine”."],
            wrong.Errors
        );
        // The page that came back says what is so: nobody is on the register yet, and her row has her key.
        Assert.Contains(Petra, wrong.Text, StringComparison.Ordinal);
        Assert.Empty((await Sitting.MeetingAsync(moot)).Register);
    }

    [Theory, BothDatabases]
    [Rule("S1-7.2f")]
    public async Task The_chair_who_rings_in_has_a_row_before_coming(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var chair = RegisterRow.OfChair(People.Chair.Id);
        Assert.Empty((await MarkAsync(carys, chair, "telephone", "9:48")).Errors);
        var line = (await Sitting.MeetingAsync(moot)).Register.Single();
        Assert.Equal(
            (People.Chair.Id, AttendeeKind.Chair, "Testshire Police", true),
            (line.UserId!.Value, line.Kind, line.OrganisationName, line.IsHere)
        );
    }

    [Theory, BothDatabases]
    public async Task A_sheet_is_attached_to_the_signatures_on_it(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal(HttpStatusCode.Forbidden, (await petra.GetAsync(Sheets)).Status);
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "Nobody has signed on paper",
            (await carys.GetAsync(Sheets)).Words,
            StringComparison.Ordinal
        );
        await MarkAsync(carys, Petra, "paper");
        var page = await carys.GetAsync(Sheets);
        var empty = await carys.PostAsync(page, "Attach the sheet");
        Assert.Equal(["Choose a file"], empty.Errors);
        var done = await UploadAsync(carys, page);
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("The sheet is attached.", done.Words, StringComparison.Ordinal);
        var signature = (await Sitting.MeetingAsync(moot)).Signatures.Single();
        var sheet = await moot.WithAsync(db => db.Set<AgreementSheet>().SingleAsync());
        Assert.Equal(sheet.Id, signature.SheetId);
        var link = $"{Sheets}?handler=File&sheet={sheet.Id}";
        Assert.Equal(HttpStatusCode.Forbidden, (await petra.GetAsync(link)).Status);
        using var file = await carys.SendAsync(new(HttpMethod.Get, link));
        Assert.Equal(
            Samples.Pdf,
            await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
    }

    private static async Task<Page> UploadAsync(Browser browser, Page page)
    {
        var form = new MultipartFormDataContent();
        var given = page.Form("Attach")
            .QuerySelectorAll("input[type=hidden], input[type=checkbox][checked]");
        Assert.Contains(given, input => input.GetAttribute("name") == "Who");
        foreach (var input in given)
        {
            form.Add(
                new StringContent(input.GetAttribute("value") ?? ""),
                input.GetAttribute("name")!
            );
        }

        form.Add(new ByteArrayContent(Samples.Pdf), "Upload", "sheet.pdf");
        using var answer = await browser.SendAsync(new(HttpMethod.Post, Sheets) { Content = form });
        return await browser.GetAsync(answer.Headers.Location!.OriginalString);
    }

    /// <summary>Presses a button in a person's row of the register.</summary>
    internal static async Task<Page> MarkAsync(
        Browser browser,
        string who,
        string mark,
        string at = ""
    )
    {
        var page = await browser.GetAsync(Sitting.Register);
        var form = page
            .Document.QuerySelectorAll<IHtmlFormElement>("form.moot-marks")
            .Single(one => one.QuerySelector("[name=who]")!.GetAttribute("value") == who);
        Assert.Contains(
            form.QuerySelectorAll("button"),
            button => button.GetAttribute("value") == mark
        );
        return await browser.PostAsync(page, form, null, ("mark", mark), ("at", at));
    }
}
