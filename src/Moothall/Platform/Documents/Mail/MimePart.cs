namespace Moothall.Platform.Documents.Mail;

/// <summary>One part of a message: its headers, and its body as it travelled.</summary>
internal sealed class MimePart
{
    private MimePart(List<(string Name, string Value)> headers, ReadOnlyMemory<byte> body)
    {
        (Headers, Body) = (headers, body);
        Type = HeaderField.Parse(Header("content-type"));
        Disposition = HeaderField.Parse(Header("content-disposition"));
    }

    public IReadOnlyList<(string Name, string Value)> Headers { get; }
    public ReadOnlyMemory<byte> Body { get; }
    public HeaderField Type { get; }
    public HeaderField Disposition { get; }

    /// <summary>The media type; plain text where none is named.</summary>
    public string MediaType =>
        Type.Value.Contains('/', StringComparison.Ordinal) ? Type.Value : "text/plain";

    /// <summary>The file name given in either header, or nothing.</summary>
    public string FileName => Disposition["filename"] is { Length: > 0 } name ? name : Type["name"];

    /// <summary>The first header of this name, or nothing.</summary>
    public string Header(string name) => All(name).FirstOrDefault() ?? "";

    /// <summary>Every header of this name, in order.</summary>
    public IEnumerable<string> All(string name) =>
        Headers.Where(header => header.Name == name).Select(header => header.Value);

    /// <summary>The content without its transfer encoding.</summary>
    public byte[] Content() =>
        TransferEncodings.Decode(Body.Span, Header("content-transfer-encoding"));

    /// <summary>Reads headers up to the first empty line; the rest is the body.</summary>
    public static MimePart Parse(ReadOnlyMemory<byte> part)
    {
        var headers = new List<(string, string)>();
        var (name, value, at) = ("", "", 0);
        while (at < part.Length)
        {
            var line = Line(part.Span, at, out var next);
            if (line.IsEmpty)
            {
                at = next;
                break;
            }

            if (next > MailLimits.LongestHeaders || headers.Count > MailLimits.MostHeaders)
            {
                throw new UnreadableMailException(
                    "The headers of this message are too long to be read safely."
                );
            }

            var text = Charsets.Decode(line[..Math.Min(line.Length, MailLimits.LongestHeader)], "");
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (text[..Math.Min(1, text.Length)] is " " or "\t")
            {
                if (value.Length < MailLimits.LongestHeader)
                {
                    value += text;
                }
            }
            else if (colon > 0)
            {
                Keep();
                (name, value) = (text[..colon].TrimEnd().ToLowerInvariant(), text[(colon + 1)..]);
            }
            else if (headers.Count > 0 || name.Length > 0)
            {
                // A line that is no header ends them; some programs leave the empty line out.
                break;
            }

            at = next;
        }

        Keep();
        return new(headers, part[Math.Min(at, part.Length)..]);

        void Keep()
        {
            if (name.Length > 0)
            {
                headers.Add((name, value.Trim()));
            }
        }
    }

    /// <summary>The parts between the boundaries; what stands before the first and after the last is for old programs only.</summary>
    public List<MimePart> Children()
    {
        var children = new List<MimePart>();
        var boundary = Type["boundary"];
        if (boundary.Length == 0)
        {
            return children;
        }

        var mark = System.Text.Encoding.UTF8.GetBytes("--" + boundary);
        var (start, at) = (-1, 0);
        var span = Body.Span;
        while (at < span.Length)
        {
            var line = Line(span, at, out var next);
            if (line.StartsWith(mark) && Ends(line[mark.Length..]) is { } isLast)
            {
                Add(at);
                start = isLast ? -1 : next;
                if (isLast)
                {
                    return children;
                }
            }

            at = next;
        }

        Add(span.Length);
        return children;

        void Add(int end)
        {
            if (start < 0)
            {
                return;
            }

            if (children.Count == MailLimits.MostParts)
            {
                throw MailLimits.TooNested;
            }

            children.Add(Parse(Body[start..Math.Max(start, WithoutLineEnd(end))]));
        }

        int WithoutLineEnd(int end)
        {
            var all = Body.Span;
            if (end < all.Length && end > 0 && all[end - 1] == '\n')
            {
                end--;
            }

            return end < all.Length && end > 0 && all[end - 1] == '\r' ? end - 1 : end;
        }
    }

    // What follows the mark on its line: nothing, or "--" at the end of all; anything else is another boundary's line.
    private static bool? Ends(ReadOnlySpan<byte> rest)
    {
        var isLast = rest.StartsWith("--"u8);
        return rest[(isLast ? 2 : 0)..].Trim(" \t"u8).IsEmpty ? isLast : null;
    }

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> text, int at, out int next)
    {
        var rest = text[at..];
        var end = rest.IndexOf((byte)'\n');
        next = end < 0 ? text.Length : at + end + 1;
        return (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
    }
}
