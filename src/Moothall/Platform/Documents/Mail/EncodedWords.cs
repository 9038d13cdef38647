using System.Text;

namespace Moothall.Platform.Documents.Mail;

/// <summary>Reads letters outside ASCII in headers: <c>=?utf-8?B?…?=</c> (RFC 2047). What is not well formed stays as it stands.</summary>
internal static class EncodedWords
{
    /// <summary>The header as a person reads it.</summary>
    public static string Decode(string header)
    {
        var text = new StringBuilder(header.Length);
        var waiting = new List<byte>();
        var (charset, at, afterWord) = ("", 0, 0);
        while (at < header.Length)
        {
            var start = header.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0 || Word(header, start) is not { } word)
            {
                var until = start < 0 ? header.Length : start + 2;
                Flush();
                text.Append(header, at, until - at);
                at = until;
                continue;
            }

            var between = header.AsSpan(at, start - at);
            var joins = at > 0 && at == afterWord && between.IsWhiteSpace();
            if (!joins || !word.Charset.Equals(charset, StringComparison.OrdinalIgnoreCase))
            {
                Flush();
            }

            if (!joins)
            {
                text.Append(between);
            }
            // A letter of several bytes may be cut between two words of one set, so bytes are joined first.
            charset = word.Charset;
            waiting.AddRange(word.Bytes);
            at = afterWord = word.End;
        }

        Flush();
        return text.ToString();

        void Flush()
        {
            if (waiting.Count > 0)
            {
                text.Append(Charsets.Decode(waiting.ToArray(), charset));
            }

            waiting.Clear();
        }
    }

    private static (string Charset, byte[] Bytes, int End)? Word(string header, int start)
    {
        var set = header.IndexOf('?', start + 2);
        if (set < 0 || set + 2 >= header.Length || header[set + 2] != '?')
        {
            return null;
        }

        var way = char.ToUpperInvariant(header[set + 1]);
        var end = header.IndexOf("?=", set + 3, StringComparison.Ordinal);
        if (end < 0 || way is not ('B' or 'Q'))
        {
            return null;
        }

        var content = header.AsSpan(set + 3, end - set - 3);
        // A space cannot stand in a word; without this two stray marks far apart would swallow what is between.
        if (content.ContainsAny(' ', '\t') && way == 'B')
        {
            return null;
        }

        var ascii = new byte[content.Length];
        for (var index = 0; index < content.Length; index++)
        {
            ascii[index] = content[index] < 128 ? (byte)content[index] : (byte)'?';
        }

        var bytes =
            way == 'B'
                ? TransferEncodings.Base64(ascii)
                : TransferEncodings.QuotedPrintable(ascii, isHeader: true);
        // A language may follow the set (RFC 2231): utf-8*en.
        return (header[(start + 2)..set].Split('*')[0], bytes, end + 2);
    }
}
