using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Moothall.Platform.Documents.Outlines;
using Outline = Moothall.Platform.Documents.Outlines.Outline;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Moothall.Tests.Platform.Documents.Outlines;

public sealed class OutlineReaderTests
{
    [Fact]
    public void Text_gives_lines_lists_tables_and_what_tags_left_of_paragraphs()
    {
        var outline = Text(
            "[bookmark: _Hlk1]Heading**\n**Bold**\n· One[footnoteRef:1] [1: A note.]\n- Two\n*****\nA\tB\n<p>x &amp; y</p> <ul style=\"a\"> • p • q <p>z</p>\t<p>r</p>\n"
        );
        Assert.Equal(
            ["Heading", "Bold", "One", "Two", "", "A", "B", "x & y", "p", "q", "z", "r"],
            outline.Pieces.Select(piece => piece.Text)
        );
        Assert.Equal(
            ["One", "Two", "p", "q"],
            outline.Pieces.Where(piece => piece.IsBullet).Select(piece => piece.Text)
        );
        Assert.Equal("A note.", outline.Pieces.Single(piece => piece.Text == "One").Note);
        Assert.True(outline.Pieces.Single(piece => piece.Text == "Bold").IsHeading);
        var grid = Assert.IsType<Grid>(outline.Blocks[^1]);
        Assert.Equal([2, 2], grid.Rows.Select(row => row.Cells.Count));
        Assert.Equal("Line 7", grid.Rows[1].Place);
    }

    [Fact]
    public void Word_gives_headings_lists_footnotes_and_the_paragraphs_of_merged_cells_once()
    {
        var outline = OutlineReader.Read(Word(), "plan.docx");
        Assert.Equal("", outline.Refusal);
        Assert.Equal(
            ["Title", "Text", "Item", "Above", "First", "Second"],
            outline.Pieces.Select(piece => piece.Text)
        );
        Assert.True(outline.Pieces.First().IsHeading);
        Assert.Equal("The note", outline.Pieces.Single(piece => piece.Text == "Text").Note);
        Assert.True(outline.Pieces.Single(piece => piece.Text == "Item").IsBullet);
        var grid = Assert.IsType<Grid>(outline.Blocks[^1]);
        Assert.Equal("Above", grid.Rows[1].At(0).Text);
        Assert.True(grid.Rows[1].At(0).IsFromAbove);
    }

    [Theory]
    [InlineData("plan.pdf", "Bring Word (.docx), Excel (.xlsx), CSV (.csv) or plain text (.txt)")]
    [InlineData("plan.docx", "")]
    public void Another_kind_of_file_is_refused_with_the_reason(string name, string reason)
    {
        var outline = OutlineReader.Read(Samples.Pdf, name);
        Assert.NotEqual("", outline.Refusal);
        Assert.Contains(reason, outline.Refusal, StringComparison.Ordinal);
        Assert.Empty(outline.Blocks);
    }

    [Fact]
    public void Damaged_empty_and_endless_files_are_refused()
    {
        var word = Word();
        Assert.NotEqual("", OutlineReader.Read(word[..(word.Length / 2)], "plan.docx").Refusal);
        Assert.Equal("There is no text in this file.", Text(" \n\t\n").Refusal);
        Assert.Contains(
            "longer than a person can check",
            Text(string.Concat(Enumerable.Repeat("line\n", 60_000))).Refusal,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "larger than 10 MB",
            OutlineReader.Read(new byte[11 * 1024 * 1024], "plan.txt").Refusal,
            StringComparison.Ordinal
        );
    }

    private static Outline Text(string text) =>
        OutlineReader.Read(Encoding.UTF8.GetBytes(text), "plan.txt");

    private static byte[] Word()
    {
        using var stream = new MemoryStream();
        using (
            var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document)
        )
        {
            var main = word.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new(
                new Style(new StyleName { Val = "heading 1" })
                {
                    StyleId = "H",
                    Type = StyleValues.Paragraph,
                }
            );
            main.AddNewPart<FootnotesPart>().Footnotes = new(
                new Footnote(new Paragraph(new Run(new Text("The note")))) { Id = 2 }
            );
            main.Document = new(
                new Body(
                    new Paragraph(
                        new ParagraphProperties(new ParagraphStyleId { Val = "H" }),
                        new Run(new Text("Title"))
                    ),
                    new Paragraph(
                        new Run(new Text("Text")),
                        new Run(new FootnoteReference { Id = 2 })
                    ),
                    new Paragraph(
                        new ParagraphProperties(
                            new NumberingProperties(
                                new NumberingLevelReference { Val = 0 },
                                new NumberingId { Val = 1 }
                            )
                        ),
                        new Run(new Text("Item"))
                    ),
                    new Table(
                        new TableRow(Cell("Above", MergedCellValues.Restart), Cell("First", null)),
                        new TableRow(Cell("", MergedCellValues.Continue), Cell("Second", null))
                    )
                )
            );
        }

        return stream.ToArray();
    }

    private static TableCell Cell(string text, MergedCellValues? merge) =>
        new(
            new TableCellProperties(
                merge is { } value
                    ? [new VerticalMerge { Val = value }]
                    : Array.Empty<OpenXmlElement>()
            ),
            new Paragraph(new Run(new Text(text)))
        );
}
