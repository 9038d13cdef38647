using System.Text;

namespace Moothall.Platform.Documents.Mail;

/// <summary>A header with parameters, such as <c>text/plain; charset=utf-8</c> (RFC 2045, with the longer values of RFC 2231).</summary>
/// <param name="Value">What stands before the first semicolon, in lower case.</param>
/// <param name="Parameters">The parameters by name in lower case, decoded.</param>
internal sealed record HeaderField(string Value, IReadOnlyDictionary<string, string> Parameters)
{
    private const int MostParameters = 100;

    /// <summary>A parameter, or nothing.</summary>
    public string this[string name] => Parameters.GetValueOrDefault(name) ?? "";

    public static HeaderField Parse(string header)
    {
        var parts = Split(header);
        var plain = new Dictionary<string, string>(StringComparer.Ordinal);
        var longer = new Dictionary<string, SortedDictionary<int, (string Text, bool Encoded)>>(
            StringComparer.Ordinal
        );
        foreach (var part in parts.Skip(1).Take(MostParameters))
        {
            var sign = part.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0)
            {
                continue;
            }

            var name = part[..sign].Trim().ToLowerInvariant();
            var value = Unquote(part[(sign + 1)..].Trim());
            var star = name.IndexOf('*', StringComparison.Ordinal);
            if (star < 0)
            {
                plain.TryAdd(name, EncodedWords.Decode(value));
                continue;
            }

            var encoded = name.EndsWith('*');
            var number = name[(star + 1)..].TrimEnd('*');
            var pieces = longer.TryGetValue(name[..star], out var found)
                ? found
                : longer[name[..star]] = [];
            pieces[int.TryParse(number, out var order) ? order : 0] = (value, encoded);
        }

        foreach (var (name, pieces) in longer)
        {
            plain[name] = Join(pieces);
        }

        return new(parts[0].Trim().ToLowerInvariant(), plain);
    }

    private static string Join(SortedDictionary<int, (string Text, bool Encoded)> pieces)
    {
        var bytes = new List<byte>();
        var charset = "";
        var isFirst = true;
        foreach (var (text, encoded) in pieces.Values)
        {
            var rest = text;
            if (isFirst && encoded && text.Split('\'', 3) is [var set, _, var value])
            {
                (charset, rest) = (set, value);
            }

            isFirst = false;
            var raw = Encoding.UTF8.GetBytes(rest);
            for (var at = 0; at < raw.Length; at++)
            {
                if (
                    encoded
                    && raw[at] == '%'
                    && at + 2 < raw.Length
                    && TransferEncodings.Hex(raw[at + 1], raw[at + 2]) is { } one
                )
                {
                    bytes.Add(one);
                    at += 2;
                }
                else
                {
                    bytes.Add(raw[at]);
                }
            }
        }

        return Charsets.Decode(bytes.ToArray(), charset);
    }

    // At semicolons outside quotes.
    private static List<string> Split(string header)
    {
        var parts = new List<string>();
        var (start, quoted) = (0, false);
        for (var at = 0; at < header.Length; at++)
        {
            if (header[at] == '\\' && quoted)
            {
                at++;
            }
            else if (header[at] == '"')
            {
                quoted = !quoted;
            }
            else if (header[at] == ';' && !quoted)
            {
                parts.Add(header[start..at]);
                start = at + 1;
            }
        }

        parts.Add(header[Math.Min(start, header.Length)..]);
        return parts;
    }

    private static string Unquote(string value)
    {
        if (!value.StartsWith('"'))
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        for (var at = 1; at < value.Length && value[at] != '"'; at++)
        {
            if (value[at] == '\\' && at + 1 < value.Length)
            {
                at++;
            }

            text.Append(value[at]);
        }

        return text.ToString();
    }
}
