using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moothall.Platform.Audit;
using Moothall.Platform.Operations;
using Moothall.Tests.Features.Account;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Platform.Operations;

/// <summary>Behind a proxy that is known, everything is as the browser sees it; nobody else is believed.</summary>
public sealed class ProxyTests
{
    private const string Elsewhere = "203.0.113.9";

    [Theory, BothDatabases]
    public async Task What_the_machines_own_proxy_says_is_believed(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var browser = moot.From("127.0.0.1");
        var (answer, cookies) = await TrySignInAsync(browser);
        Assert.NotEmpty(cookies);
        Assert.All(
            cookies,
            cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase)
        );
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
        var audit = await AuditAsync(moot);
        Assert.Contains(Elsewhere, audit, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", audit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("198.51.100.7", new string[0])]
    [InlineData("127.0.0.1", new[] { "10.0.0.0/8" })]
    public async Task Nobody_else_is(string from, string[] proxies)
    {
        await using var moot = await StartAsync(proxies);
        using var browser = moot.From(from);
        var (answer, cookies) = await TrySignInAsync(browser);
        Assert.NotEmpty(cookies);
        Assert.All(
            cookies,
            cookie => Assert.DoesNotContain("; secure", cookie, StringComparison.OrdinalIgnoreCase)
        );
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        var audit = await AuditAsync(moot);
        Assert.Contains(from, audit, StringComparison.Ordinal);
        Assert.DoesNotContain(Elsewhere, audit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.1.2.3", "10.0.0.0/8")]
    [InlineData("192.0.2.4", "192.0.2.4")]
    public async Task A_proxy_elsewhere_is_named_in_the_settings(string from, string proxy)
    {
        await using var moot = await StartAsync([proxy]);
        using var browser = moot.From(from);
        await TrySignInAsync(browser);
        Assert.Contains(Elsewhere, await AuditAsync(moot), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Proxies", "10.0.0.1", "The setting Proxies is a list")]
    [InlineData("Proxies:0", "proxy.example", "names proxy.example, which is neither")]
    public void A_setting_that_names_no_proxy_is_refused(string name, string value, string why)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create(name, (string?)value)])
            .Build();
        var refused = Assert.Throws<InvalidOperationException>(() =>
            new ServiceCollection()
                .AddOperations(settings)
                .BuildServiceProvider()
                .GetRequiredService<IOptions<ForwardedHeadersOptions>>()
                .Value
        );
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    private static async Task<Moot> StartAsync(string[] proxies) =>
        await Moot.StartAsync(
            Database.Sqlite,
            services =>
                services.Configure<OperationsOptions>(options =>
                {
                    foreach (var proxy in proxies)
                    {
                        options.Proxies.Add(proxy);
                    }
                })
        );

    // A wrong password, which stands in the audit with the address it came from.
    private static async Task<(
        HttpResponseMessage Answer,
        IReadOnlyList<string> Cookies
    )> TrySignInAsync(Browser browser)
    {
        using var form = await browser.Client.SendAsync(Request(HttpMethod.Get));
        var cookies = form.Headers.GetValues("Set-Cookie").ToList();
        var page = await new HtmlParser().ParseDocumentAsync(
            await form.Content.ReadAsStringAsync()
        );
        var token = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var post = Request(HttpMethod.Post);
        post.Headers.Add("Cookie", cookies.Select(cookie => cookie.Split(';')[0]));
        post.Content = new FormUrlEncodedContent([
            new("__RequestVerificationToken", token),
            new("Input.Email", People.Coordinator.Email),
            new("Input.Password", "not the password at all"),
        ]);
        var answer = await browser.Client.SendAsync(post);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        // A cookie that is taken away has no value to keep.
        return (answer, [.. cookies.Where(cookie => !cookie.Split(';')[0].EndsWith('='))]);
    }

    private static HttpRequestMessage Request(HttpMethod method)
    {
        var request = new HttpRequestMessage(method, "/Account/SignIn");
        request.Headers.Host = "hub.example.gov.uk";
        request.Headers.Add("X-Forwarded-For", Elsewhere);
        request.Headers.Add("X-Forwarded-Proto", "https");
        return request;
    }

    private static async Task<string> AuditAsync(Moot moot) =>
        string.Concat(
            await moot.WithAsync(db =>
                db.Set<AuditContent>()
                    .Where(content => content.Kind == AuditKind.SignIn)
                    .Select(content => content.Json)
                    .ToListAsync()
            )
        );
}
