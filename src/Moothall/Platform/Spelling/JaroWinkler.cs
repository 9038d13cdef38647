namespace Moothall.Platform.Spelling;

/// <summary>How alike two short words are, from 0 to 1, kinder to those that begin alike (Jaro–Winkler, weight 0.1, up to four letters).</summary>
public static class JaroWinkler
{
    public static double Similarity(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.Ordinal))
        {
            return 1;
        }

        var jaro = Jaro(a, b);
        var prefix = 0;
        while (prefix < Math.Min(4, Math.Min(a.Length, b.Length)) && a[prefix] == b[prefix])
        {
            prefix++;
        }

        return jaro + (prefix * 0.1 * (1 - jaro));
    }

    private static double Jaro(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        var window = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        var taken = new bool[b.Length];
        var matchedA = new List<char>(a.Length);
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j < Math.Min(b.Length, i + window + 1); j++)
            {
                if (!taken[j] && a[i] == b[j])
                {
                    taken[j] = true;
                    matchedA.Add(a[i]);
                    break;
                }
            }
        }

        if (matchedA.Count == 0)
        {
            return 0;
        }

        var matchedB = b.Where((_, j) => taken[j]);
        double common = matchedA.Count;
        var transposed = matchedA.Zip(matchedB).Count(p => p.First != p.Second) / 2.0;
        return ((common / a.Length) + (common / b.Length) + ((common - transposed) / common)) / 3;
    }
}
