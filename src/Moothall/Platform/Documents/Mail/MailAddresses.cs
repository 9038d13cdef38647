namespace Moothall.Platform.Documents.Mail;

/// <summary>Reads addresses as headers write them: <c>"Jo Reed" &lt;jo@council.example&gt;</c> or <c>jo@council.example (Jo Reed)</c>.</summary>
internal static class MailAddresses
{
    private const int LongestAddress = 254;

    /// <summary>The one address with its name; an empty address where there is none, or more than one.</summary>
    public static (string Address, string Name) One(IReadOnlyList<string> headers)
    {
        var found = headers
            .SelectMany(Split)
            .Select(Read)
            .Where(one => one.Address.Length > 0)
            .ToList();
        return found switch
        {
            [var only] => only,
            [var first, ..] when found.TrueForAll(one => one.Address == first.Address) => first,
            _ => ("", ""),
        };
    }

    private static (string Address, string Name) Read(string text)
    {
        var (open, close) = (text.LastIndexOf('<'), text.LastIndexOf('>'));
        var (address, name) = (text, "");
        if (open >= 0 && close > open)
        {
            (address, name) = (text[(open + 1)..close], text[..open]);
        }
        else if (text.IndexOf('(', StringComparison.Ordinal) is var bracket and > 0)
        {
            (address, name) = (text[..bracket], text[bracket..].Trim().Trim('(', ')'));
        }

        address = address.Trim().ToLowerInvariant();
        // The name is read after the address is cut out, so that encoded letters cannot look like an address's marks.
        var shown = EncodedWords
            .Decode(name.Trim().Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal))
            .Trim();
        return
            address.Length <= LongestAddress
            && address.IndexOf('@', StringComparison.Ordinal) is var at
            && at > 0
            && at == address.LastIndexOf('@')
            && at < address.Length - 1
            && !address.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter))
            ? (address, shown.Length > 100 ? shown[..100] : shown)
            : ("", "");
    }

    // At commas outside quotes and brackets.
    private static IEnumerable<string> Split(string header)
    {
        var (start, quoted, depth) = (0, false, 0);
        for (var at = 0; at < header.Length; at++)
        {
            var letter = header[at];
            if (letter == '\\' && quoted)
            {
                at++;
            }
            else if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && letter is '<' or '(')
            {
                depth++;
            }
            else if (!quoted && letter is '>' or ')')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (letter == ',' && !quoted && depth == 0)
            {
                yield return header[start..at];
                start = at + 1;
            }
        }

        yield return header[Math.Min(start, header.Length)..];
    }
}
