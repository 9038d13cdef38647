using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck;
using FsCheck.Fluent;
using Moothall.Platform.Documents;

namespace Moothall.Tests.Platform.Documents;

public sealed class WordWriterTests
{
    internal static readonly Paper Full = new()
    {
        Title = "Minutes of the Community Safety Hub",
        Marking = "Official – Sensitive",
        HeaderLines = ["Community Safety Partnership"],
        FooterLines = ["Copy for the Fire and Rescue Service", "Text unchanged: 9f2c 41d0"],
        Blocks =
        [
            new PaperHeading(1, "Actions"),
            new PaperText("First line\nsecond line\twith a tab"),
            new PaperHeading(2, "Agreed"),
            new PaperBullets(["Walk the estate", "Visit J. B."]),
            new PaperHeading(3, "Table"),
            new PaperTable(
                "What was agreed",
                ["Action", "Who", "By"],
                [
                    ["Visit", "Police", "3 March 2026"],
                    ["", "", ""],
                ],
                [4, 2, 1]
            ),
            new PaperTable("", ["Only"], []),
            new PaperKeyValues([
                new PaperKeyValue("Chair", "A. N."),
                new PaperKeyValue("Present", "12"),
            ]),
            new PaperText("שלום עולם – اردو میں"),
        ],
    };

    [Fact]
    public void Word_finds_no_fault()
    {
        Assert.Empty(Faults(Full));
        Assert.Empty(Faults(new Paper { Title = "", Blocks = [] }));
        Assert.Empty(
            Faults(
                new Paper { Title = "x", Blocks = [new PaperKeyValues([]), new PaperBullets([])] }
            )
        );
    }

    [Fact]
    public void Whatever_is_typed_opens_clean_and_can_be_read_again()
    {
        var paper = new Paper
        {
            Title = "x",
            Blocks = [.. NaughtyStrings.All.SelectMany(text => Of(text).Blocks)],
        };
        Assert.Empty(Faults(paper));
        using var file = Open(paper);
        var shown = file.MainDocumentPart!.Document.Body!.Elements<Paragraph>()
            .Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId is null)
            .Select(TextOf);
        Assert.Equal(
            NaughtyStrings.All.Select(text => string.Concat(PlainText.Lines(text))),
            shown
        );
    }

    [Fact]
    public void Whatever_is_typed_opens_clean_in_every_place() =>
        Prop.ForAll<string?>(text => Faults(Of(text ?? "")).Count == 0)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void Structure_is_real_and_not_drawn()
    {
        using var file = Open(Full);
        var main = file.MainDocumentPart!;
        var paragraphs = main.Document.Body!.Elements<Paragraph>().ToList();
        string?[] styles =
        [
            .. paragraphs.Select(paragraph =>
                paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value
            ),
        ];
        Assert.Equal("Title", styles[0]);
        Assert.Equal(
            ["Heading1", "Heading2", "Heading3"],
            styles.Where(style => style?.StartsWith("Heading", StringComparison.Ordinal) == true)
        );
        Assert.Equal(2, styles.Count(style => style == "ListBullet"));

        var table = main.Document.Body.Elements<Table>().First();
        var rows = table.Elements<TableRow>().ToList();
        Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.All(
            rows.Skip(1),
            row => Assert.Null(row.TableRowProperties!.GetFirstChild<TableHeader>())
        );
        var widths = table
            .GetFirstChild<TableGrid>()!
            .Elements<GridColumn>()
            .Select(column =>
                int.Parse(column.Width!, System.Globalization.CultureInfo.InvariantCulture)
            )
            .ToList();
        Assert.Equal(4.0, (double)widths[0] / widths[2], 0.01);

        var languages = main.StyleDefinitionsPart!.Styles!.Descendants<Languages>()
            .Select(language => language.Val?.Value);
        Assert.Equal(["en-GB"], languages);
        Assert.NotNull(paragraphs[^1].ParagraphProperties!.BiDi);
    }

    [Fact]
    public void Marking_copy_and_page_number_are_on_every_page()
    {
        using var file = Open(Full);
        var main = file.MainDocumentPart!;
        Assert.Contains(
            "Official – Sensitive",
            main.HeaderParts.Single().Header.InnerText,
            StringComparison.Ordinal
        );
        var footer = main.FooterParts.Single().Footer;
        Assert.Contains(
            "Copy for the Fire and Rescue Service",
            footer.InnerText,
            StringComparison.Ordinal
        );
        Assert.Contains("Text unchanged: 9f2c 41d0", footer.InnerText, StringComparison.Ordinal);
        Assert.Equal(
            [" PAGE ", " NUMPAGES "],
            footer.Descendants<SimpleField>().Select(field => field.Instruction!.Value)
        );
        var section = main.Document.Body!.GetFirstChild<SectionProperties>()!;
        Assert.Equal(
            HeaderFooterValues.Default,
            section.GetFirstChild<HeaderReference>()!.Type!.Value
        );
        Assert.Null(section.GetFirstChild<TitlePage>());
    }

    [Fact]
    public void File_names_nobody()
    {
        using var file = Open(Full);
        Assert.Equal(Full.Title, file.PackageProperties.Title);
        Assert.Null(file.PackageProperties.Creator);
        Assert.Null(file.PackageProperties.LastModifiedBy);
        Assert.Null(file.PackageProperties.Created);
        Assert.Null(file.ExtendedFilePropertiesPart);
        using var zip = new ZipArchive(new MemoryStream(WordWriter.ToBytes(Full)));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            Assert.DoesNotContain(
                Environment.UserName + "<",
                reader.ReadToEnd(),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void Own_Word_file_passes_the_inspection_of_uploads()
    {
        var many = Full with
        {
            Blocks = [.. Enumerable.Repeat(Full.Blocks, 60).SelectMany(blocks => blocks)],
        };
        Assert.Equal(
            "",
            UploadInspector
                .Inspect(new MemoryStream(WordWriter.ToBytes(many)), "minutes.docx")
                .Reason
        );
        Assert.Empty(Faults(many));
    }

    [Fact]
    public void Table_whose_rows_do_not_fit_is_a_fault()
    {
        Assert.Throws<ArgumentException>(() =>
            new PaperTable(
                "",
                ["a", "b"],
                [
                    ["1"],
                ]
            )
        );
        Assert.Throws<ArgumentException>(() => new PaperTable("", [], []));
        Assert.Throws<ArgumentException>(() =>
            new PaperTable(
                "",
                ["a"],
                [
                    ["1"],
                ],
                [0]
            )
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => new PaperHeading(4, "x"));
    }

    // The text in every place of a paper where text can stand.
    internal static Paper Of(string text) =>
        new()
        {
            Title = text,
            Marking = text,
            HeaderLines = [text],
            FooterLines = [text],
            Blocks =
            [
                new PaperHeading(1, text),
                new PaperBullets([text]),
                new PaperTable(
                    text,
                    [text],
                    [
                        [text],
                    ]
                ),
                new PaperKeyValues([new PaperKeyValue(text, text)]),
                new PaperText(text),
            ],
        };

    // A tab is an element of its own.
    private static string TextOf(Paragraph paragraph) =>
        string.Concat(
            paragraph
                .Descendants()
                .Select(element =>
                    element switch
                    {
                        Text text => text.Text,
                        TabChar => "\t",
                        _ => "",
                    }
                )
        );

    private static List<string> Faults(Paper paper)
    {
        using var file = Open(paper);
        return
        [
            .. new OpenXmlValidator(FileFormatVersions.Office2016)
                .Validate(file)
                .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"),
        ];
    }

    private static WordprocessingDocument Open(Paper paper) =>
        WordprocessingDocument.Open(new MemoryStream(WordWriter.ToBytes(paper)), isEditable: false);
}
