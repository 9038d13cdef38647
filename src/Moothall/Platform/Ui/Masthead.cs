using System.Globalization;

namespace Moothall.Platform.Ui;

/// <summary>What stands at the top of every page of this partnership.</summary>
public sealed class Masthead
{
    /// <summary>The colour until the partnership chooses its own.</summary>
    public const string UsualColour = "#1d5b6b";

    /// <summary>The partnership's own name.</summary>
    public string Name { get; set; } = "Moothall";

    /// <summary>The partnership's own colour, as #rrggbb.</summary>
    public string Colour { get; set; } = UsualColour;

    /// <summary>The team's telephone number; empty where none is set.</summary>
    public string Telephone { get; set; } = "";

    /// <summary>The team's e-mail address; empty where none is set.</summary>
    public string Email { get; set; } = "";

    /// <summary>Whether everything here is invented (settled question 26).</summary>
    public bool IsDemonstration { get; set; }

    /// <summary>Address of the small style sheet that carries the colour; it changes when the colour does.</summary>
    public string StyleAddress => $"/partnership.css?v={Sound(Colour)[1..]}";

    /// <summary>The style sheet. Words on the colour are black or white, whichever reads better, so that any colour will do.</summary>
    public string StyleSheet =>
        $":root{{--partnership-colour:{Sound(Colour)};--partnership-text:{(WhiteReadsBetter(Sound(Colour)) ? "#ffffff" : "#0b0c0c")}}}\n";

    /// <summary>What is wrong with a colour, in words for the person who typed it; null when nothing is.</summary>
    public static string? ColourProblem(string colour) =>
        colour.Length == 7 && colour[0] == '#' && colour[1..].All(char.IsAsciiHexDigit)
            ? null
            : "Colour must be # and six digits or letters from a to f, like #1d5b6b";

    /// <summary>What is wrong with a colour on which white words must be readable: contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3).</summary>
    public static string? UnreadableColour(string colour)
    {
        if (ColourProblem(colour) is { } problem)
        {
            return problem;
        }

        var contrast = 1.05 / (Luminance(colour) + 0.05);
        return contrast >= 4.5
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"White words are hard to read on this colour (contrast {Math.Floor(contrast * 10) / 10:0.0} to 1). Choose a darker one, with at least 4.5 to 1."
            );
    }

    // Nothing but a colour may reach the style sheet, whatever is stored.
    private static string Sound(string colour) =>
        ColourProblem(colour) is null ? colour : UsualColour;

    // WCAG 2.2: relative luminance; white has the better contrast below 0.179.
    private static bool WhiteReadsBetter(string colour) => Luminance(colour) < 0.179;

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour, 1))
        + (0.7152 * Channel(colour, 3))
        + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int start)
    {
        var share =
            int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
