using System.Text;

namespace Moothall.Platform.Documents.Tables;

/// <summary>Finds out in which letters a text file is written: UTF-8 with or without its mark, UTF-16, or the Windows letters of Western Europe.</summary>
internal static class TextDecoding
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(
        1252
    )!;

    /// <summary>The text, or nothing where the content is no text.</summary>
    public static string? Decode(byte[] content)
    {
        if (
            FileSignatures.IsProgram(content)
            || FileSignatures.IsPdf(content)
            || FileSignatures.IsZip(content)
            || FileSignatures.IsCompound(content)
        )
        {
            return null;
        }

        var text = Sixteen(content) is { } wide ? Strict(wide, content) : Eight(content);
        // A table has line ends and tabs; anything else below the space is a program or a picture, not text.
        return
            text?.Any(c =>
                char.IsControl(c) && c is not ('\r' or '\n' or '\t' or '\f' or '\u001A' or '\u0085')
            ) == true
            ? null
            : text?.TrimStart('\uFEFF').TrimEnd('\u001A');
    }

    private static string? Eight(byte[] content) =>
        Strict(new UTF8Encoding(false, true), content)
        ?? (content.AsSpan().Contains((byte)0) ? null : Windows.GetString(content));

    // Marked, or without a mark where every other byte of its beginning is nought, as English in UTF-16 is.
    private static UnicodeEncoding? Sixteen(byte[] content)
    {
        if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return new(content[0] == 0xFE, true, true);
        }

        var start = content.AsSpan(0, Math.Min(content.Length, 400) & ~1);
        var (even, odd) = (0, 0);
        for (var at = 0; at < start.Length; at++)
        {
            if (start[at] == 0)
            {
                _ = at % 2 == 0 ? even++ : odd++;
            }
        }

        var most = start.Length / 2 * 0.6;
        return start.Length < 4 ? null
            : odd > most && even == 0 ? new(false, false, true)
            : even > most && odd == 0 ? new(true, false, true)
            : null;
    }

    private static string? Strict(Encoding encoding, byte[] content)
    {
        try
        {
            return encoding.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
