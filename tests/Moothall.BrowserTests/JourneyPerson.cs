using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>One of the people of a journey, at a browser of their own. They find things by the words on the screen.</summary>
/// <param name="Name">The invented name, as the sign-in page shows it.</param>
/// <param name="Page">The page they look at.</param>
/// <param name="Journey">Where what goes wrong is noted and pictures are kept.</param>
public sealed record JourneyPerson(string Name, IPage Page, Journey Journey)
{
    private ILocator Main => Page.Locator("#main-content");

    /// <summary>The address of the page they look at, below the product's own.</summary>
    public string Here => new Uri(Page.Url).PathAndQuery;

    /// <summary>Follows links by their words, one after another, as someone does who knows no address.</summary>
    public async Task FollowAsync(params string[] links)
    {
        foreach (var words in links)
        {
            var link = Page.GetByRole(AriaRole.Link, new() { Name = words })
                .Or(Page.Locator("a[role=button]").Filter(new() { HasText = words }))
                .First;
            var target = await link.EvaluateAsync<string>("link => link.href");
            await link.ClickAsync();
            await Assertions.Expect(Page).ToHaveURLAsync(target);
            await IsReadyAsync();
        }
    }

    /// <summary>Presses the button with exactly these words, seen or only spoken, and waits for what it leads to.</summary>
    /// <param name="button">The button's words.</param>
    /// <param name="leadsTo">Words that are on the page afterwards and were not before.</param>
    public Task PressAsync(string button, string leadsTo) =>
        PressAsync(Button(button, exact: true), leadsTo);

    /// <inheritdoc cref="PressAsync(string, string)"/>
    public async Task PressAsync(ILocator button, string leadsTo)
    {
        await SeesNotAsync(leadsTo);
        await button.ClickAsync();
        await SeesAsync(leadsTo);
        await IsReadyAsync();
    }

    /// <summary>A button by its words.</summary>
    public ILocator Button(string words, bool exact = false) =>
        Page.GetByRole(AriaRole.Button, new() { Name = words, Exact = exact }).First;

    /// <summary>The first row of a table in which these words stand.</summary>
    public ILocator Row(string words) =>
        Page.GetByRole(AriaRole.Row).Filter(new() { HasText = words }).First;

    /// <summary>Types into the box with this label.</summary>
    public Task TypeAsync(string label, string words) => Box(label).FillAsync(words);

    /// <summary>The box with exactly this label, optional or not.</summary>
    public ILocator Box(string label) =>
        Page.GetByLabel(label, new() { Exact = true })
            .Or(Page.GetByLabel($"{label} (optional)", new() { Exact = true }));

    /// <summary>Chooses one of a few buttons or one of a list.</summary>
    public async Task ChooseAsync(string label, string option)
    {
        var radio = Page.GetByRole(AriaRole.Group, new() { Name = label })
            .GetByLabel(option, new() { Exact = true });
        var list = Box(label).And(Page.Locator("select"));
        await Assertions.Expect(radio.Or(list).First).ToBeAttachedAsync();
        if (await radio.CountAsync() > 0)
        {
            await radio.CheckAsync();
            return;
        }

        await list.SelectOptionAsync(new SelectOptionValue { Label = option });
    }

    /// <summary>Waits until the page says something, and fails where it does not.</summary>
    public Task SeesAsync(string words) => Assertions.Expect(Main).ToContainTextAsync(words);

    /// <summary>Fails where the page says something that it should not. Asked of a page that is known to be complete.</summary>
    public Task SeesNotAsync(string words) => Assertions.Expect(Main).Not.ToContainTextAsync(words);

    /// <summary>Fails where the page offers a button or a link with these words. Asked of a page that is known to be complete.</summary>
    public async Task IsNotOfferedAsync(string words)
    {
        var ways = Page.Locator("#main-content button, #main-content a");
        await Assertions.Expect(ways.Filter(new() { HasText = words })).ToHaveCountAsync(0);
    }

    /// <summary>Fails where anything of this stands in the page at all, hidden or shown. Asked of a page that is known to be complete.</summary>
    public async Task HasNothingOfAsync(params string[] secrets)
    {
        var page = await Page.ContentAsync();
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, page));
    }

    /// <summary>Puts a file of their own into the box with this label.</summary>
    public Task AttachAsync(string label, string name, byte[] content) =>
        Box(label)
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "application/octet-stream",
                    Buffer = content,
                }
            );

    /// <summary>Types an address by hand and fails unless, for this person, no such record is there (settled 20).</summary>
    public Task FindsNothingAtAsync(string path, params string[] secrets) =>
        CannotOpenAsync(404, path, secrets);

    /// <summary>Types an address by hand and fails unless pages of this kind are refused to this person, whatever record they show.</summary>
    public Task IsRefusedAtAsync(string path, params string[] secrets) =>
        CannotOpenAsync(403, path, secrets);

    // The page's script has run: the first part that it makes better, on every page, is marked. No event of the browser is
    // waited for: it may have passed before, and a page that keeps a stream open may keep it back.
    private Task IsReadyAsync() =>
        Assertions.Expect(Page.Locator("[data-govuk-skip-link-init]")).ToBeAttachedAsync();

    // In a tab of its own: that the browser's console notes the refusal is no fault.
    private async Task CannotOpenAsync(int status, string path, string[] secrets)
    {
        var tab = await Page.Context.NewPageAsync();
        var answer = await tab.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
        Assert.True(answer!.Status == status, $"{Name} got {answer.Status} at {path}");
        var shown = await answer.TextAsync();
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, shown));
        await tab.CloseAsync();
    }

    /// <summary>Takes a picture of the page for people to look at.</summary>
    public Task PictureAsync(string step) => Journey.PictureAsync(Page, step);

    /// <summary>Takes a picture, and notes as faults of the journey what axe finds and what runs over the side.</summary>
    public Task ExamineAsync(string step) => Journey.ExamineAsync(this, step);
}
