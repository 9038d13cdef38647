namespace Moothall.Platform.Ui;

/// <summary>Loose checks of shape that catch slips of typing; whether an address works is found out by using it.</summary>
internal static class TextShapes
{
    public static bool LooksLikeEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            && at == text.LastIndexOf('@')
            && at < text.Length - 3
            && text.IndexOf('.', at) > at + 1
            && !text.EndsWith('.')
            && !text.Any(character =>
                char.IsWhiteSpace(character) || character is ',' or ';' or '<' or '>'
            );
    }

    // Extensions are written "ext 12", "x12" or "#12"; nothing else in a number is a letter.
    public static bool LooksLikeTelephone(string text)
    {
        var bare = text.Replace("ext", "", StringComparison.OrdinalIgnoreCase);
        return bare.Count(char.IsAsciiDigit) is >= 3 and <= 20
            && bare.All(character =>
                char.IsAsciiDigit(character) || " +-().x#/".Contains(character)
            );
    }
}
