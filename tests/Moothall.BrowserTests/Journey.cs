using System.Globalization;
using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>A way through the product that several people take together, each at a browser of their own, on a clock that the test moves.</summary>
/// <param name="chromium">The browser.</param>
/// <param name="moot">The product.</param>
/// <param name="name">The folder for its pictures, below artifacts/screens.</param>
public sealed class Journey(Chromium chromium, HostedMoot moot, string name)
{
    private readonly List<string> faults = [];
    private readonly List<IPage> pages = [];
    private readonly string folder = Emptied(name);
    private int pictures;

    /// <summary>The clock goes to an instant in UTC. People who were signed in go home first, as they do when a day is over.</summary>
    public async Task ItIsAsync(DateTime utc)
    {
        foreach (var page in pages)
        {
            await page.Context.CloseAsync();
        }

        pages.Clear();
        moot.MoveClock(utc);
    }

    /// <summary>Somebody sits down at a browser, or takes out a telephone, and signs in.</summary>
    public async Task<JourneyPerson> SignInAsync(string person, ViewportSize? size = null)
    {
        var page = await chromium.SignedInAsync(moot.Address, person, size);
        pages.Add(page);
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 500)
            {
                Note($"{person}: {answer.Url} answered {answer.Status}");
            }
        };
        page.PageError += (_, error) => Note($"{person}: {page.Url}: {error}");
        page.Console += (_, line) =>
        {
            if (line.Type is "error" or "warning")
            {
                Note($"{person}: {page.Url}: {line.Text}");
            }
        };
        return new(person, page, this);
    }

    /// <summary>Walks it. Where it breaks off, everybody's page is pictured; at its end nothing may have gone wrong beside it.</summary>
    public async Task WalkAsync(Func<Task> steps)
    {
        try
        {
            await steps();
        }
        catch (Exception)
        {
            await PictureAllAsync("broke-off");
            throw;
        }

        var all = faults.Concat(moot.Errors).ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private async Task PictureAllAsync(string step)
    {
        foreach (var page in pages)
        {
            await PictureAsync(page, step);
        }
    }

    /// <summary>Keeps a picture, numbered in the order of the journey.</summary>
    public Task PictureAsync(IPage page, string step)
    {
        var number = (++pictures).ToString("00", CultureInfo.InvariantCulture);
        return page.ScreenshotAsync(
            new() { Path = Path.Combine(folder, $"{number}-{step}.png"), FullPage = true }
        );
    }

    // Words outside every class of the design system stand in the font that the browser has by itself.
    private const string Unstyled =
        "() => [...document.querySelectorAll('#main-content *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.checkVisibility() && e.offsetWidth > 1 && getComputedStyle(e).fontFamily.startsWith('\"Times')).map(e => `in the browser's own font: ${e.innerText.slice(0, 60)}`)";

    /// <summary>Keeps a picture and examines the page as it stands: axe finds nothing, nothing runs over the side, all words have the site's font.</summary>
    public async Task ExamineAsync(JourneyPerson person, string step)
    {
        await PictureAsync(person.Page, step);
        foreach (
            var fault in (string[])
                [
                    .. await Axe.FaultsAsync(person.Page),
                    .. await PageShape.FaultsAsync(person.Page),
                    .. await person.Page.EvaluateAsync<string[]>(Unstyled),
                ]
        )
        {
            Note($"{person.Name}: {step}, {person.Here}: {fault}");
        }
    }

    private static string Emptied(string name)
    {
        var place = Path.Combine(RunningMoot.Root, "artifacts", "screens", name);
        if (Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }

        return place;
    }

    private void Note(string fault)
    {
        lock (faults)
        {
            faults.Add(fault);
        }
    }
}
