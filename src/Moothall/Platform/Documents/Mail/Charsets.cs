using System.Text;

namespace Moothall.Platform.Documents.Mail;

/// <summary>Turns bytes into letters by the character set a message names, or by the likeliest where it names none or a wrong one.</summary>
internal static class Charsets
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(
        1252
    )!;

    /// <summary>The text; bytes that mean nothing become U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string charset)
    {
        var name = charset.Trim().Trim('"', '\'').ToLowerInvariant();
        return name switch
        {
            // Programs write "ascii" and "Latin 1" over what is Windows-1252 or UTF-8; both contain what they name.
            "" or "us-ascii" or "ascii" or "utf-8" or "utf8" or "unknown-8bit" => Utf8OrWestern(
                bytes
            ),
            "iso-8859-1" or "latin1" or "windows-1252" or "cp1252" => Western.GetString(bytes),
            "utf-16" or "utf-16le" or "unicode" => Encoding
                .Unicode.GetString(bytes)
                .TrimStart('\uFEFF'),
            "utf-16be" => Encoding.BigEndianUnicode.GetString(bytes).TrimStart('\uFEFF'),
            // UTF-7 hides letters from every check and is used for nothing else.
            "utf-7" or "unicode-1-1-utf-7" => Western.GetString(bytes),
            _ => Named(name)?.GetString(bytes) ?? Utf8OrWestern(bytes),
        };
    }

    /// <summary>The text of a Windows code page given by number.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, int codePage) =>
        codePage switch
        {
            65001 => Utf8OrWestern(bytes),
            1200 => Encoding.Unicode.GetString(bytes),
            <= 0 or 65000 => Western.GetString(bytes),
            _ => (CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Western).GetString(
                bytes
            ),
        };

    private static string Utf8OrWestern(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Western.GetString(bytes);
        }
    }

    private static Encoding? Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name)
                ?? Encoding.GetEncoding(name);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
