namespace Moothall.Platform.Ui;

/// <summary>
/// Finds characters that cannot be seen and that a database or a Word file cannot hold, NUL first of all (settled
/// question 29). Letters of every script, emojis, accents and marks of writing direction are welcome.
/// </summary>
internal static class UnseenCharacters
{
    private const int Excerpt = 20;

    /// <summary>What to say about the first such character; null when there is none.</summary>
    public static string? Problem(string text, string name, bool manyLines)
    {
        var found = FirstIn(text, manyLines);
        if (found < 0)
        {
            return null;
        }
        var before = text[Math.Max(0, found - Excerpt)..found];
        return before.Length == 0 || !before.All(character => IsSeen(character, manyLines: false))
            ? $"{name} contains a character that cannot be seen or kept. Delete it, or type the text again."
            : $"{name} contains a character that cannot be seen or kept, just after “{before}”. Delete it.";
    }

    private static int FirstIn(string text, bool manyLines)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (
                char.IsHighSurrogate(text[index])
                && index + 1 < text.Length
                && char.IsLowSurrogate(text[index + 1])
            )
            {
                index++;
                continue;
            }
            if (!IsSeen(text[index], manyLines))
            {
                return index;
            }
        }
        return -1;
    }

    // Half of a pair on its own is no character and would be replaced on the way to the database.
    private static bool IsSeen(char character, bool manyLines) =>
        character is '\n' or '\r' or '\t'
            ? manyLines
            : !char.IsControl(character) && !char.IsSurrogate(character);
}
