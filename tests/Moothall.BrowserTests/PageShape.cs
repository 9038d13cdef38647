using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>Which page an address opens, whatever record it shows, and whether it fits its screen.</summary>
public static partial class PageShape
{
    [GeneratedRegex(
        "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[A-Z]{2,4}-20[0-9]{2}-[A-Z0-9]{4}",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Identifier();

    /// <summary>The address with identifiers and references taken out, for example <c>/Cases/~/Edit</c>.</summary>
    public static string Of(string path) =>
        Identifier().Replace(path.Split('?', '#')[0].TrimEnd('/'), "~");

    /// <summary>The shape as a file's name.</summary>
    public static string FileName(string shape) =>
        shape.Length < 2
            ? "home"
            : shape.Trim('/').Replace('/', '-').Replace("~", "one", StringComparison.Ordinal);

    /// <summary>What runs over the side at the width the page has now, in a sentence.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        var over = await page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        return over > 0 ? [$"runs {over} pixels over the side at {page.ViewportSize!.Width}"] : [];
    }
}
