using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Moothall.Platform.Documents.Mail;

/// <summary>Reads a message as Outlook saves it (.msg): a compound file whose streams are named by property ([MS-OXMSG]).</summary>
public static class OutlookReader
{
    private const string Properties = "__properties_version1.0";
    private const string Damaged = "This Outlook message is damaged and cannot be read.";

    /// <summary>Reads it.</summary>
    /// <exception cref="UnreadableMailException">It is damaged or no message.</exception>
    public static MailMessage Read(byte[] message)
    {
        try
        {
            var file = CompoundFile.Open(new MemoryStream(message, writable: false));
            return Read(new Folder(file, file.Root, headerBytes: 32));
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException)
        {
            throw new UnreadableMailException(Damaged);
        }
    }

    private static MailMessage Read(Folder root)
    {
        var transport = MimePart.Parse(Encoding.UTF8.GetBytes(root.Text("007D")));
        var (headerAddress, headerName) = MailAddresses.One([.. transport.All("from")]);
        var address = First(
            Address(root.Text("5D01")),
            Address(root.Text("5D02")),
            root.Text("0C1E").Equals("SMTP", StringComparison.OrdinalIgnoreCase)
                ? Address(root.Text("0C1F"))
                : "",
            headerAddress
        );
        var remarks = new List<string>();
        var text = PlainText.ForXml(WordsOf(root, remarks)).Trim();
        if (text.Length > MailLimits.LongestText)
        {
            text = text[..MailLimits.LongestText];
            remarks.Add("The text is so long that only its beginning is shown.");
        }

        return new()
        {
            FromAddress = address,
            FromName = MimeReader.Line(First(root.Text("0C1A"), root.Text("0042"), headerName)),
            Subject = MimeReader.Line(root.Text("0037")),
            SentAt = root.Time(0x0039) ?? root.Time(0x0E06),
            MessageId = MimeReader.Line(First(root.Text("1035"), transport.Header("message-id"))),
            Text = text,
            Files = Files(root, remarks),
            Remarks = remarks,
        };
    }

    private static string WordsOf(Folder root, List<string> remarks)
    {
        var plain = root.Text("1000");
        if (plain.Trim().Length > 0)
        {
            return HtmlText.Tidy(plain);
        }

        var html = root.Bytes("1013", "0102");
        var words =
            html.Length > 0
                ? HtmlText.Read(Charsets.Decode(html, root.CodePage(0x3FDE)))
                : HtmlText.Read(root.Text("1013"));
        if (words.Length == 0 && root.Bytes("1009", "0102").Length > 0)
        {
            remarks.Add(
                "The text of this message is stored in a form only Outlook reads. Open it in Outlook and save it as HTML or plain text."
            );
        }

        return words;
    }

    private static List<MailFile> Files(Folder root, List<string> remarks)
    {
        var files = new List<MailFile>();
        var (entries, pictures) = (0, 0);
        foreach (
            var (_, entry) in root
                .Entries.Where(one =>
                    one.Key.StartsWith("__attach_version1.0_", StringComparison.OrdinalIgnoreCase)
                )
                .OrderBy(one => one.Key, StringComparer.OrdinalIgnoreCase)
        )
        {
            if (++entries > MailLimits.MostParts)
            {
                throw MailLimits.TooNested;
            }

            if (files.Count == MailLimits.MostFiles)
            {
                remarks.Add($"Only the first {MailLimits.MostFiles} files were taken.");
                break;
            }

            var part = root.Open(entry, headerBytes: 8);
            var name = MimeReader.Line(
                First(part.Text("3707"), part.Text("3704"), part.Text("3001"))
            );
            var content = part.Bytes("3701", "0102");
            // Shown in the text: it has a name there (3712) and is not listed among the files (7FFE).
            if (part.Text("3712").Length > 0 && part.Number(0x7FFE) == 1)
            {
                pictures++;
            }
            else if (part.Entries.ContainsKey("__substg1.0_3701000D"))
            {
                remarks.Add(
                    $"A message attached to this one was left out: {First(name, "without a name")}. Save it by itself and add it."
                );
            }
            else if (name.Equals("winmail.dat", StringComparison.OrdinalIgnoreCase))
            {
                remarks.Add("A file “winmail.dat” was left out, which only Outlook opens.");
            }
            else if (content.Length > 0)
            {
                files.Add(new(First(name, "File without a name"), content));
            }
            else
            {
                remarks.Add($"A file could not be read: {First(name, "without a name")}.");
            }
        }

        if (pictures > 0)
        {
            remarks.Add(
                pictures == 1
                    ? "A picture inside the text was left out."
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{pictures} pictures inside the text were left out."
                    )
            );
        }

        return files;
    }

    private static string Address(string text) => MailAddresses.One([text]).Address;

    private static string First(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Trim().Length > 0)
            {
                return text.Trim();
            }
        }

        return "";
    }

    /// <summary>The properties of a message or of one of its attachments.</summary>
    private sealed class Folder
    {
        private readonly CompoundFile file;
        private readonly byte[] fixedOnes;
        private readonly int headerBytes;

        public Folder(CompoundFile file, CompoundFile.Entry entry, int headerBytes)
        {
            (this.file, this.headerBytes) = (file, headerBytes);
            Entries = file.In(entry);
            fixedOnes = Entries.TryGetValue(Properties, out var found) ? file.Read(found) : [];
        }

        public Dictionary<string, CompoundFile.Entry> Entries { get; }

        public Folder Open(CompoundFile.Entry entry, int headerBytes) =>
            new(file, entry, headerBytes);

        public byte[] Bytes(string property, string type) =>
            Entries.TryGetValue($"__substg1.0_{property}{type}", out var entry)
                ? file.Read(entry)
                : [];

        public string Text(string property)
        {
            var unicode = Bytes(property, "001F");
            return (
                unicode.Length > 0
                    ? Encoding.Unicode.GetString(unicode)
                    : Charsets.Decode(Bytes(property, "001E"), CodePage(0x3FFD))
            ).TrimEnd('\0');
        }

        public int CodePage(int property) => (int)(Number(property) ?? 0);

        public long? Number(int property) =>
            Fixed(property, 0x0003) is { } at ? BinaryPrimitives.ReadInt32LittleEndian(at.AsSpan(8))
            : Fixed(property, 0x000B) is { } flag ? flag[8]
            : null;

        public DateTime? Time(int property)
        {
            if (Fixed(property, 0x0040) is not { } at)
            {
                return null;
            }

            var ticks = BinaryPrimitives.ReadInt64LittleEndian(at.AsSpan(8));
            return ticks > 0 && ticks < DateTime.MaxValue.ToFileTimeUtc()
                ? DateTime.FromFileTimeUtc(ticks)
                : null;
        }

        // Sixteen bytes each: type, number, flags, value.
        private byte[]? Fixed(int property, int type)
        {
            for (var at = headerBytes; at + 16 <= fixedOnes.Length; at += 16)
            {
                if (
                    BinaryPrimitives.ReadUInt16LittleEndian(fixedOnes.AsSpan(at)) == type
                    && BinaryPrimitives.ReadUInt16LittleEndian(fixedOnes.AsSpan(at + 2)) == property
                )
                {
                    return fixedOnes[at..(at + 16)];
                }
            }

            return null;
        }
    }
}
