using System.Globalization;
using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>A way through the product that several people take together, on a clock that the test moves.</summary>
public sealed class Journey(Chromium chromium, RunningMoot moot, string name)
{
    /// <summary>How long a step may take, in milliseconds, on a machine that has much else to do.</summary>
    public const int Patience = 60000;

    private readonly List<string> faults = [];
    private readonly List<IPage> pages = [];
    private int pictures;

    /// <summary>What went wrong beside the steps: answers of the server's fault, errors in a browser's console.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>The clock goes to an instant in UTC.</summary>
    public Task ItIsAsync(DateTime utc) => moot.MoveClockAsync(utc);

    /// <summary>Somebody sits down at a browser and signs in.</summary>
    public async Task<JourneyPerson> SignInAsync(string person)
    {
        var page = await chromium.SignedInAsync(moot.Address, person);
        page.SetDefaultTimeout(Patience);
        pages.Add(page);
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 500)
            {
                faults.Add($"{person}: {answer.Url} answered {answer.Status}");
            }
        };
        page.PageError += (_, error) => faults.Add($"{person}: {page.Url}: {error}");
        page.Console += (_, line) =>
        {
            if (line.Type == "error")
            {
                faults.Add($"{person}: {page.Url}: {line.Text}");
            }
        };
        return new(person, page, this);
    }

    /// <summary>Keeps a picture of everybody's page, to show how a journey broke off.</summary>
    public async Task PictureAllAsync(string step)
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
            new()
            {
                Path = Path.Combine(
                    RunningMoot.Root,
                    "artifacts",
                    "screens",
                    name,
                    $"{number}-{step}.png"
                ),
                FullPage = true,
            }
        );
    }
}
