namespace Moothall.Platform.Documents;

/// <summary>Keeps text in an exported table text: a spreadsheet runs a cell that begins like a formula, whoever typed it.</summary>
public static class CsvCells
{
    /// <summary>Puts an apostrophe before text that a spreadsheet would calculate; quoting for CSV is left to the writer.</summary>
    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        // The wide forms are what a Japanese keyboard types, and some spreadsheets read them as the narrow ones.
        var first = text.AsSpan().TrimStart(" \u00A0\u200B\uFEFF");
        return
            first.Length > 0
            && first[0]
                is '='
                    or '+'
                    or '-'
                    or '@'
                    or '\t'
                    or '\r'
                    or '\n'
                    or '＝'
                    or '＋'
                    or '－'
                    or '＠'
            ? "'" + text
            : text;
    }

    /// <summary>Takes the apostrophe of <see cref="Escape"/> off again, so that a list that was taken away and brought back is the same.</summary>
    public static string Unescape(string text) =>
        text.StartsWith('\'') && Escape(text[1..]) == text ? text[1..] : text;
}
