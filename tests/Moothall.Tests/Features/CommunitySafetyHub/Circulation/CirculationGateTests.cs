using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Platform.Audit;
using Moothall.Platform.Email;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Circulation;

/// <summary>Nothing goes before two people signed the text as it stands.</summary>
public sealed class CirculationGateTests
{
    [Theory, BothDatabases]
    public async Task Only_the_team_circulates_and_an_unknown_meeting_is_not_found(
        Database database
    )
    {
        await using var moot = await HeldMeeting.StartAsync(database);
        foreach (var person in new[] { People.Chair, People.Police, People.Approver, People.Guest })
        {
            using var browser = await moot.AsAsync(person);
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await browser.GetAsync(HeldMeeting.Page)).Status
            );
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await browser.GetAsync(HeldMeeting.StatusPage)).Status
            );
        }

        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await carys.GetAsync($"/Minutes/{Guid.CreateVersion7()}/Circulate")).Status
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-7.2j")]
    public async Task Before_the_second_signature_there_is_no_button_and_a_forged_form_is_refused_and_kept(
        Database database
    )
    {
        await using var moot = await HeldMeeting.StartAsync(database, signatures: 0);
        using var carys = await moot.AsAsync(People.Coordinator);
        foreach (
            var missing in new[] { "Two people of the Community Safety Team", "A second person" }
        )
        {
            var page = await carys.GetAsync(HeldMeeting.Page);
            Assert.Contains(missing, page.Words, StringComparison.Ordinal);
            Assert.Empty(page.Document.QuerySelectorAll("main button"));
            Assert.Equal(HttpStatusCode.Forbidden, await ForgeAsync(carys, page));
            await HeldMeeting.SignAsync(
                moot,
                missing.StartsWith('T') ? People.Coordinator : People.Manager
            );
        }

        Assert.Empty(await HeldMeeting.CopiesAsync(moot));
        Assert.Empty(await moot.WithAsync(db => db.Set<Notice>().ToListAsync()));
        var refusals = await HeldMeeting.AuditAsync(moot, AuditKind.Refusal);
        Assert.Equal(
            2,
            refusals.Count(r => r.Contains("Circulating minutes", StringComparison.Ordinal))
        );
        Assert.NotEmpty(
            (await carys.GetAsync(HeldMeeting.Page)).Document.QuerySelectorAll("main button")
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-7.2j")]
    public async Task A_text_changed_behind_the_signatures_does_not_go_out(Database database)
    {
        await using var moot = await HeldMeeting.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync(HeldMeeting.Page);
        await moot.WithAsync(db =>
            db.Set<MinutesSection>()
                .Where(s => s.Order == 3)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Text, "Something else"))
        );
        Assert.Equal(HttpStatusCode.Forbidden, await ForgeAsync(carys, page));
        Assert.Empty(await HeldMeeting.CopiesAsync(moot));
    }

    /// <summary>Sends the form that the page does not have, with the token any page of the session has.</summary>
    private static async Task<HttpStatusCode> ForgeAsync(Browser browser, Page page)
    {
        var token = page
            .Document.QuerySelectorAll("input[name=__RequestVerificationToken]")
            .OfType<IHtmlInputElement>()
            .First();
        using var answer = await browser.SendAsync(
            new(HttpMethod.Post, HeldMeeting.Page)
            {
                Content = new FormUrlEncodedContent([
                    new("__RequestVerificationToken", token.Value),
                    new("Shown", ""),
                ]),
            }
        );
        return answer.StatusCode;
    }
}
