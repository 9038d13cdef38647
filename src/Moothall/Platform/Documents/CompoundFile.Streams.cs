using System.Buffers.Binary;

namespace Moothall.Platform.Documents;

internal sealed partial class CompoundFile
{
    private const int SmallStream = 4096; // shorter ones lie together in a stream of their own
    private const int SmallSector = 64;
    private byte[]? smallTable;
    private byte[]? smallContent;

    /// <summary>The entry that holds all others.</summary>
    public Entry Root => entries.Count > 0 ? entries[0] : throw new InvalidDataException();

    /// <summary>The entries directly in a folder, by name; a tree that runs in a circle is walked once.</summary>
    public Dictionary<string, Entry> In(Entry folder)
    {
        var found = new Dictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        var waiting = new Stack<uint>([folder.Child]);
        var seen = new HashSet<uint>();
        while (waiting.TryPop(out var index))
        {
            if (index < entries.Count && seen.Add(index))
            {
                var entry = entries[(int)index];
                found.TryAdd(entry.Name, entry);
                waiting.Push(entry.Left);
                waiting.Push(entry.Right);
            }
        }

        return found;
    }

    /// <summary>The content of a stream.</summary>
    /// <exception cref="InvalidDataException">It is longer than the file, or its chain is broken.</exception>
    public byte[] Read(Entry entry)
    {
        if (entry.Length > content.Length)
        {
            throw new InvalidDataException();
        }

        return entry.Length >= SmallStream
            ? Chain(entry.Start, (int)entry.Length)
            : SmallChain(entry.Start, (int)entry.Length);
    }

    private byte[] Chain(uint sector, int length)
    {
        var bytes = new byte[length];
        for (var filled = 0; filled < length; sector = After(sector))
        {
            if (sector >= None)
            {
                throw new InvalidDataException();
            }

            var part = Sector(sector).AsSpan();
            part = part[..Math.Min(part.Length, length - filled)];
            part.CopyTo(bytes.AsSpan(filled));
            filled += part.Length;
        }

        return bytes;
    }

    private byte[] SmallChain(uint sector, int length)
    {
        smallContent ??= Chain(Root.Start, Root.Length <= content.Length ? (int)Root.Length : 0);
        smallTable ??= SmallTable();
        var bytes = new byte[length];
        for (var filled = 0; filled < length; )
        {
            var place = sector * (long)SmallSector;
            var taken = Math.Min(SmallSector, length - filled);
            if (place + taken > smallContent.Length || (sector + 1L) * 4 > smallTable.Length)
            {
                throw new InvalidDataException();
            }

            smallContent.AsSpan((int)place, taken).CopyTo(bytes.AsSpan(filled));
            filled += taken;
            sector = BinaryPrimitives.ReadUInt32LittleEndian(smallTable.AsSpan((int)sector * 4));
        }

        return bytes;
    }

    private byte[] SmallTable()
    {
        using var table = new MemoryStream();
        var sector = smallTableStart;
        for (var count = 0; sector < None; count++)
        {
            Check(count);
            table.Write(Sector(sector));
            sector = After(sector);
        }

        return table.ToArray();
    }
}
