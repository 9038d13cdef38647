using System.Globalization;

namespace Moothall.Platform.Documents;

/// <summary>
/// Decides whether an uploaded file may be kept, by what it is and not by what it is called
/// (no programs, no macros, nothing that expands without measure, nothing a browser would run).
/// </summary>
public static class UploadInspector
{
    /// <summary>Largest file accepted unless the partnership sets another: 25 MB.</summary>
    public const long UsualLimit = 25 * 1024 * 1024;

    /// <summary>What may be attached, for the hint beside the field.</summary>
    public const string AcceptedKinds =
        "PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), a picture (PNG or JPEG), plain text, CSV or a saved e-mail";

    private const string Program = "This is a program, and programs cannot be attached.";

    /// <summary>Looks at the whole content of a stream that can be rewound; it is left at its beginning.</summary>
    public static UploadVerdict Inspect(
        Stream content,
        string claimedName,
        long limitBytes = UsualLimit
    )
    {
        if (content.Length == 0)
        {
            return UploadVerdict.Refuse("This file is empty.");
        }

        if (content.Length > limitBytes)
        {
            var megabytes = (limitBytes / (1024d * 1024)).ToString(
                "0.#",
                CultureInfo.InvariantCulture
            );
            return UploadVerdict.Refuse($"This file is larger than {megabytes} MB.");
        }

        var name = FileNames.Clean(claimedName);
        content.Position = 0;
        var head = new byte[64];
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        content.Position = 0;
        var (kind, reason) = KindOf(content, head, FileNames.EndingOf(name));
        content.Position = 0;
        return kind is null ? UploadVerdict.Refuse(reason!) : Named(kind, name);
    }

    private static (FileKind? Kind, string? Reason) KindOf(
        Stream content,
        byte[] head,
        string ending
    )
    {
        if (FileSignatures.IsProgram(head))
        {
            return (null, Program);
        }

        if (FileSignatures.IsPdf(head))
        {
            return (FileKind.Pdf, null);
        }

        if (FileSignatures.IsPng(head))
        {
            return (FileKind.Png, null);
        }

        if (FileSignatures.IsJpeg(head))
        {
            return (FileKind.Jpeg, null);
        }

        if (FileSignatures.IsZip(head))
        {
            return OfficePackage.Inspect(content);
        }

        return FileSignatures.IsCompound(head)
            ? CompoundFile.Inspect(content)
            : TextContent.Inspect(content, ending);
    }

    // A name that says something else than the content is a trick or a mistake. Pictures are put right; the rest is for the person.
    private static UploadVerdict Named(FileKind kind, string name)
    {
        var ending = FileNames.EndingOf(name);
        if (kind.Endings.Contains(ending))
        {
            return UploadVerdict.Accept(kind.ContentType, name);
        }

        if (ending.Length == 0)
        {
            return UploadVerdict.Accept(kind.ContentType, FileNames.Clean(name + kind.Endings[0]));
        }

        var isPicture = kind == FileKind.Png || kind == FileKind.Jpeg;
        if (
            isPicture
            && (FileKind.Png.Endings.Contains(ending) || FileKind.Jpeg.Endings.Contains(ending))
        )
        {
            return UploadVerdict.Accept(
                kind.ContentType,
                Path.ChangeExtension(name, kind.Endings[0])
            );
        }

        return UploadVerdict.Refuse(
            $"The name of this file ends in {ending}, but it is {kind.Words}. Check that it is the file you meant. If it is, rename it to end in {kind.Endings[0]}."
        );
    }
}
