using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Moothall.Platform.Documents;

/// <summary>Shows a paper as HTML with every text encoded: a whole document for printing, or a part of a page in the design system's own classes.</summary>
public static class PaperHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A document that stands alone, A4, with the marking and the page number on every page.</summary>
    public static string Render(Paper paper)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\">");
        html.Append(CultureInfo.InvariantCulture, $"<title>{Encode(paper.Title)}</title>");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<style>{PaperStyle.For(paper)}</style></head><body><main>"
        );
        html.Append(CultureInfo.InvariantCulture, $"<h1 dir=\"auto\">{Encode(paper.Title)}</h1>");
        AppendBlocks(html, paper);
        return html.Append("</main></body></html>").ToString();
    }

    /// <summary>The content for a page that has the title as its own main heading: marking and lines above and below, headings from the second level.</summary>
    public static string Fragment(Paper paper)
    {
        var html = new StringBuilder("<div class=\"moot-paper\">");
        if (paper.Marking.Length > 0)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"govuk-body govuk-!-font-weight-bold\">{Encode(paper.Marking)}</p>"
            );
        }

        AppendLines(html, paper.HeaderLines);
        AppendBlocks(html, paper, onPage: true);
        AppendLines(html, paper.FooterLines);
        return html.Append("</div>").ToString();
    }

    private static void AppendLines(StringBuilder html, IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"govuk-body-s\" dir=\"auto\">{Encode(line)}</p>"
            );
        }
    }

    private static void AppendBlocks(StringBuilder html, Paper paper, bool onPage = false)
    {
        var table = 0;
        foreach (var block in paper.Blocks)
        {
            switch (block)
            {
                case PaperHeading heading:
                    var size = heading.Level switch
                    {
                        1 => "m",
                        _ => "s",
                    };
                    html.Append(
                        CultureInfo.InvariantCulture,
                        $"<h{heading.Level + 1} class=\"govuk-heading-{size}\" dir=\"auto\">{Encode(heading.Text)}</h{heading.Level + 1}>"
                    );
                    break;
                case PaperText text:
                    html.Append(
                        CultureInfo.InvariantCulture,
                        $"<p class=\"govuk-body\" dir=\"auto\">{Encode(text.Text)}</p>"
                    );
                    break;
                case PaperBullets { Items.Count: > 0 } bullets:
                    html.Append("<ul class=\"govuk-list govuk-list--bullet\">");
                    html.AppendJoin(
                        "",
                        bullets.Items.Select(item => $"<li dir=\"auto\">{Encode(item)}</li>")
                    );
                    html.Append("</ul>");
                    break;
                case PaperBullets:
                    break;
                case PaperTable grid when onPage:
                    table++;
                    // On a telephone a wide table scrolls inside itself, by keyboard too.
                    html.Append(
                        CultureInfo.InvariantCulture,
                        $"<div class=\"moot-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{Encode(grid.Caption.Length > 0 ? grid.Caption : $"Table {table}")}\">"
                    );
                    AppendTable(html, grid, table);
                    html.Append("</div>");
                    break;
                case PaperTable grid:
                    AppendTable(html, grid, ++table);
                    break;
                case PaperKeyValues { Items.Count: > 0 } facts:
                    html.Append("<dl class=\"govuk-summary-list\">");
                    html.AppendJoin("", facts.Items.Select(Row));
                    html.Append("</dl>");
                    break;
                case PaperKeyValues:
                    break;
                default:
                    throw new NotSupportedException($"HTML cannot show {block.GetType().Name}.");
            }
        }
    }

    private static void AppendTable(StringBuilder html, PaperTable table, int number)
    {
        html.Append(
            CultureInfo.InvariantCulture,
            $"<table class=\"govuk-table paper-table-{number}\">"
        );
        if (table.Caption.Length > 0)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<caption class=\"govuk-table__caption govuk-table__caption--s\" dir=\"auto\">{Encode(table.Caption)}</caption>"
            );
        }

        // Inline styles are not allowed on a page (settled 30), so its sheet has a class for each share of the width.
        html.Append("<colgroup>");
        html.AppendJoin(
            "",
            table.Widths.Select(width => $"<col class=\"moot-share-{Share(table, width)}\">")
        );
        html.Append("</colgroup>");
        html.Append("<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">");
        html.AppendJoin(
            "",
            table.Headers.Select(text =>
                $"<th scope=\"col\" class=\"govuk-table__header\" dir=\"auto\">{Encode(text)}</th>"
            )
        );
        html.Append("</tr></thead><tbody class=\"govuk-table__body\">");
        foreach (var row in table.Rows)
        {
            html.Append("<tr class=\"govuk-table__row\">");
            html.AppendJoin(
                "",
                row.Select(text =>
                    $"<td class=\"govuk-table__cell\" dir=\"auto\">{Encode(text)}</td>"
                )
            );
            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
    }

    // In steps of five per cent.
    private static int Share(PaperTable table, int width) =>
        5 * Math.Max(1, 20 * width / table.Widths.Sum());

    private static string Row(PaperKeyValue item) =>
        $"<div class=\"govuk-summary-list__row\"><dt class=\"govuk-summary-list__key\" dir=\"auto\">{Encode(item.Key)}</dt>"
        + $"<dd class=\"govuk-summary-list__value\" dir=\"auto\">{Encode(item.Value)}</dd></div>";

    private static string Encode(string text) =>
        string.Join("<br>", PlainText.Lines(text).Select(Encoder.Encode));
}
