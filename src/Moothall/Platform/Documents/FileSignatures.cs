namespace Moothall.Platform.Documents;

/// <summary>The first bytes by which kinds of file are known.</summary>
internal static class FileSignatures
{
    private static readonly byte[][] Programs =
    [
        [(byte)'M', (byte)'Z'],
        [0x7F, (byte)'E', (byte)'L', (byte)'F'],
        // Programs for the Mac, either byte order, 32 and 64 bits, and several in one (the mark of Java classes too)
        [0xFE, 0xED, 0xFA, 0xCE],
        [0xFE, 0xED, 0xFA, 0xCF],
        [0xCE, 0xFA, 0xED, 0xFE],
        [0xCF, 0xFA, 0xED, 0xFE],
        [0xCA, 0xFE, 0xBA, 0xBE],
        [0xCA, 0xFE, 0xBA, 0xBF],
        // Scripts that name their interpreter, with or without a byte order mark
        [(byte)'#', (byte)'!'],
        [0xEF, 0xBB, 0xBF, (byte)'#', (byte)'!'],
        // Shortcuts of Windows, which start other programs
        [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
        [0x00, (byte)'a', (byte)'s', (byte)'m'],
    ];

    public static bool IsProgram(ReadOnlySpan<byte> head)
    {
        foreach (var program in Programs)
        {
            if (head.StartsWith(program))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsPdf(ReadOnlySpan<byte> head) => head.StartsWith("%PDF-"u8);

    public static bool IsPng(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        && head.Length >= 16
        && head[12..16].SequenceEqual("IHDR"u8);

    public static bool IsJpeg(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    public static bool IsZip(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8);

    public static bool IsCompound(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
}
