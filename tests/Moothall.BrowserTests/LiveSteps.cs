using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>What people do on the live page.</summary>
internal static class LiveSteps
{
    /// <summary>Signs, says "I am here" and waits for the agenda.</summary>
    public static async Task<IPage> ComeAsync(
        Chromium chromium,
        RunningMoot moot,
        string role,
        Guid meeting,
        Func<IPage, Task>? before = null
    )
    {
        var page = await chromium.SignedInAsync(moot.Address, role);
        if (before is not null)
        {
            await before(page);
        }

        await page.GotoAsync($"/Meetings/{meeting}/Sign");
        await page.GetByRole(AriaRole.Button, new() { Name = "Agree and sign" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I am here" }).ClickAsync();
        await page.Locator("#live-agenda").WaitForAsync();
        return page;
    }

    /// <summary>The heading of the item under discussion.</summary>
    public static ILocator Heading(IPage page, string text) =>
        page.Locator("#live-item h2").Filter(new() { HasText = text });

    /// <summary>A line of the agenda that moves the meeting there.</summary>
    public static ILocator Line(IPage page, string text) =>
        page.Locator("#live-agenda button").Filter(new() { HasText = text });

    /// <summary>An action in the column of actions.</summary>
    public static ILocator Action(IPage page, string text) =>
        page.Locator("#live-actions .moot-action__text").Filter(new() { HasText = text });
}
