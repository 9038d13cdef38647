using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>
/// Every page that a role can reach by following links from home, in the demonstration partnership: axe finds nothing,
/// nothing runs over the side of a telephone, and the browser's console stays empty. Pictures go to artifacts/screens.
/// </summary>
public sealed class EveryPageTests(Chromium chromium, EveryPageTests.Demonstration demonstration)
    : IClassFixture<Chromium>,
        IClassFixture<EveryPageTests.Demonstration>
{
    /// <summary>How many records of one kind are opened, since the same page serves them all.</summary>
    private const int RecordsOfAKind = 2;

    // Chromium refuses pictures above some 16,000 pixels; a long list looks the same further down.
    private const int TallestPicture = 8000;

    /// <summary>The demonstration, one for the class, and what has been examined of it.</summary>
    public sealed class Demonstration : IAsyncLifetime
    {
        // What the page is made of, whatever its records say: axe finds the same in the same kinds of element.
        private const string Make =
            "[...new Set([...document.querySelectorAll('body *')].map(e => [e.tagName, e.className, e.getAttribute('role'), e.getAttribute('type')].join('.')))].sort().join(' ')";

        private readonly HashSet<string> examined = [];

        public RunningMoot Moot { get; private set; } = null!;

        /// <summary>Is this the first page of its shape that is made of these kinds of element?</summary>
        public async Task<bool> IsNewAsync(IPage page, string shape) =>
            examined.Add(shape + await page.EvaluateAsync<string>(Make));

        public async ValueTask InitializeAsync() => Moot = await RunningMoot.StartAsync();

        public ValueTask DisposeAsync() => Moot.DisposeAsync();
    }

    /// <summary>A demonstration person of each role that sees something of its own.</summary>
    public static TheoryData<string> Names =>
        [
            "Helen Marlowe",
            "Judith Penhale",
            "Marcus Oyelaran",
            "Siobhan Tully",
            "Sergeant Amy Thackeray",
            "Councillor Brian Westlake",
            "Priya Ramanathan",
            "Sophie Renshaw",
            "Anthony Croft",
            "Lorna Whitby",
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_page_is_accessible_and_fits(string name)
    {
        var page = await chromium.SignedInAsync(demonstration.Moot.Address, name);
        await WalkAsync(page, name, ["/"]);
    }

    [Fact]
    public async Task The_pages_of_a_visitor_are_accessible_and_fit()
    {
        var page = await chromium.PageAsync(demonstration.Moot.Address);
        await WalkAsync(page, "Visitor", ["/Account/SignIn", "/nowhere"]);
    }

    private async Task WalkAsync(IPage page, string name, IEnumerable<string> starts)
    {
        var faults = new List<string>();
        var console = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                console.Add(message.Text);
            }
        };
        var waiting = new Queue<string>(starts);
        var seen = new Dictionary<string, int>();
        var queued = waiting.ToHashSet();
        while (waiting.TryDequeue(out var path))
        {
            var shape = PageShape.Of(path);
            var times = seen.GetValueOrDefault(shape);
            if (times >= RecordsOfAKind)
            {
                continue;
            }

            seen[shape] = times + 1;
            console.Clear();
            var answer = await OpenAsync(page, path);
            if (
                answer
                    ?.Headers.GetValueOrDefault("content-type")
                    ?.StartsWith("text/html", StringComparison.Ordinal) != true
            )
            {
                continue;
            }

            if (answer.Status >= 400 && path != "/nowhere")
            {
                faults.Add($"{path}: a link leads to an answer of {answer.Status}");
                continue;
            }

            faults.AddRange(
                (await LookAsync(page, name, shape)).Select(fault => $"{path}: {fault}")
            );
            faults.AddRange(
                console.Where(_ => answer.Status < 400).Select(line => $"{path}: console: {line}")
            );
            foreach (var link in await LinksAsync(page))
            {
                if (queued.Add(link))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        Assert.True(
            faults.Count == 0,
            $"{name}, {seen.Count} pages:\n{string.Join('\n', faults.Distinct())}"
        );
    }

    private async Task<IEnumerable<string>> LookAsync(IPage page, string name, string shape)
    {
        var faults = new List<string>();
        var isNew = await demonstration.IsNewAsync(page, shape);
        foreach (
            var (size, width) in new[] { (Chromium.Narrow, "narrow"), (Chromium.Wide, "wide") }
        )
        {
            await page.SetViewportSizeAsync(size.Width, size.Height);
            faults.AddRange(await PageShape.FaultsAsync(page));
            if (isNew)
            {
                await PictureAsync(page, size, $"{name}/{PageShape.FileName(shape)}.{width}.png");
            }
        }

        if (isNew)
        {
            faults.AddRange(await Axe.FaultsAsync(page));
        }

        return faults;
    }

    private static async Task PictureAsync(IPage page, ViewportSize size, string file)
    {
        var tall = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await page.ScreenshotAsync(
            new()
            {
                Path = Path.Combine(RunningMoot.Root, "artifacts", "screens", file),
                FullPage = true,
                Clip = new() { Width = size.Width, Height = Math.Min(TallestPicture, tall) },
            }
        );
    }

    /// <summary>The page, or nothing where the address gives a file to keep.</summary>
    private static async Task<IResponse?> OpenAsync(IPage page, string path)
    {
        try
        {
            return await page.GotoAsync(path);
        }
        catch (PlaywrightException fault)
            when (fault.Message.Contains("Download is starting", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<string>> LinksAsync(IPage page) =>
        await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('a[href]:not([download])')].map(a => a.href).filter(h => h.startsWith(location.origin) && !h.includes('/Account/SignOut')).map(h => h.slice(location.origin.length).split('#')[0]).filter(h => h)"
        );
}
