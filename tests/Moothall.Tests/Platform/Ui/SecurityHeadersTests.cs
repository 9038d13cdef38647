using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Moothall.Platform.Ui;

namespace Moothall.Tests.Platform.Ui;

public sealed class SecurityHeadersTests
{
    [Fact]
    public async Task Nothing_inline_nothing_from_elsewhere_nothing_framed_nothing_kept()
    {
        var answer = await AnswerAsync("http://localhost/");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("https://hub.example.gov.uk/", true)]
    [InlineData("https://localhost/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("http://hub.example.gov.uk/", false)]
    public async Task Secure_transport_is_demanded_outside_this_machine(
        string address,
        bool demanded
    ) =>
        Assert.Equal(
            demanded,
            (await AnswerAsync(address)).Headers.Contains("Strict-Transport-Security")
        );

    [Fact]
    public async Task Only_what_says_it_is_public_may_be_kept()
    {
        Assert.Equal(
            "no-store",
            (await AnswerAsync("http://localhost/private")).Headers.CacheControl!.ToString()
        );
        Assert.True((await AnswerAsync("http://localhost/public")).Headers.CacheControl!.Public);
    }

    [Theory]
    [InlineData("#1d5b6b", "#1d5b6b", "#ffffff")]
    [InlineData("#ffdd00", "#ffdd00", "#0b0c0c")]
    [InlineData("red;}body{display:none", Masthead.UsualColour, "#ffffff")]
    public void The_partnership_colour_is_a_colour_and_words_on_it_can_be_read(
        string chosen,
        string shown,
        string words
    )
    {
        var masthead = new Masthead { Colour = chosen };
        Assert.Equal(
            $":root{{--partnership-colour:{shown};--partnership-text:{words}}}\n",
            masthead.StyleSheet
        );
        Assert.Equal(chosen == shown, Masthead.ColourProblem(chosen) is null);
    }

    private static async Task<HttpResponseMessage> AnswerAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        await using var app = builder.Build();
        app.UseSecurityHeaders();
        app.MapGet("/", () => "page");
        app.MapGet("/private", (HttpContext context) => Kept(context, "private, max-age=60"));
        app.MapGet("/public", (HttpContext context) => Kept(context, "public, max-age=60"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return await app.GetTestClient()
            .GetAsync(new Uri(address), TestContext.Current.CancellationToken);
    }

    private static string Kept(HttpContext context, string caching)
    {
        context.Response.Headers.CacheControl = caching;
        return "page";
    }
}
