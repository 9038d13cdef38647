namespace Moothall.Platform.Documents;

/// <summary>
/// Text as people type it into one box: an empty line begins a paragraph, lines that begin with a hyphen or a bullet make a list.
/// Nothing else means anything, so nothing typed is lost or becomes markup.
/// </summary>
public static class TypedText
{
    private static readonly char[] Bullets = ['-', '•', '*', '–'];

    /// <summary>The paragraphs and lists of a text, in their order.</summary>
    public static IEnumerable<PaperBlock> Blocks(string text)
    {
        List<string> paragraph = [];
        List<string> list = [];
        foreach (var line in PlainText.Lines(text).Select(one => one.Trim()))
        {
            var item = ItemOf(line);
            if (item is null && list.Count > 0)
            {
                yield return new PaperBullets([.. list]);
                list.Clear();
            }

            if ((item is not null || line.Length == 0) && paragraph.Count > 0)
            {
                yield return new PaperText(string.Join('\n', paragraph));
                paragraph.Clear();
            }

            if (item is not null)
            {
                list.Add(item);
            }
            else if (line.Length > 0)
            {
                paragraph.Add(line);
            }
        }

        if (list.Count > 0)
        {
            yield return new PaperBullets(list);
        }

        if (paragraph.Count > 0)
        {
            yield return new PaperText(string.Join('\n', paragraph));
        }
    }

    // "- an item"; a hyphen without a space after it begins a number or a word, not an item.
    private static string? ItemOf(string line) =>
        line.Length > 2 && Bullets.Contains(line[0]) && char.IsWhiteSpace(line[1])
            ? line[2..].Trim()
            : null;
}
