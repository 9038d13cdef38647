using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Moothall.Platform.Documents;

/// <summary>
/// Writes a paper as a Word file (.docx) with real headings, lists and tables, in British English, the marking on every
/// page. The file names nobody: it has a title but no author, company or dates of editing.
/// </summary>
public static class WordWriter
{
    /// <summary>The media type of a Word file.</summary>
    public const string Type =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The Word file.</summary>
    public static byte[] ToBytes(Paper paper)
    {
        using var buffer = new MemoryStream();
        using (
            var file = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document)
        )
        {
            file.PackageProperties.Title = PlainText.ForXml(paper.Title);
            file.PackageProperties.Language = WordStyles.Language;
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(WordStyles.Xml);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                WordStyles.NumberingXml
            );
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(WordStyles.SettingsXml);
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(HeaderOf(paper));
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(FooterOf(paper));
            var body = new Body(WordText.Paragraph(paper.Title, "Title"));
            body.Append(paper.Blocks.SelectMany(Write));
            body.Append(Section(main.GetIdOfPart(header), main.GetIdOfPart(footer)));
            main.Document = new Document(body);
        }

        return buffer.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Write(PaperBlock block) =>
        block switch
        {
            PaperHeading heading =>
            [
                WordText.Paragraph(
                    heading.Text,
                    string.Create(CultureInfo.InvariantCulture, $"Heading{heading.Level}")
                ),
            ],
            PaperText text => [WordText.Paragraph(text.Text)],
            PaperBullets bullets => bullets.Items.Select(item =>
                WordText.Paragraph(item, "ListBullet")
            ),
            PaperTable table => WordTables.Write(table),
            PaperKeyValues facts => WordTables.Write(facts),
            _ => throw new NotSupportedException($"Word cannot write {block.GetType().Name}."),
        };

    private static IEnumerable<OpenXmlElement> HeaderOf(Paper paper)
    {
        if (paper.Marking.Length > 0 || paper.HeaderLines.Count == 0)
        {
            yield return WordText.Paragraph(paper.Marking, "Marking");
        }

        foreach (var line in paper.HeaderLines)
        {
            yield return WordText.Paragraph(line, "Header");
        }
    }

    private static IEnumerable<OpenXmlElement> FooterOf(Paper paper)
    {
        foreach (var line in paper.FooterLines)
        {
            yield return WordText.Paragraph(line, "Footer");
        }

        yield return new Paragraph(
            new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = "Footer" } },
            WordText.Run("Page "),
            new SimpleField(WordText.Run("1")) { Instruction = " PAGE " },
            WordText.Run(" of "),
            new SimpleField(WordText.Run("1")) { Instruction = " NUMPAGES " }
        );
    }

    private static SectionProperties Section(string headerId, string footerId) =>
        new(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = headerId },
            new FooterReference { Type = HeaderFooterValues.Default, Id = footerId },
            new PageSize { Width = WordTables.PageWidth, Height = 16838 },
            new PageMargin
            {
                Top = 1440,
                Bottom = 1440,
                Left = WordTables.Margin,
                Right = WordTables.Margin,
                Header = 567,
                Footer = 567,
                Gutter = 0,
            }
        );
}
