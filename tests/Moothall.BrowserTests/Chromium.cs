using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>A real Chromium, one for all tests of a class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>How long a step may take, in milliseconds, on a machine that has much else to do.</summary>
    private const float Patience = 30_000;

    /// <summary>The width of a meeting room's laptop.</summary>
    public static readonly ViewportSize Wide = new() { Width = 1366, Height = 768 };

    /// <summary>The width of a telephone.</summary>
    public static readonly ViewportSize Narrow = new() { Width = 390, Height = 844 };

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <summary>A page of somebody who is not signed in, with a browser profile of their own.</summary>
    public async Task<IPage> PageAsync(string address, ViewportSize? size = null)
    {
        var context = await browser!.NewContextAsync(
            new()
            {
                BaseURL = address,
                ViewportSize = size ?? Wide,
                Locale = "en-GB",
                TimezoneId = "Europe/London",
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>A page of a demonstration person, signed in by the sign-in page's button for them.</summary>
    public async Task<IPage> SignedInAsync(string address, string name, ViewportSize? size = null)
    {
        var page = await PageAsync(address, size);
        await page.GotoAsync("/Account/SignIn");
        await page.GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();
        // What a person would look for: an event of the browser may have passed before anybody waits for it.
        await Assertions
            .Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }))
            .ToBeVisibleAsync();
        return page;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
