using System.Net;
using Moothall.Features.Partnership.Settings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Account;

/// <summary>One-click sign-in exists in a demonstration on its own machine and nowhere else (settled 26).</summary>
public sealed class DemonstrationSignInTests
{
    [Theory, BothDatabases]
    public async Task In_a_demonstration_on_this_machine_one_click_signs_in(Database database)
    {
        await using var moot = await DemonstrationAsync(database);
        using var browser = moot.From("127.0.0.1");
        var page = await browser.GetAsync("/Account/SignIn?returnUrl=%2FAccount%3Fx");
        Assert.Contains(People.Coordinator.Name, page.Words, StringComparison.Ordinal);
        var home = await browser.PostAsync(page, "demonstration", $"as {People.Coordinator.Name}");
        Assert.Equal("/Account?x", home.Path);
        Assert.Contains("signed in to the demonstration", await moot.SignInNotesAsync());
    }

    [Theory]
    [InlineData("192.0.2.1", "localhost", null)]
    [InlineData("127.0.0.1", "hub.example.gov.uk", null)]
    [InlineData("127.0.0.1", "localhost.example.org", null)]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-For")]
    [InlineData("127.0.0.1", "localhost", "Forwarded")]
    public async Task From_elsewhere_it_does_not_exist(string from, string host, string? header)
    {
        await using var moot = await DemonstrationAsync(Database.Sqlite);
        using var browser = moot.From(from);
        await AssertAbsentAsync(browser, host, header);
    }

    [Theory, BothDatabases]
    public async Task Without_the_marker_it_does_not_exist(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var browser = moot.From("127.0.0.1");
        await AssertAbsentAsync(browser, "localhost", null);
    }

    // The token is taken from a page that has one, so that the answer is the page's own and not anti-forgery's.
    private static async Task AssertAbsentAsync(Browser browser, string host, string? header)
    {
        var page = await browser.GetAsync("/Account/SignOut");
        var token = page.Document.QuerySelector("[name=__RequestVerificationToken]")!;
        using var shown = await browser.SendAsync(
            Request(HttpMethod.Get, "/Account/SignIn", host, header)
        );
        var words = await shown.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.DoesNotContain(People.Coordinator.Name, words, StringComparison.Ordinal);

        using var request = Request(HttpMethod.Post, "/Account/Demonstration", host, header);
        request.Content = new FormUrlEncodedContent([
            new("personId", People.Coordinator.Id.ToString()),
            new("__RequestVerificationToken", token.GetAttribute("value")!),
        ]);
        using var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static HttpRequestMessage Request(
        HttpMethod method,
        string path,
        string host,
        string? header
    )
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Host = host;
        if (header is not null)
        {
            request.Headers.Add(header, "203.0.113.9");
        }

        return request;
    }

    private static async Task<Moot> DemonstrationAsync(Database database)
    {
        var moot = await Moot.StartAsync(database);
        await moot.WithAsync(db =>
        {
            db.RemoveRange(db.Set<PartnershipSettings>());
            db.Add(
                new PartnershipSettings
                {
                    Name = "Invented partnership",
                    AreaName = "Nowhere",
                    ProtocolName = "Protocol",
                    DemonstrationSeed = 1,
                }
            );
            return Task.CompletedTask;
        });
        return moot;
    }
}
