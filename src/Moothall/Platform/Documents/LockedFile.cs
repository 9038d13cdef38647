using ICSharpCode.SharpZipLib.Zip;
using ICSharpCode.SharpZipLib.Zip.Compression;

namespace Moothall.Platform.Documents;

/// <summary>
/// The locked file in which minutes go to a member without a secure address (S1-7.2i): a zip with one document,
/// encrypted with AES-256 (WinZip AE-2), which 7-Zip, WinZip and others open. The name of what is inside stays
/// readable without the password, so only neutral names are taken.
/// </summary>
public static class LockedFile
{
    private static readonly string[] NeutralNames =
    [
        "minutes",
        "agenda",
        "actions",
        "papers",
        "report",
        "document",
    ];
    private static readonly string[] NeutralEndings = [".docx", ".pdf", ".xlsx", ".csv", ".txt"];

    /// <summary>Whether a name tells an outsider nothing: one of a few plain words with a usual ending.</summary>
    public static bool IsNeutral(string entryName) =>
        NeutralNames.Any(name => NeutralEndings.Any(ending => entryName == name + ending));

    /// <summary>Writes the locked file to <paramref name="target"/>, which stays open.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="entryName">Neutral name of the document inside.</param>
    /// <param name="dated">Date shown for the document inside, for example the date of the meeting.</param>
    /// <param name="content">The document.</param>
    /// <param name="password">Must meet <see cref="ArchivePassword.MeetsPolicy"/>.</param>
    /// <exception cref="ArgumentException">The name is not neutral or the password is too weak: nothing is written.</exception>
    public static void Write(
        Stream target,
        string entryName,
        DateOnly dated,
        ReadOnlySpan<byte> content,
        string password
    )
    {
        if (!IsNeutral(entryName))
        {
            throw new ArgumentException(
                "The name inside a locked file can be read by anyone, so it must be neutral.",
                nameof(entryName)
            );
        }

        if (!ArchivePassword.MeetsPolicy(password, out var reason))
        {
            throw new ArgumentException(reason, nameof(password));
        }

        // The size is known, so the 64-bit form that some programs do not open is never needed.
        using var zip = new ZipOutputStream(target)
        {
            IsStreamOwner = false,
            UseZip64 = UseZip64.Off,
            Password = password,
        };
        // Word files and PDFs are packed already.
        zip.SetLevel(Deflater.NO_COMPRESSION);
        var entry = new ZipEntry(entryName)
        {
            AESKeySize = 256,
            DateTime = dated.ToDateTime(TimeOnly.MinValue),
            Size = content.Length,
            IsUnicodeText = false,
        };
        zip.PutNextEntry(entry);
        zip.Write(content);
        zip.CloseEntry();
    }
}
