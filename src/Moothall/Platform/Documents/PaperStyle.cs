using System.Globalization;
using System.Text;

namespace Moothall.Platform.Documents;

/// <summary>The style sheet of a printed paper. Marking, lines and page number stand in the margins of every page.</summary>
internal static class PaperStyle
{
    private const string Rules = """
        body { font: 11pt/1.35 Arial, "Liberation Sans", sans-serif; color: #000; margin: 0; }
        h1 { font-size: 20pt; margin: 0 0 12pt; }
        h2 { font-size: 16pt; margin: 18pt 0 6pt; }
        h3 { font-size: 13pt; margin: 12pt 0 6pt; }
        h4 { font-size: 11pt; margin: 9pt 0 3pt; }
        h1, h2, h3, h4, caption { break-after: avoid; }
        p, ul, dl { margin: 0 0 8pt; }
        p, li, td, th, dd, dt, h1, h2, h3, h4 { overflow-wrap: anywhere; }
        table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 0 0 12pt; font-size: 10pt; }
        caption { text-align: start; font-weight: bold; padding: 0 0 3pt; }
        th, td { border: 1px solid #808080; padding: 3pt 5pt; text-align: start; vertical-align: top; }
        tr { break-inside: avoid; }
        thead { display: table-header-group; }
        dl > div { display: grid; grid-template-columns: 1fr 2fr; column-gap: 12pt; padding: 2pt 0; border-bottom: 1px solid #b1b4b6; }
        dt { font-weight: bold; }
        dd { margin: 0; }
        """;

    public static string For(Paper paper)
    {
        var style = new StringBuilder(Rules);
        var top = Words([paper.Marking, .. paper.HeaderLines]);
        var foot = string.Concat(paper.FooterLines.Select(line => Words([line]) + " \"\\a\" "));
        style.Append(
            CultureInfo.InvariantCulture,
            $$"""
            @page { size: A4; margin: 25mm 20mm {{20 + 4 * paper.FooterLines.Count}}mm;
              @top-center { content: {{top}}; white-space: pre-line; font: bold 9pt Arial, sans-serif; }
              @bottom-center { content: {{foot}}"Page " counter(page) " of " counter(pages); white-space: pre-line; font: 8pt Arial, sans-serif; } }
            """
        );
        var number = 0;
        foreach (var table in paper.Blocks.OfType<PaperTable>())
        {
            number++;
            var sum = table.Widths.Sum(width => (double)width);
            for (var column = 0; column < table.Widths.Count; column++)
            {
                style.Append(
                    CultureInfo.InvariantCulture,
                    $".paper-table-{number} col:nth-child({column + 1}) {{ width: {100 * table.Widths[column] / sum:0.##}%; }}"
                );
            }
        }

        return style.ToString();
    }

    // A string of CSS in which every character that could end it, or the style element, is written as a number.
    private static string Words(IEnumerable<string> lines)
    {
        var css = new StringBuilder("\"");
        foreach (
            var rune in PlainText
                .ForXml(string.Join('\n', lines.Where(line => line.Length > 0)))
                .EnumerateRunes()
        )
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or ',')
            {
                css.Append(rune);
            }
            else
            {
                // The space ends the number and is not shown.
                css.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x} ");
            }
        }

        return css.Append('"').ToString();
    }
}
