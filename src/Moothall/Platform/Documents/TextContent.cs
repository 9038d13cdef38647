using System.Text;
using System.Text.RegularExpressions;

namespace Moothall.Platform.Documents;

/// <summary>Tells plain text, tables and e-mails from web pages, drawings with code and everything that is not text.</summary>
internal static partial class TextContent
{
    public const string NotRecognised =
        $"This kind of file cannot be attached. Attach {UploadInspector.AcceptedKinds}.";

    private const string WebPage =
        "Web pages and drawings that can hold code (HTML, SVG, XML) cannot be attached. Save it as PDF and attach that.";
    private static readonly string[] WebStarts =
    [
        "<!doctype",
        "<!--",
        "<html",
        "<head",
        "<body",
        "<script",
        "<svg",
        "<?xml",
        "<iframe",
        "<object",
        "<embed",
    ];
    private static readonly string[] WebEndings =
    [
        ".htm",
        ".html",
        ".xhtml",
        ".mht",
        ".mhtml",
        ".svg",
        ".xml",
    ];

    public static (FileKind? Kind, string? Reason) Inspect(Stream content, string ending)
    {
        if (WebEndings.Contains(ending))
        {
            return (null, WebPage);
        }

        var start = StartOf(content);
        if (ending == ".eml")
        {
            // The body of an e-mail may be in any character set, so only its headers are read.
            return HasByteZero(content) || !EmailHeaders().IsMatch(start)
                ? (null, "The name of this file ends in .eml, but it is not an e-mail.")
                : (FileKind.Email, null);
        }

        if (HasByteZero(content))
        {
            return (null, NotRecognised);
        }

        // A list or a text may hold a tag in the midst of it, and stays text; a page begins with one.
        var isText = ending is ".csv" or ".txt";
        if (
            Array.Exists(
                WebStarts,
                mark =>
                    isText
                        ? start.StartsWith(mark, StringComparison.OrdinalIgnoreCase)
                        : start.Contains(mark, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            return (null, WebPage);
        }

        if (start.StartsWith(@"{\rtf", StringComparison.Ordinal))
        {
            return (
                null,
                "Rich text files (.rtf) cannot be attached. Save it as .docx or PDF and attach that."
            );
        }

        if (!IsUtf8(content))
        {
            return ending is ".txt" or ".csv"
                ? (
                    null,
                    "The letters in this file are not stored as UTF-8. Save it again as \"UTF-8\" (in Excel: \"CSV UTF-8\") and attach that."
                )
                : (null, NotRecognised);
        }

        return ending switch
        {
            ".csv" => (FileKind.Csv, null),
            ".txt" or "" => (FileKind.Text, null),
            _ => (null, NotRecognised),
        };
    }

    private static string StartOf(Stream content)
    {
        var bytes = new byte[4096];
        content.Position = 0;
        var read = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(bytes, 0, read).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
    }

    private static bool HasByteZero(Stream content)
    {
        content.Position = 0;
        var buffer = new byte[81920];
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            if (buffer.AsSpan(0, read).Contains((byte)0))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUtf8(Stream content)
    {
        content.Position = 0;
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var buffer = new byte[81920];
        var characters = new char[81920 + 4];
        try
        {
            int read;
            do
            {
                read = content.Read(buffer);
                decoder.GetChars(buffer.AsSpan(0, read), characters, flush: read == 0);
            } while (read > 0);

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // A block of headers at the very beginning, among them one that every e-mail has.
    [GeneratedRegex(
        @"\A(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:From|Date|Received|Return-Path|Message-ID|MIME-Version):",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex EmailHeaders();
}
