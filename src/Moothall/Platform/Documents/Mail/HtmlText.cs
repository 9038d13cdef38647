using System.Net;
using System.Text;

namespace Moothall.Platform.Documents.Mail;

/// <summary>The words of a message that was written as a web page. Nothing of it is ever shown as one.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Unread =
    [
        "script",
        "style",
        "head",
        "title",
        "template",
        "noscript",
    ];
    private static readonly HashSet<string> Blocks =
    [
        "p",
        "div",
        "br",
        "tr",
        "table",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "section",
        "article",
        "header",
        "footer",
        "pre",
        "hr",
        "dl",
        "dt",
        "dd",
        "form",
        "fieldset",
    ];

    /// <summary>Plain text, one line a paragraph, cells of a table apart by tabs.</summary>
    public static string Read(string html)
    {
        var text = new StringBuilder();
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0)
            {
                open = html.Length;
            }

            Words(html.AsSpan(at, open - at));
            if (open == html.Length)
            {
                break;
            }

            if (html.AsSpan(open).StartsWith("<!--"))
            {
                var close = html.IndexOf("-->", open + 4, StringComparison.Ordinal);
                at = close < 0 ? html.Length : close + 3;
                continue;
            }

            var end = TagEnd(html, open);
            var name = Name(html, open, end);
            at = Math.Min(end + 1, html.Length);
            if (Unread.Contains(name))
            {
                at = After(html, at, name);
            }
            else if (Blocks.Contains(name.TrimStart('/')))
            {
                Break();
            }
            else if (name == "li")
            {
                Break();
                text.Append("- ");
            }
            else if (name is "/td" or "/th")
            {
                text.Append('\t');
            }
        }

        return Tidy(text.ToString());

        void Words(ReadOnlySpan<char> raw)
        {
            // Line breaks of the source mean no more than a space.
            foreach (var letter in WebUtility.HtmlDecode(raw.ToString()))
            {
                if (!char.IsWhiteSpace(letter) || letter == '\u00A0')
                {
                    text.Append(letter == '\u00A0' ? ' ' : letter);
                }
                else if (text.Length > 0 && !char.IsWhiteSpace(text[^1]))
                {
                    text.Append(' ');
                }
            }
        }

        void Break()
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }
        }
    }

    /// <summary>Lines without spaces at their ends, and no two empty ones in a row.</summary>
    public static string Tidy(string text)
    {
        var kept = new StringBuilder(text.Length);
        var empty = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var trimmed = line.TrimEnd().Trim(' ');
            empty = trimmed.Length == 0 ? empty + 1 : 0;
            if (empty < 2)
            {
                kept.Append(trimmed).Append('\n');
            }
        }

        return kept.ToString().Trim();
    }

    // A ">" inside a quoted value does not end the tag.
    private static int TagEnd(string html, int open)
    {
        var quote = '\0';
        for (var at = open + 1; at < html.Length; at++)
        {
            var letter = html[at];
            if (quote != '\0')
            {
                quote = letter == quote ? '\0' : quote;
            }
            else if (letter is '"' or '\'' && html[at - 1] == '=')
            {
                quote = letter;
            }
            else if (letter == '>')
            {
                return at;
            }
        }

        return html.Length;
    }

    private static string Name(string html, int open, int end)
    {
        var at = open + 1;
        while (at < end && (html[at] == '/' || char.IsLetterOrDigit(html[at])))
        {
            at++;
        }

        var name = html[(open + 1)..at].ToLowerInvariant();
        return name.Length > 1 && name.EndsWith('/') ? name[..^1] : name;
    }

    private static int After(string html, int at, string name)
    {
        var close = html.IndexOf($"</{name}", at, StringComparison.OrdinalIgnoreCase);
        if (close < 0)
        {
            return html.Length;
        }

        var end = html.IndexOf('>', close);
        return end < 0 ? html.Length : end + 1;
    }
}
