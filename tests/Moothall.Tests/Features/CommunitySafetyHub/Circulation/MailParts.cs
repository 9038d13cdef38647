using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Moothall.Tests.Features.CommunitySafetyHub.Circulation;

/// <summary>A received message taken apart: all that can be read on the way, decoded, and the file apart from it.</summary>
/// <param name="Readable">Headers of message and parts, encoded words decoded, and every part but the attachment.</param>
/// <param name="FileName">Name of the attached file, or nothing.</param>
/// <param name="File">Its bytes.</param>
internal sealed partial record MailParts(string Readable, string? FileName, byte[] File)
{
    public static MailParts Of(string raw)
    {
        var text = raw.ReplaceLineEndings("\n");
        var (headers, body) = Split(text);
        var boundary = Boundary().Match(headers);
        if (!boundary.Success)
        {
            return new(Words(headers) + "\n" + Decode(headers, body), null, []);
        }

        var readable = new StringBuilder(Words(headers));
        string? name = null;
        byte[] file = [];
        foreach (
            var part in body.Split("--" + boundary.Groups["it"].Value)
                .Where(part => part.Trim().Trim('-').Length > 0)
        )
        {
            var (own, content) = Split(part.TrimStart('\n'));
            readable.Append('\n').Append(Words(own));
            if (FileNameOf().Match(own) is { Success: true } attached)
            {
                name = attached.Groups["it"].Value;
                file = Convert.FromBase64String(content);
            }
            else
            {
                readable.Append('\n').Append(Decode(own, content));
            }
        }

        return new(readable.ToString(), name, file);
    }

    /// <summary>All text of a Word file, header and footer too.</summary>
    public static string DocumentText(ReadOnlyMemory<byte> docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx.ToArray()));
        return string.Join(
            '\n',
            zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal))
                .Select(entry =>
                {
                    using var reader = new StreamReader(entry.Open());
                    return Tag().Replace(reader.ReadToEnd(), "");
                })
        );
    }

    private static (string Headers, string Body) Split(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? (text, "") : (text[..end], text[(end + 2)..]);
    }

    private static string Decode(string headers, string body) =>
        headers.Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(body))
            : body;

    private static string Words(string headers) =>
        EncodedWord()
            .Replace(
                headers,
                word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["it"].Value))
            );

    [GeneratedRegex("boundary=\"(?<it>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex("filename=\"(?<it>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileNameOf();

    [GeneratedRegex(@"=\?utf-8\?B\?(?<it>[^?]+)\?=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex("<[^>]+>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();
}
