using System.Text.Json;

namespace Moothall.Tests.Platform.Documents;

/// <summary>Strings that break text fields: the Big List of Naughty Strings (MIT, licence beside it) and what XML forbids.</summary>
internal static class NaughtyStrings
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. JsonSerializer.Deserialize<string[]>(
            File.ReadAllText(
                Path.Combine(
                    AppContext.BaseDirectory,
                    "Platform",
                    "Documents",
                    "naughty-strings.json"
                )
            )
        )!,
        "NUL\0 and bell\a and escape\u001b[31m",
        "lone high \ud83d and lone low \ude00 halves",
        "no characters \ufffe \uffff",
        "vertical\vtab, form\ffeed, next\u0085line, line\u2028and paragraph\u2029ends",
        "👩🏽‍🚒 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "]]> <![CDATA[ <!-- --> &amp; &#0;",
    ];
}
