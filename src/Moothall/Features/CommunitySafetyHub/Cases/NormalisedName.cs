using Moothall.Platform.Spelling;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>
/// Names as they are compared and searched, beside the names as they were typed: case, accents, apostrophes, hyphens and spaces
/// gone, letters of every script kept. "O’Brien", "OBRIEN" and "o brien" are all "obrien"; "de la Cruz" is "delacruz".
/// </summary>
public static class NormalisedName
{
    public static string Of(string? name) => name is null ? "" : FoldedText.Letters(name);

    /// <summary>Each name by itself, so that a search for "Jones" finds "Smith-Jones".</summary>
    public static IReadOnlyList<string> Parts(string? name)
    {
        if (name is null)
        {
            return [];
        }

        var spaced = string.Concat(name.Select(c => FoldedText.IsHyphen(c) || c == ',' ? ' ' : c));
        return
        [
            .. spaced
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(FoldedText.Letters)
                .Where(p => p.Length > 0),
        ];
    }
}
