using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>
/// The axe accessibility checker, run within the page itself: the package's own way opens and loads a second page each
/// time, which took most of a walk's minutes.
/// </summary>
internal static class Axe
{
    private const string Run =
        "() => axe.run({ resultTypes: ['violations'] }).then(found => found.violations.map(v => `axe ${v.id}: ${v.help} (${v.nodes.slice(0, 3).map(n => n.html).join(', ')})`))";

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What it finds wrong on the page, a sentence each.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
