using Moothall.Tests.Hosting;

namespace Moothall.Bench.Pages;

/// <summary>Somebody of the demonstration, signed in through its sign-in page.</summary>
internal sealed class SignedIn : IDisposable
{
    private readonly KeepsCookies wire;

    private SignedIn(KeepsCookies wire, Browser browser) => (this.wire, Browser) = (wire, browser);

    /// <summary>Opens pages and sends forms as they do.</summary>
    public Browser Browser { get; }

    /// <summary>What their browser sends along.</summary>
    public string Cookie => wire.Cookie;

    /// <summary>Signs in somebody by name.</summary>
    public static async Task<SignedIn> AsAsync(Uri root, string name)
    {
        var cookies = new KeepsCookies(root);
        var browser = new Browser(cookies, null);
        var page = await browser.GetAsync("/Account/SignIn");
        var person = page
            .Document.QuerySelectorAll("dl .govuk-summary-list__row")
            .First(row => row.TextContent.Contains(name, StringComparison.Ordinal))
            .QuerySelector("button")!
            .GetAttribute("value");
        var home = await browser.PostAsync(page, "Demonstration", null, ("personId", person));
        return home.Document.QuerySelector("form[action='/Account/SignOut']") is null
            ? throw new InvalidOperationException($"Nobody could sign in as {name}: {home.Words}")
            : new(cookies, browser);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Browser.Dispose();
        wire.Dispose();
    }

    /// <summary>Sends what the browser asks of localhost to the site's own port, and remembers its cookies.</summary>
    private sealed class KeepsCookies(Uri root)
        : DelegatingHandler(
            new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }
        )
    {
        public string Cookie { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            request.RequestUri = new Uri(root, request.RequestUri!.PathAndQuery);
            if (request.Headers.TryGetValues("Cookie", out var sent))
            {
                Cookie = string.Join("; ", sent);
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
