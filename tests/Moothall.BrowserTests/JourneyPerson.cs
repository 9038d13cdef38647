using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>One of the people of a journey, at a browser of their own.</summary>
/// <param name="Name">The invented name, as the sign-in page shows it.</param>
/// <param name="Page">The page they look at.</param>
/// <param name="Journey">Where what goes wrong is noted and pictures are kept.</param>
public sealed record JourneyPerson(string Name, IPage Page, Journey Journey)
{
    /// <summary>Follows links by their words, as someone does who knows no address.</summary>
    public async Task FollowAsync(params string[] links)
    {
        foreach (var link in links)
        {
            await Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
            await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        }
    }

    /// <summary>Presses the button with exactly these words, seen or only spoken.</summary>
    public Task PressAsync(string button) =>
        Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Types into the box with this label.</summary>
    public Task TypeAsync(string label, string words) =>
        Page.GetByLabel(label, new() { Exact = true }).FillAsync(words);

    /// <summary>Chooses one of a few buttons or one of a list.</summary>
    public async Task ChooseAsync(string label, string option)
    {
        var radio = Page.GetByRole(AriaRole.Group, new() { Name = label })
            .GetByLabel(option, new() { Exact = true });
        if (await radio.CountAsync() > 0)
        {
            await radio.CheckAsync();
            return;
        }

        await Page.GetByLabel(label, new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = option });
    }

    /// <summary>Waits until the page says something, and fails where it does not.</summary>
    public Task SeesAsync(string words) =>
        Assertions
            .Expect(Page.Locator("#main-content"))
            .ToContainTextAsync(words, new() { Timeout = Journey.Patience });

    /// <summary>Fails where the page says something that it should not.</summary>
    public Task SeesNotAsync(string words) =>
        Assertions
            .Expect(Page.Locator("#main-content"))
            .Not.ToContainTextAsync(words, new() { Timeout = Journey.Patience });

    /// <summary>Takes a picture of the page for people to look at.</summary>
    public Task PictureAsync(string step) => Journey.PictureAsync(Page, step);
}
