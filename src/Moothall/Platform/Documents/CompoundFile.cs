using System.Buffers.Binary;
using System.Text;

namespace Moothall.Platform.Documents;

/// <summary>
/// Reads the directory of an OLE compound file, the wrapper that old Office files, password-protected Office files,
/// installers and Outlook messages share. Only Outlook messages are accepted, and only without macros in them.
/// </summary>
internal sealed partial class CompoundFile
{
    private const uint None = 0xFFFFFFFA; // this and above are marks, not sectors
    private const int EntryBytes = 128;
    private const int MostSectors = 4096;
    private const string Damaged = "This file is damaged and cannot be opened.";

    private readonly Stream content;
    private readonly int sectorBytes;
    private readonly List<uint> tableSectors = [];
    private uint smallTableStart;
    private List<Entry> entries = [];

    private CompoundFile(Stream content, int sectorBytes) =>
        (this.content, this.sectorBytes) = (content, sectorBytes);

    public static (FileKind? Kind, string? Reason) Inspect(Stream content)
    {
        try
        {
            return Decide(Open(content).entries);
        }
        catch (Exception error) when (error is EndOfStreamException or InvalidDataException)
        {
            return (null, Damaged);
        }
    }

    /// <summary>Opens it and reads its directory.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="EndOfStreamException">It is cut off.</exception>
    public static CompoundFile Open(Stream content)
    {
        var header = new byte[512];
        content.Position = 0;
        content.ReadExactly(header);
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (shift is not (9 or 12))
        {
            throw new InvalidDataException();
        }

        var file = new CompoundFile(content, 1 << shift)
        {
            smallTableStart = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(60)),
        };
        file.ReadTableSectors(header);
        file.entries = file.Directory(BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48)));
        return file;
    }

    private static (FileKind? Kind, string? Reason) Decide(List<Entry> entries)
    {
        var all = entries.Select(entry => entry.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var top = TopNames(entries);
        if (top.Contains("EncryptedPackage") || top.Contains("EncryptionInfo"))
        {
            return (
                null,
                "This file is protected by a password and cannot be checked. Remove the password and attach it again."
            );
        }

        if (top.Contains("WordDocument"))
        {
            return (
                null,
                "This is an older Word document (.doc). Save it as .docx and attach that."
            );
        }

        if (top.Contains("Workbook") || top.Contains("Book"))
        {
            return (
                null,
                "This is an older Excel workbook (.xls). Save it as .xlsx and attach that."
            );
        }

        if (top.Contains("PowerPoint Document"))
        {
            return (
                null,
                "This is an older PowerPoint presentation (.ppt). Save it as .pptx and attach that."
            );
        }

        if (!top.Contains("__properties_version1.0") || !top.Contains("__nameid_version1.0"))
        {
            return (null, TextContent.NotRecognised);
        }

        return all.Contains("_VBA_PROJECT") || all.Contains("_VBA_PROJECT_CUR")
            ? (
                null,
                "There is a document with macros inside this e-mail. Attach the e-mail without it."
            )
            : (FileKind.OutlookEmail, null);
    }

    // Names directly under the root: a tree of siblings. Names deeper down belong to attachments and say nothing about the file.
    private static HashSet<string> TopNames(List<Entry> entries)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var waiting = new Stack<uint>();
        var seen = new HashSet<uint>();
        waiting.Push(entries.Count > 0 ? entries[0].Child : None);
        while (waiting.TryPop(out var index))
        {
            if (index < entries.Count && seen.Add(index))
            {
                var entry = entries[(int)index];
                names.Add(entry.Name);
                waiting.Push(entry.Left);
                waiting.Push(entry.Right);
            }
        }

        return names;
    }

    private void ReadTableSectors(byte[] header)
    {
        Add(header.AsSpan(76, 109 * 4));
        var next = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(68));
        for (var count = 0; next < None; count++)
        {
            Check(count);
            var sector = Sector(next);
            Add(sector.AsSpan(..^4));
            next = BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(^4..));
        }

        void Add(ReadOnlySpan<byte> numbers)
        {
            for (var offset = 0; offset < numbers.Length; offset += 4)
            {
                var number = BinaryPrimitives.ReadUInt32LittleEndian(numbers[offset..]);
                if (number < None)
                {
                    tableSectors.Add(number);
                }
            }
        }
    }

    private List<Entry> Directory(uint sector)
    {
        var found = new List<Entry>();
        for (var count = 0; sector < None; count++)
        {
            Check(count);
            var bytes = Sector(sector);
            for (var offset = 0; offset < sectorBytes; offset += EntryBytes)
            {
                found.Add(Entry.Read(bytes.AsSpan(offset, EntryBytes)));
            }

            sector = After(sector);
        }

        return found;
    }

    private uint After(uint sector)
    {
        var perTable = sectorBytes / 4;
        var table = (int)(sector / perTable);
        return table < tableSectors.Count
            ? BinaryPrimitives.ReadUInt32LittleEndian(
                Sector(tableSectors[table]).AsSpan((int)(sector % perTable) * 4)
            )
            : throw new InvalidDataException();
    }

    private byte[] Sector(uint number)
    {
        var bytes = new byte[sectorBytes];
        var place = (number + 1L) * sectorBytes;
        if (place > content.Length)
        {
            throw new InvalidDataException();
        }

        content.Position = place;
        content.ReadExactly(bytes);
        return bytes;
    }

    private static void Check(int count)
    {
        if (count >= MostSectors)
        {
            throw new InvalidDataException();
        }
    }

    /// <summary>A stream or a folder of the file, and where its content begins.</summary>
    internal readonly record struct Entry(
        string Name,
        uint Left,
        uint Right,
        uint Child,
        uint Start,
        uint Length
    )
    {
        public static Entry Read(ReadOnlySpan<byte> bytes)
        {
            var length = Math.Clamp(
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[64..]) - 2,
                0,
                62
            );
            return new Entry(
                Encoding.Unicode.GetString(bytes[..length]),
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[68..]),
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[72..]),
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[76..]),
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[116..]),
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[120..])
            );
        }
    }
}
