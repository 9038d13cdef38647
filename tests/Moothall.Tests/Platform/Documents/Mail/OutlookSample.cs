using System.Buffers.Binary;
using System.Text;

namespace Moothall.Tests.Platform.Documents.Mail;

/// <summary>Writes compound files and Outlook messages from their published formats ([MS-CFB], [MS-OXMSG]).</summary>
internal static class OutlookSample
{
    private const uint Last = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;

    /// <summary>A stream, or with <paramref name="Inside"/> a folder.</summary>
    public sealed record Node(string Name, byte[] Content, params Node[] Inside);

    public static Node Text(string property, string text) =>
        new($"__substg1.0_{property}001F", Encoding.Unicode.GetBytes(text));

    public static Node Bytes(string property, byte[] content) =>
        new($"__substg1.0_{property}0102", content);

    /// <summary>The properties of a fixed length: a header, then type, number, flags and value of each.</summary>
    public static Node Fixed(int header, params (ushort Type, ushort Number, long Value)[] values)
    {
        var bytes = new byte[header + 16 * values.Length];
        for (var index = 0; index < values.Length; index++)
        {
            var at = bytes.AsSpan(header + 16 * index);
            BinaryPrimitives.WriteUInt16LittleEndian(at, values[index].Type);
            BinaryPrimitives.WriteUInt16LittleEndian(at[2..], values[index].Number);
            BinaryPrimitives.WriteInt64LittleEndian(at[8..], values[index].Value);
        }

        return new("__properties_version1.0", bytes);
    }

    /// <summary>A message with these parts.</summary>
    public static byte[] Message(params Node[] parts) =>
        Compound([new("__nameid_version1.0", [], new Node("__substg1.0_00020102", [1])), .. parts]);

    /// <summary>A compound file of 512-byte sectors: table first, then the directory, the small streams and the long ones.</summary>
    public static byte[] Compound(params Node[] top)
    {
        var entries = new List<(Node Node, uint Right, uint Child, uint Start, uint Length)>
        {
            (new("Root Entry", []), Free, 1, Last, 0),
        };
        var (small, large) = (new MemoryStream(), new List<byte[]>());
        var smallTable = new List<uint>();
        var waiting = new List<(int Entry, uint Sector)>();
        AddFolder(top);

        void AddFolder(Node[] nodes)
        {
            var first = entries.Count;
            entries.AddRange(
                nodes.Select(
                    (node, index) =>
                        (
                            node,
                            index + 1 < nodes.Length ? (uint)(first + index + 1) : Free,
                            Free,
                            Last,
                            0u
                        )
                )
            );
            for (var index = 0; index < nodes.Length; index++)
            {
                var (at, node) = (first + index, nodes[index]);
                if (node.Inside.Length > 0)
                {
                    entries[at] = entries[at] with { Child = (uint)entries.Count };
                    AddFolder(node.Inside);
                }
                else if (node.Content.Length >= 4096)
                {
                    waiting.Add((at, (uint)large.Count));
                    for (var from = 0; from < node.Content.Length; from += 512)
                        large.Add(node.Content[from..Math.Min(from + 512, node.Content.Length)]);
                    entries[at] = entries[at] with { Length = (uint)node.Content.Length };
                }
                else if (node.Content.Length > 0)
                {
                    var start = (uint)(small.Length / 64);
                    small.Write(node.Content);
                    small.SetLength((small.Length + 63) / 64 * 64);
                    small.Position = small.Length;
                    for (var next = start + 1; next < small.Length / 64; next++)
                        smallTable.Add(next);
                    smallTable.Add(Last);
                    entries[at] = entries[at] with
                    {
                        Start = start,
                        Length = (uint)node.Content.Length,
                    };
                }
            }
        }

        var directory = (entries.Count + 3) / 4;
        var smallSectors = (int)(small.Length + 511) / 512;
        var smallTableSectors = (smallTable.Count + 127) / 128;
        var others = directory + smallSectors + smallTableSectors + large.Count;
        var tables = 1;
        while (tables * 128 < others + tables)
            tables++;
        var (dirStart, smallStart) = (tables, tables + directory);
        var smallTableStart = smallStart + smallSectors;
        var largeStart = smallTableStart + smallTableSectors;
        var file = new byte[512 * (1 + tables + others)];
        var next32 = new uint[tables * 128];
        Array.Fill(next32, Free);
        Array.Fill(next32, 0xFFFFFFFDu, 0, tables);
        ChainOf(dirStart, directory);
        ChainOf(smallStart, smallSectors);
        ChainOf(smallTableStart, smallTableSectors);
        foreach (var (entry, sector) in waiting)
        {
            var count = (int)(entries[entry].Length + 511) / 512;
            ChainOf(largeStart + (int)sector, count);
            entries[entry] = entries[entry] with { Start = (uint)(largeStart + sector) };
        }

        entries[0] = entries[0] with
        {
            Start = smallSectors > 0 ? (uint)smallStart : Last,
            Length = (uint)small.Length,
        };
        ReadOnlySpan<byte> mark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        mark.CopyTo(file);
        Word(file, 24, 0x3E);
        Word(file, 26, 3);
        Word(file, 28, 0xFFFE);
        Word(file, 30, 9);
        Word(file, 32, 6);
        Number(file, 44, (uint)tables);
        Number(file, 48, (uint)dirStart);
        Number(file, 56, 4096);
        Number(file, 60, smallTableSectors > 0 ? (uint)smallTableStart : Last);
        Number(file, 64, (uint)smallTableSectors);
        Number(file, 68, Last);
        file.AsSpan(76, 436).Fill(0xFF);
        for (var table = 0; table < tables; table++)
            Number(file, 76 + 4 * table, (uint)table);
        for (var index = 0; index < next32.Length; index++)
            Number(file, 512 + 4 * index, next32[index]);
        for (var index = 0; index < entries.Count; index++)
            WriteEntry(
                file.AsSpan(512 * (1 + dirStart) + 128 * index, 128),
                entries[index],
                isRoot: index == 0
            );
        small.ToArray().CopyTo(file, 512 * (1 + smallStart));
        for (var index = 0; index < smallTable.Count; index++)
            Number(file, 512 * (1 + smallTableStart) + 4 * index, smallTable[index]);
        for (var index = 0; index < large.Count; index++)
            large[index].CopyTo(file, 512 * (1 + largeStart + index));
        return file;

        void ChainOf(int start, int count)
        {
            for (var index = 0; index < count; index++)
                next32[start + index] = index + 1 < count ? (uint)(start + index + 1) : Last;
        }
    }

    private static void WriteEntry(
        Span<byte> at,
        (Node Node, uint Right, uint Child, uint Start, uint Length) entry,
        bool isRoot
    )
    {
        Encoding.Unicode.GetBytes(entry.Node.Name, at);
        BinaryPrimitives.WriteUInt16LittleEndian(
            at[64..],
            (ushort)(2 * entry.Node.Name.Length + 2)
        );
        at[66] = (byte)(
            isRoot ? 5
            : entry.Node.Inside.Length > 0 ? 1
            : 2
        );
        at[67] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(at[68..], Free);
        BinaryPrimitives.WriteUInt32LittleEndian(at[72..], entry.Right);
        BinaryPrimitives.WriteUInt32LittleEndian(at[76..], entry.Child);
        BinaryPrimitives.WriteUInt32LittleEndian(at[116..], entry.Start);
        BinaryPrimitives.WriteUInt32LittleEndian(at[120..], entry.Length);
    }

    private static void Number(byte[] file, int place, uint value) =>
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(place), value);

    private static void Word(byte[] file, int place, ushort value) =>
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(place), value);
}
