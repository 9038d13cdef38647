using System.Text;

namespace Moothall.Features.Account.Joining;

/// <summary>
/// Which passwords are refused, and why: too short, made of the words everybody tries, or of the person's own name.
/// Length is what counts; nobody is made to add a digit or a sign (ASVS 5.0, V6.2).
/// </summary>
public static class PasswordRules
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters, so that a password cannot be used to keep the server busy.</summary>
    public const int Longest = 128;

    // Three ordinary words in a row are a passphrase; one or two that everybody knows are a guess.
    private const int FewestWords = 3;
    private const int ShortestPartOfName = 4;
    private const int FewestDifferent = 5;

    /// <summary>What is wrong with a password, in words for the person who chose it; nothing when it will do.</summary>
    public static string? Problem(string password, string name, string email)
    {
        if (password.Length < Shortest)
        {
            return $"Password must be {Shortest} characters or more. Three or four words that don't belong together are easy to remember.";
        }

        if (password.Length > Longest)
        {
            return $"Password must be {Longest} characters or fewer.";
        }

        var plain = Plain(password);
        if (OwnParts(name, email).Any(part => plain.Contains(part, StringComparison.Ordinal)))
        {
            return "Password must not contain your own name or e-mail address.";
        }

        if (password.Distinct().Count() < FewestDifferent || IsRow(password))
        {
            return "Password must not be one character or one row of keys over and over.";
        }

        return Readings(password).Any(letters => FewestKnownWords(letters) < FewestWords)
            ? "Password must not be made of words or numbers that everybody tries first. Add words that only you would put together."
            : null;
    }

    // "summer2026summer" with its digits left out, and "p4ssw0rd" with its digits read as letters.
    private static IEnumerable<string> Readings(string password) =>
        new[] { Plain(password), password.ToLowerInvariant() }.Select(text => new string([
            .. text.Where(char.IsLetter),
        ]));

    private static IEnumerable<string> OwnParts(string name, string email) =>
        name.Split([' ', '-', '\''])
            .Append(email.Split('@')[0])
            .Concat(email.Split('@')[0].Split('.', '-', '_'))
            .Select(Plain)
            .Where(part => part.Length >= ShortestPartOfName);

    // What people write instead of letters, turned back.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.ToLowerInvariant())
        {
            plain.Append(
                character switch
                {
                    '0' => 'o',
                    '1' or '!' => 'i',
                    '3' => 'e',
                    '4' or '@' => 'a',
                    '5' or '$' => 's',
                    '7' => 't',
                    _ => character,
                }
            );
        }

        // Digits at the end are digits: "summer2015", not "summerzois".
        var end = text.Length;
        while (end > 0 && !char.IsLetter(text[end - 1]))
        {
            end--;
        }

        return plain.ToString()[..end];
    }

    // Every character one more, or one less, than the one before.
    private static bool IsRow(string text)
    {
        var steps = text.Zip(text.Skip(1), (left, right) => right - left).Distinct().ToList();
        return steps.Count == 1 && steps[0] is >= -1 and <= 1;
    }

    // The fewest known words that the letters are made of; many when something in them is not a known word.
    private static int FewestKnownWords(string letters)
    {
        var fewest = new int[letters.Length + 1];
        Array.Fill(fewest, int.MaxValue, 1, letters.Length);
        for (var end = 1; end <= letters.Length; end++)
        {
            for (var start = Math.Max(0, end - CommonWords.Longest); start < end; start++)
            {
                if (
                    fewest[start] < fewest[end] - 1
                    && CommonWords.All.Contains(letters[start..end])
                )
                {
                    fewest[end] = fewest[start] + 1;
                }
            }
        }

        return IsRepeated(letters) ? Math.Min(1, fewest[letters.Length]) : fewest[letters.Length];
    }

    // One word over and over is one word, known or not.
    private static bool IsRepeated(string letters) =>
        letters.Length > 0
        && (letters + letters).IndexOf(letters, 1, StringComparison.Ordinal) < letters.Length;
}
