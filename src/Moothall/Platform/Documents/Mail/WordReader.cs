using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Moothall.Platform.Documents.Mail;

/// <summary>The words of a Word document (.docx) in reading order: a line a paragraph, a line a table row with tabs between cells.</summary>
public static class WordReader
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const long LargestPart = 60L * 1024 * 1024;

    /// <summary>Reads it; it must have passed <see cref="UploadInspector"/>, which holds its expansion in bounds.</summary>
    /// <exception cref="UnreadableMailException">It is damaged.</exception>
    public static string Read(Stream document)
    {
        try
        {
            using var archive = new ZipArchive(document, ZipArchiveMode.Read, leaveOpen: true);
            var part = archive.Entries.FirstOrDefault(entry =>
                entry.FullName.StartsWith("word/document", StringComparison.OrdinalIgnoreCase)
                && entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            );
            if (part is null)
            {
                throw new UnreadableMailException("There is no text in this Word document.");
            }

            using var content = part.Open();
            var settings = new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = LargestPart,
            };
            using var reader = XmlReader.Create(content, settings);
            return HtmlText.Tidy(Text(reader));
        }
        catch (Exception problem)
            when (problem is XmlException or InvalidDataException or IOException)
        {
            throw new UnreadableMailException("This Word document is damaged and cannot be read.");
        }
    }

    private static string Text(XmlReader reader)
    {
        var text = new StringBuilder();
        var cells = 0;
        reader.Read();
        while (!reader.EOF && text.Length < MailLimits.LongestText)
        {
            var name = reader.NamespaceURI is Main or Strict ? reader.LocalName : "";
            if (reader.NodeType == XmlNodeType.Element)
            {
                // What is drawn a second time for old programs, and what was struck out, is passed over.
                if (reader.LocalName == "Fallback" || name is "del" or "moveFrom" or "instrText")
                {
                    reader.Skip();
                    continue;
                }

                switch (name)
                {
                    case "t":
                        text.Append(reader.ReadElementContentAsString());
                        continue;
                    case "tab":
                        text.Append('\t');
                        break;
                    case "br" or "cr":
                        text.Append(cells > 0 ? ' ' : '\n');
                        break;
                    case "tc" when !reader.IsEmptyElement:
                        cells++;
                        break;
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                switch (name)
                {
                    case "p":
                        text.Append(cells > 0 ? ' ' : '\n');
                        break;
                    case "tc":
                        cells--;
                        TrimEnd(text);
                        text.Append('\t');
                        break;
                    case "tr":
                        TrimEnd(text);
                        text.Append(cells > 0 ? ' ' : '\n');
                        break;
                }
            }

            reader.Read();
        }

        return text.ToString();
    }

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }
    }
}
