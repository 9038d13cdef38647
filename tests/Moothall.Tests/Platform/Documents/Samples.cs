using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Moothall.Platform.Documents;

namespace Moothall.Tests.Platform.Documents;

/// <summary>Small files of every kind, made from their formats.</summary>
internal static class Samples
{
    public static readonly byte[] Pdf =
        "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<<>>\nendobj\n%%EOF"u8.ToArray();
    public static readonly byte[] Png =
    [
        0x89,
        0x50,
        0x4E,
        0x47,
        0x0D,
        0x0A,
        0x1A,
        0x0A,
        0,
        0,
        0,
        13,
        .. "IHDR"u8,
        0,
        0,
        0,
        1,
        0,
        0,
        0,
        1,
        8,
        2,
        0,
        0,
        0,
    ];
    public static readonly byte[] Jpeg =
    [
        0xFF,
        0xD8,
        0xFF,
        0xE0,
        0,
        16,
        .. "JFIF"u8,
        0,
        1,
        2,
        0,
        0,
        1,
        0,
        1,
        0,
        0,
    ];

    public static byte[] Docx() =>
        WordWriter.ToBytes(
            new Paper { Title = "Plan", Blocks = [new PaperText("Walk the estate.")] }
        );

    public const string WordType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public const string ExcelType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    public const string PowerPointType =
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";

    public const string BinaryWorkbookType =
        "application/vnd.ms-excel.sheet.binary.macroEnabled.main";

    public static byte[] Office(string type, params (string Name, byte[] Content)[] more) =>
        Office(type, "", more);

    /// <summary>As the widespread library SheetJS writes every workbook: with a default type for <c>.bin</c>.</summary>
    public static byte[] SheetJs(string type, params (string Name, byte[] Content)[] more) =>
        Office(type, $"""<Default Extension="bin" ContentType="{BinaryWorkbookType}"/>""", more);

    private static byte[] Office(string type, string defaults, (string Name, byte[] Content)[] more)
    {
        var types = $"""
            <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="xml" ContentType="application/xml"/>{defaults}<Override PartName="/main.xml" ContentType="{type}"/></Types>
            """;
        return Zip([
            ("[Content_Types].xml", Encoding.UTF8.GetBytes(types)),
            ("main.xml", "<a/>"u8.ToArray()),
            .. more,
        ]);
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return buffer.ToArray();
    }

    /// <summary>A compound file whose root holds these names; each of <paramref name="deeper"/> lies in the last of them.</summary>
    public static byte[] Compound(string[] top, params string[] deeper)
    {
        var file = new byte[512 * 8];
        ReadOnlySpan<byte> mark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        mark.CopyTo(file);
        Word(file, 30, 9);
        Number(file, 44, 1); // one sector holds the table
        Number(file, 48, 1); // the directory begins in sector 1
        Number(file, 68, 0xFFFFFFFE);
        file.AsSpan(76, 436).Fill(0xFF);
        Number(file, 76, 0); // the table is sector 0
        file.AsSpan(512, 512).Fill(0xFF);
        Number(file, 512, 0xFFFFFFFD);
        const int Directory = 4;
        for (var sector = 1; sector <= Directory; sector++)
        {
            Number(file, 512 + 4 * sector, sector == Directory ? 0xFFFFFFFE : (uint)sector + 1);
        }

        string[] names = ["Root Entry", .. top, .. deeper];
        for (var index = 0; index < names.Length; index++)
        {
            var entry = 1024 + 128 * index;
            Encoding.Unicode.GetBytes(names[index], file.AsSpan(entry));
            Word(file, entry + 64, (ushort)(2 * names[index].Length + 2));
            file[entry + 66] = (byte)(index == 0 ? 5 : 2);
            Number(file, entry + 68, 0xFFFFFFFF);
            var hasNext = index > 0 && index != top.Length && index < names.Length - 1;
            Number(file, entry + 72, hasNext ? (uint)index + 1 : 0xFFFFFFFF);
            var child =
                index == 0 ? 1u
                : index == top.Length && deeper.Length > 0 ? (uint)index + 1
                : 0xFFFFFFFF;
            Number(file, entry + 76, child);
        }

        return file;
    }

    public static readonly string[] MessageNames =
    [
        "__nameid_version1.0",
        "__properties_version1.0",
        "__attach_version1.0_#00000000",
    ];

    private static void Number(byte[] file, int place, uint value) =>
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(place), value);

    private static void Word(byte[] file, int place, ushort value) =>
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(place), value);
}
