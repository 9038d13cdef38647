using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Moothall.Features.CommunitySafetyHub;

/// <summary>
/// References people read out, like <c>CSH-2026-K7QM</c>: a prefix, the London year, four random characters. They count nothing,
/// so they give away nothing about records the reader may not see (settled question 20). There are 234,256 a year: the caller keeps
/// them unique in the database and asks again on a clash.
/// </summary>
public static partial class HumanReference
{
    /// <summary>No vowels, so no words; of each pair that looks alike (0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V) at most one.</summary>
    public const string Alphabet = "CDFGHJKMNPQRTVWX234789";

    private const int CodeLength = 4;

    /// <summary>A new reference from secure random numbers.</summary>
    public static string Generate(string prefix, int year) =>
        Compose(prefix, year, RandomNumberGenerator.GetInt32);

    /// <summary>A reference from the caller's own choices, for demonstrations that must come out the same each time.</summary>
    /// <param name="prefix">Two to five capital letters.</param>
    /// <param name="year">The year in London.</param>
    /// <param name="pick">Given n, a number from 0 to n − 1.</param>
    public static string Compose(string prefix, int year, Func<int, int> pick)
    {
        if (!PrefixPattern().IsMatch(prefix))
        {
            throw new ArgumentException("A prefix is two to five capital letters.", nameof(prefix));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(year, 2000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2999);
        var code = new StringBuilder(CodeLength);
        for (var i = 0; i < CodeLength; i++)
        {
            code.Append(Alphabet[pick(Alphabet.Length)]);
        }

        return $"{prefix}-{year}-{code}";
    }

    /// <summary>
    /// Reads what a person typed: any case, any or no separators, letters for digits in the year and look-alikes in the code
    /// put right. Null when it cannot be a reference.
    /// </summary>
    public static string? Normalise(string? typed)
    {
        if (typed is null || typed.Length > 40)
        {
            return null;
        }

        var plain = string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        var prefixLength = plain.Length - 4 - CodeLength;
        if (prefixLength is < 2 or > 5)
        {
            return null;
        }

        var prefix = plain[..prefixLength];
        var year = plain[prefixLength..^CodeLength]
            .Replace('O', '0')
            .Replace('I', '1')
            .Replace('L', '1');
        var code = string.Concat(plain[^CodeLength..].Select(LookAlike));
        return
            PrefixPattern().IsMatch(prefix)
            && YearPattern().IsMatch(year)
            && code.All(c => Alphabet.Contains(c, StringComparison.Ordinal))
            ? $"{prefix}-{year}-{code}"
            : null;
    }

    private static char LookAlike(char typed) =>
        typed switch
        {
            'O' or '0' => 'Q',
            'B' => '8',
            'Z' => '2',
            '6' => 'G',
            'U' => 'V',
            _ => typed,
        };

    [GeneratedRegex("^[A-Z]{2,5}\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PrefixPattern();

    [GeneratedRegex("^2[0-9]{3}\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearPattern();
}
