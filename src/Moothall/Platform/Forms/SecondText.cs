using System.Text;

namespace Moothall.Platform.Forms;

/// <summary>What a person typed the second time they sent one form, shown beside what was kept so that it can be copied (settled 22).</summary>
public static class SecondText
{
    /// <summary>Name of the address parameter under which the page finds it.</summary>
    public const string Parameter = "second";

    /// <summary>Key of the text in a page's view data, shown by the layout.</summary>
    public const string Key = "SecondText";

    /// <summary>What was typed, as fields in words; identifiers and the form's own machinery are left out.</summary>
    public static IReadOnlyList<(string Field, string Text)> Of(
        IReadOnlyDictionary<string, string?[]> values
    ) =>
        [
            .. values
                .Select(pair =>
                    (Field: Words(pair.Key), Text: string.Join(", ", pair.Value).Trim())
                )
                .Where(one =>
                    one.Text.Length > 0
                    && one.Field != "Version"
                    && !Guid.TryParse(one.Text, out _)
                    && one.Text is not ("false" or "true, false")
                ),
        ];

    // "Input.People[1].GivenNames" reads "People 2: Given names".
    private static string Words(string name)
    {
        var parts = name.Split('.').Where(part => part is not ("Input" or "Details")).ToList();
        return string.Join(": ", parts.Select(Part));
    }

    private static string Part(string part)
    {
        var words = new StringBuilder();
        var bracket = part.IndexOf('[', StringComparison.Ordinal);
        foreach (var letter in bracket < 0 ? part : part[..bracket])
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append(' ').Append(char.ToLowerInvariant(letter));
            }
            else
            {
                words.Append(letter);
            }
        }

        return bracket >= 0 && int.TryParse(part[(bracket + 1)..].TrimEnd(']'), out var index)
            ? $"{words} {index + 1}"
            : words.ToString();
    }
}
