using System.IO.Compression;
using System.Xml;
using ICSharpCode.SharpZipLib.Zip;
using ZipFile = ICSharpCode.SharpZipLib.Zip.ZipFile;

namespace Moothall.Platform.Documents;

/// <summary>
/// Looks inside a zip for a Word, Excel or PowerPoint file without macros. Every entry is really expanded, because
/// the sizes a zip declares can lie, and the expansion stops at the limits. Archives inside it are not opened.
/// </summary>
internal static class OfficePackage
{
    public const long LargestExpanded = 200L * 1024 * 1024;
    public const int LargestRatio = 100;
    public const int MostEntries = 2000;
    private const string ContentTypes = "[Content_Types].xml";
    private const string NotOffice =
        "Zip archives cannot be attached. Attach the documents in it one by one.";
    private const string Damaged = "This file is damaged and cannot be opened.";
    private const string Expands =
        "This file expands to far more than a document should, so it cannot be attached.";
    private const string Macros =
        "This file contains macros or controls that run. Save a copy without them (.docx, .xlsx or .pptx) and attach that.";
    private const string Password =
        "This file is protected by a password and cannot be checked. Remove the password and attach it again.";

    private static readonly (string Main, FileKind Kind)[] Kinds =
    [
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            FileKind.Word
        ),
        (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            FileKind.Excel
        ),
        (
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
            FileKind.PowerPoint
        ),
    ];

    public static (FileKind? Kind, string? Reason) Inspect(Stream content)
    {
        try
        {
            if (EntriesIn(content) > MostEntries)
            {
                return (null, Expands);
            }

            using var archive = new ZipFile(content, leaveOpen: true);
            var entries = archive.Cast<ZipEntry>().Where(entry => entry.IsFile).ToList();
            if (entries.Exists(entry => entry.IsCrypted))
            {
                return (null, Password);
            }

            if (WrongInside(archive, entries, content.Length) is { } wrong)
            {
                return (null, wrong);
            }

            // Two lists of types would let this check read one and Word the other.
            var lists = entries.FindAll(entry =>
                entry.Name.Equals(ContentTypes, StringComparison.OrdinalIgnoreCase)
            );
            return lists.Count switch
            {
                0 => (null, NotOffice),
                1 => KindOf(
                    TypesIn(archive.GetInputStream(lists[0]), entries.ConvertAll(PartName))
                ),
                _ => (null, Damaged),
            };
        }
        catch (Exception)
        {
            // A zip that lies about itself makes its readers stumble in ways that no list is sure to name
            // (a length below nothing, an index too far), and each of them means the same to the person.
            return (null, Damaged);
        }
    }

    // The framework's reader checks the number that the zip declares; but it stops expanding an entry at the length
    // declared, which can lie, so the other reader expands them.
    private static int EntriesIn(Stream content)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        return archive.Entries.Count;
    }

    private static string? WrongInside(
        ZipFile archive,
        List<ZipEntry> entries,
        long compressedLength
    )
    {
        var most = Math.Min(LargestExpanded, compressedLength * LargestRatio);
        var expanded = 0L;
        var buffer = new byte[81920];
        foreach (var entry in entries)
        {
            if (IsMacroPart(entry.Name))
            {
                return Macros;
            }

            using var part = archive.GetInputStream(entry);
            var read = part.ReadAtLeast(buffer, 8, throwOnEndOfStream: false);
            if (FileSignatures.IsProgram(buffer.AsSpan(0, read)))
            {
                return "There is a program inside this file, and programs cannot be attached.";
            }

            var length = 0L;
            for (; read > 0; read = part.Read(buffer))
            {
                length += read;
                expanded += read;
                if (expanded > most)
                {
                    return Expands;
                }
            }

            if (length != entry.Size)
            {
                return Damaged;
            }
        }

        return null;
    }

    private static bool IsMacroPart(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || name.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase);

    private static (FileKind? Kind, string? Reason) KindOf(List<string> types)
    {
        if (types.Exists(RunsCode))
        {
            return (null, Macros);
        }

        var kinds = Kinds
            .Where(pair => types.Contains(pair.Main, StringComparer.OrdinalIgnoreCase))
            .ToList();
        return kinds.Count == 1 ? (kinds[0].Kind, null) : (null, NotOffice);
    }

    private static bool RunsCode(string type) =>
        type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
        || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        || type.Contains("macrosheet", StringComparison.OrdinalIgnoreCase)
        || type.Contains("activeX", StringComparison.OrdinalIgnoreCase);

    // A name may be written with %-signs, which Office reads as the characters they stand for.
    private static string PartName(ZipEntry entry) => Uri.UnescapeDataString(entry.Name);

    // Every type but the defaults for extensions that no part has: SheetJS writes one for binary workbooks, which
    // run code, into every plain workbook.
    private static List<string> TypesIn(Stream list, List<string> parts)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = 4 * 1024 * 1024,
        };
        using var reader = XmlReader.Create(list, settings);
        var types = new List<string>();
        while (reader.Read())
        {
            if (
                reader.NodeType == XmlNodeType.Element
                && reader.GetAttribute("ContentType") is { } type
                && !(reader.LocalName == "Default" && IsForNone(reader.GetAttribute("Extension")))
            )
            {
                types.Add(type);
            }
        }

        return types;

        // Wherever the extension stands in a name, so that no odd ending hides a part from this check.
        bool IsForNone(string? extension)
        {
            var ending = "." + Uri.UnescapeDataString(extension ?? "").Trim(' ', '.');
            return !parts.Exists(part => part.Contains(ending, StringComparison.OrdinalIgnoreCase));
        }
    }
}
