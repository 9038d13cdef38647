namespace Moothall.Platform.Documents.Mail;

/// <summary>Undoes the encodings by which bytes travel in a message (RFC 2045), forgiving what programs get wrong.</summary>
internal static class TransferEncodings
{
    /// <summary>The bytes of a part by the name of its encoding; an unknown name leaves them as they are.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> body, string encoding) =>
        encoding.Trim().ToLowerInvariant() switch
        {
            "base64" => Base64(body),
            "quoted-printable" => QuotedPrintable(body, isHeader: false),
            _ => body.ToArray(),
        };

    /// <summary>Letters outside the alphabet are passed over, and what is missing at the end is done without.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> body)
    {
        var result = new byte[body.Length / 4 * 3 + 3];
        var (length, bits, held) = (0, 0, 0);
        foreach (var letter in body)
        {
            var value = letter switch
            {
                >= (byte)'A' and <= (byte)'Z' => letter - 'A',
                >= (byte)'a' and <= (byte)'z' => letter - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => letter - '0' + 52,
                (byte)'+' or (byte)'-' => 62,
                (byte)'/' or (byte)'_' => 63,
                _ => -1,
            };
            if (letter == '=')
            {
                // Padding ends a group; some programs join several groups, so reading goes on.
                (bits, held) = (0, 0);
            }

            if (value < 0)
            {
                continue;
            }

            (bits, held) = ((bits << 6) | value, held + 6);
            if (held >= 8)
            {
                held -= 8;
                result[length++] = (byte)(bits >> held);
                bits &= (1 << held) - 1;
            }
        }

        return result[..length];
    }

    /// <summary>Undoes quoted-printable, and with <paramref name="isHeader"/> its form for headers, in which "_" is a space.</summary>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> body, bool isHeader)
    {
        var result = new byte[body.Length];
        var length = 0;
        for (var at = 0; at < body.Length; at++)
        {
            var letter = body[at];
            if (
                letter == '='
                && at + 2 < body.Length
                && Hex(body[at + 1], body[at + 2]) is { } value
            )
            {
                result[length++] = value;
                at += 2;
            }
            else if (letter == '=' && SoftBreak(body[(at + 1)..]) is var skipped and > 0)
            {
                at += skipped;
            }
            else
            {
                result[length++] = isHeader && letter == '_' ? (byte)' ' : letter;
            }
        }

        return result[..length];
    }

    /// <summary>A byte of two hexadecimal digits, or nothing.</summary>
    public static byte? Hex(byte high, byte low)
    {
        var (first, second) = (Digit(high), Digit(low));
        return first < 0 || second < 0 ? null : (byte)((first << 4) | second);

        static int Digit(byte letter) =>
            letter switch
            {
                >= (byte)'0' and <= (byte)'9' => letter - '0',
                >= (byte)'A' and <= (byte)'F' => letter - 'A' + 10,
                >= (byte)'a' and <= (byte)'f' => letter - 'a' + 10,
                _ => -1,
            };
    }

    // A line that goes on: spaces after the sign are only what a server on the way added.
    private static int SoftBreak(ReadOnlySpan<byte> rest)
    {
        var at = 0;
        while (at < rest.Length && rest[at] is (byte)' ' or (byte)'\t')
        {
            at++;
        }

        if (at == rest.Length)
        {
            return rest.Length;
        }

        if (rest[at] == '\r' && at + 1 < rest.Length && rest[at + 1] == '\n')
        {
            return at + 2;
        }

        return rest[at] == '\n' ? at + 1 : 0;
    }
}
