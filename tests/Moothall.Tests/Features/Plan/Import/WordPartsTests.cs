using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static Moothall.Tests.Platform.Documents.Tables.TableFiles;
using Comments = DocumentFormat.OpenXml.Wordprocessing.Comments;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>All words of a plan in Word are read, however Word wraps them; what stands beside the text is said and not lost.</summary>
public sealed class WordPartsTests
{
    private const string Tagged =
        "<w:smartTag w:uri=\"urn:schemas-microsoft-com:office:smarttags\" w:element=\"place\"><w:smartTag w:uri=\"urn:x\" w:element=\"City\"><w:r><w:t>Hilltop</w:t></w:r></w:smartTag></w:smartTag>";

    private const string Inserted =
        "<w:ins w:id=\"1\" w:author=\"A\"><w:r><w:t xml:space=\"preserve\"> farms</w:t></w:r></w:ins>";

    private const string Deleted =
        "<w:del w:id=\"2\" w:author=\"A\"><w:r><w:delText> shops</w:delText></w:r></w:del><w:moveFrom w:id=\"3\" w:author=\"A\"><w:r><w:t> barns</w:t></w:r></w:moveFrom>";

    private const string Controlled =
        "<w:sdt><w:sdtContent><w:r><w:t xml:space=\"preserve\"> twice</w:t></w:r></w:sdtContent></w:sdt>";

    private const string Placeholder =
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click or tap here to enter text.</w:t></w:r></w:sdtContent></w:sdt>";

    [Fact]
    public void What_Word_wraps_in_tags_controls_and_insertions_is_read_and_what_is_struck_out_is_not()
    {
        var text =
            $"<w:p><w:r><w:t xml:space=\"preserve\">Visit </w:t></w:r>{Tagged}{Inserted}{Deleted}{Controlled}{Placeholder}</w:p>";
        var row = $"<w:tr>{Cell("Action")}{Cell("Lead")}</w:tr>";
        var first = $"<w:tr><w:tc><w:tcPr/>{text}</w:tc>{Cell("Police")}</w:tr>";
        var repeated =
            $"<w:sdt><w:sdtContent><w:sdt><w:sdtContent><w:tr>{Cell("Train staff")}<w:tc><w:sdt><w:sdtContent><w:sdt><w:sdtContent>{Paragraph("Council")}</w:sdtContent></w:sdt></w:sdtContent></w:sdt></w:tc></w:tr></w:sdtContent></w:sdt></w:sdtContent></w:sdt>";
        var body =
            $"<w:customXml w:uri=\"urn:x\" w:element=\"plan\"><w:sdt><w:sdtContent>{Paragraph("Hilltop Plan 2026-29")}</w:sdtContent></w:sdt></w:customXml><w:tbl>{row}{first}{repeated}</w:tbl>";
        var plan = Seeds.Read(Docx(body), "plan.docx");
        Assert.Equal("Hilltop Plan 2026-29", plan.Title);
        Assert.Equal(
            ["Visit Hilltop farms twice", "Train staff"],
            plan.Actions.Select(one => one.Text)
        );
        Assert.Equal("Council", Assert.Single(plan.Actions[1].Responsible).Words);
    }

    [Fact]
    public void What_stands_beside_the_text_is_said_as_unread()
    {
        var plan = Seeds.Read(WithParts(), "plan.docx");
        Assert.Equal("Hilltop Plan 2026-29", plan.Title);
        Assert.Equal(
            [
                ("Footnote", "Nobody reads this note"),
                ("Endnote", "The last note"),
                ("Header", "Draft plan for the board 2030-33"),
                ("Footer", "Agreed in May"),
                ("Comments", "2 comments were not taken in."),
            ],
            plan.Unread.Select(one => (one.Place, one.Text))
        );
        Assert.Equal(plan.Unread.Count, plan.Unread.DistinctBy(one => one.Number).Count());
    }

    [Fact]
    public void A_footnote_that_explains_a_priority_is_read() =>
        Assert.Equal(
            "Crime on farms",
            Assert.Single(Seeds.Read(WithParts(), "plan.docx").Priorities).Definition
        );

    private static byte[] WithParts()
    {
        using var stream = new MemoryStream();
        using (
            var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document)
        )
        {
            var main = word.AddMainDocumentPart();
            main.AddNewPart<FootnotesPart>().Footnotes = new(
                new Footnote(Words("")) { Id = 0, Type = FootnoteEndnoteValues.Separator },
                new Footnote(Words("Crime on farms")) { Id = 2 },
                new Footnote(Words("Nobody reads this note")) { Id = 3 }
            );
            main.AddNewPart<EndnotesPart>().Endnotes = new(
                new Endnote(Words("The last note")) { Id = 2 }
            );
            main.AddNewPart<HeaderPart>().Header = new(Words("Draft plan for the board 2030-33"));
            main.AddNewPart<HeaderPart>().Header = new(Words("Draft plan for the board 2030-33"));
            main.AddNewPart<FooterPart>().Footer = new(Words("Agreed in May"), Words("12"));
            main.AddNewPart<FooterPart>().Footer = new(Words("3"));
            main.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments(
                new Comment(Words("She is not up to it")) { Id = "1" },
                new Comment(Words("Nor is he")) { Id = "2" }
            );
            var noted = Words("Priority 1: Rural crime");
            noted.AppendChild(new Run(new FootnoteReference { Id = 2 }));
            var other = Words("What we will do");
            other.AppendChild(new Run(new FootnoteReference { Id = 3 }));
            main.Document = new(
                new Body(Words("Hilltop Plan 2026-29"), noted, other, Words("Visit farms"))
            );
        }

        return stream.ToArray();
    }

    private static Paragraph Words(string text) => new(new Run(new Text(text)));
}
