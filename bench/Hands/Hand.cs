using Microsoft.Playwright;

namespace Moothall.Bench.Hands;

/// <summary>What a task cost.</summary>
/// <param name="Clicks">Presses of the mouse.</param>
/// <param name="Keys">Keys pressed, a Tab to reach each box among them.</param>
/// <param name="Requests">Pages and parts of pages asked for.</param>
/// <param name="ServerMilliseconds">From each request's sending to the first byte of its answer, together.</param>
internal sealed record Cost(int Clicks, int Keys, int Requests, double ServerMilliseconds)
{
    /// <summary>
    /// Seconds a practised person needs, by the keystroke-level model of Card, Moran and Newell: 0.28 s a key, 1.1 s to point
    /// and 0.2 s to click, 1.35 s to decide before each click, and the server's own time. Reading and thinking what to write
    /// come on top.
    /// </summary>
    public double Seconds =>
        (Keys * 0.28) + (Clicks * (1.1 + 0.2 + 1.35)) + (ServerMilliseconds / 1000);
}

/// <summary>A person's hands at a page: every click and key of a task is counted, and the server's time with it.</summary>
internal sealed class Hand
{
    private readonly IPage page;
    private int clicks;
    private int keys;
    private int requests;
    private double milliseconds;

    public Hand(IPage page)
    {
        this.page = page;
        page.RequestFinished += Count;
    }

    /// <summary>Clicks something.</summary>
    public async Task ClickAsync(ILocator what)
    {
        clicks++;
        await what.First.ClickAsync();
    }

    /// <summary>Reaches a box with Tab and types into it.</summary>
    public async Task TypeAsync(ILocator box, string words)
    {
        keys += 1 + words.Length;
        await box.First.FillAsync(words);
    }

    /// <summary>Types where the caret is.</summary>
    public async Task TypeAsync(string words)
    {
        keys += words.Length;
        await page.Keyboard.TypeAsync(words);
    }

    /// <summary>Presses a key, or keys together.</summary>
    public async Task PressAsync(string key)
    {
        keys += key.Split('+').Length;
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>What it cost so far.</summary>
    public Cost Done()
    {
        page.RequestFinished -= Count;
        return new(clicks, keys, requests, milliseconds);
    }

    private void Count(object? sender, IRequest request)
    {
        // Streams, styles and pictures are not waited for.
        if (request.ResourceType is "document" or "fetch" && request.Timing.ResponseStart > 0)
        {
            requests++;
            milliseconds += request.Timing.ResponseStart - Math.Max(0, request.Timing.RequestStart);
        }
    }
}
