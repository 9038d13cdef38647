using System.Globalization;
using System.Security.Cryptography;

namespace Moothall.Platform.Documents;

/// <summary>
/// The password of the locked files of a month (S1-7.2i): upper-case, lower-case and numbers, changed monthly,
/// told in person or by telephone only. It is therefore made to be read out, and has no letters that look alike.
/// </summary>
public static class ArchivePassword
{
    /// <summary>Fewest characters accepted.</summary>
    public const int Shortest = 14;

    // Without 0/O/o and 1/l/I: on paper and on many screens they cannot be told apart.
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private const int Groups = 4;
    private const int GroupLength = 4;

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById(
        "Europe/London"
    );

    private static readonly string[] Words =
    [
        "alfa",
        "bravo",
        "charlie",
        "delta",
        "echo",
        "foxtrot",
        "golf",
        "hotel",
        "india",
        "juliett",
        "kilo",
        "lima",
        "mike",
        "november",
        "oscar",
        "papa",
        "quebec",
        "romeo",
        "sierra",
        "tango",
        "uniform",
        "victor",
        "whiskey",
        "x-ray",
        "yankee",
        "zulu",
    ];

    private static readonly string[] Numbers =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
    ];

    /// <summary>Makes a password such as <c>Ktrm-7QpX-4hDw-nR3v</c>: about 92 bits, beyond guessing even by someone who holds the file.</summary>
    public static string Generate()
    {
        while (true)
        {
            var groups = Enumerable
                .Range(0, Groups)
                .Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength));
            var password = string.Join('-', groups);
            if (MeetsPolicy(password, out _))
            {
                return password;
            }
        }
    }

    /// <summary>Whether a password may lock a file.</summary>
    /// <param name="password">The password.</param>
    /// <param name="reason">Why not, in words for the person; empty if it may.</param>
    public static bool MeetsPolicy(string password, out string reason)
    {
        reason = password switch
        {
            _ when password.Any(letter => !char.IsBetween(letter, '!', '~')) =>
                "Use only letters without accents, numbers and common signs, and no spaces: other signs do not open the file everywhere.",
            { Length: < Shortest } => $"Use at least {Shortest} characters.",
            _ when !password.Any(char.IsAsciiLetterUpper) => "Use at least one capital letter.",
            _ when !password.Any(char.IsAsciiLetterLower) => "Use at least one small letter.",
            _ when !password.Any(char.IsAsciiDigit) => "Use at least one number.",
            _ => "",
        };
        return reason.Length == 0;
    }

    /// <summary>The password as one reads it out by telephone: "capital K as in kilo, t as in tango, seven, hyphen".</summary>
    public static string Spell(string password) => string.Join(", ", password.Select(Spell));

    /// <summary>The month a moment falls in by London's calendar, as its first day: the password of that month is the one in force.</summary>
    public static DateOnly MonthOf(DateTime utc)
    {
        if (utc.Kind != DateTimeKind.Utc)
        {
            throw new ArgumentException("The moment must be in UTC.", nameof(utc));
        }

        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, London);
        return new DateOnly(local.Year, local.Month, 1);
    }

    private static string Spell(char letter) =>
        letter switch
        {
            _ when char.IsAsciiLetterUpper(letter) =>
                $"capital {letter} as in {Words[letter - 'A']}",
            _ when char.IsAsciiLetterLower(letter) => $"{letter} as in {Words[letter - 'a']}",
            _ when char.IsAsciiDigit(letter) => Numbers[letter - '0'],
            '-' => "hyphen",
            _ => string.Create(CultureInfo.InvariantCulture, $"the sign {letter}"),
        };
}
