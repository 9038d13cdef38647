namespace Moothall.Features.Plan.Initiatives;

/// <summary>An action of a plan in a line, for lists to choose from.</summary>
public static class PlanActionName
{
    private const int Longest = 90;

    /// <summary>"7. Install six bleed kits".</summary>
    public static string Of(int number, string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length > Longest)
        {
            // Not within a word, where there is room for one.
            var end = line.LastIndexOf(' ', Longest);
            line = line[..(end > Longest / 2 ? end : Longest)] + "…";
        }

        return FormattableString.Invariant($"{number}. {line}");
    }
}
