namespace Moothall.Features.Partnership.Bodies.BodyTerms;

/// <summary>How a line fared between two versions.</summary>
public enum LineChange
{
    Kept,
    Added,
    Removed,
}

/// <summary>What changed between two versions, line by line.</summary>
public static class TermsComparison
{
    // Beyond this many pairs of lines a comparison takes too long for a page; then all is shown as changed.
    private const int MostPairs = 4_000_000;

    /// <summary>The lines in order: kept, removed from the earlier, added in the later.</summary>
    public static IReadOnlyList<(LineChange Change, string Line)> Of(string earlier, string later)
    {
        var (a, b) = (Lines(earlier), Lines(later));
        if ((long)a.Length * b.Length > MostPairs)
        {
            return
            [
                .. a.Select(line => (LineChange.Removed, line)),
                .. b.Select(line => (LineChange.Added, line)),
            ];
        }

        // common[i, j] is the longest run of lines, in order, that both have from i and j on.
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                common[i, j] =
                    a[i] == b[j]
                        ? common[i + 1, j + 1] + 1
                        : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var result = new List<(LineChange, string)>();
        var (x, y) = (0, 0);
        while (x < a.Length || y < b.Length)
        {
            if (x < a.Length && y < b.Length && a[x] == b[y])
            {
                result.Add((LineChange.Kept, a[x]));
                (x, y) = (x + 1, y + 1);
            }
            else if (x < a.Length && (y == b.Length || common[x + 1, y] >= common[x, y + 1]))
            {
                result.Add((LineChange.Removed, a[x++]));
            }
            else
            {
                result.Add((LineChange.Added, b[y++]));
            }
        }

        return result;
    }

    private static string[] Lines(string text) =>
        text.ReplaceLineEndings("\n")
            .Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0)
            .ToArray();
}
