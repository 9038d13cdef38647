using System.Text;
using Moothall.Platform.Documents;
using Moothall.Platform.Documents.Mail;

namespace Moothall.Tests.Platform.Documents.Mail;

/// <summary>Word documents that are dropped or come with a message.</summary>
public class WordReaderTests
{
    private static byte[] Document(string body) =>
        Samples.Zip(
            (
                "[Content_Types].xml",
                Encoding.UTF8.GetBytes(
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
                )
            ),
            (
                "word/document.xml",
                Encoding.UTF8.GetBytes(
                    $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>{body}</w:body></w:document>"
                )
            )
        );

    [Theory]
    [InlineData(
        "<w:p><w:r><w:t>One</w:t></w:r><w:r><w:t xml:space=\"preserve\"> line</w:t></w:r></w:p><w:p><w:r><w:t>two</w:t></w:r></w:p>",
        "One line\ntwo"
    )]
    [InlineData(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Name</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Jo</w:t></w:r></w:p><w:p><w:r><w:t>Reed</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "Name\tJo Reed\n\tx"
    )]
    [InlineData(
        "<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>struck</w:delText><w:t>struck</w:t></w:r></w:del></w:p>",
        "kept"
    )]
    [InlineData(
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>",
        "a\tb\nc"
    )]
    [InlineData("", "")]
    public void Paragraphs_and_tables_are_read_in_order(string body, string expected) =>
        Assert.Equal(expected, WordReader.Read(new MemoryStream(Document(body))));

    [Fact]
    public void A_document_that_is_dropped_is_its_own_file()
    {
        var taken = MailIntake.ReadFile(
            Document("<w:p><w:r><w:t>Name: Jo</w:t></w:r></w:p>"),
            "Form.docx",
            UploadInspector.UsualLimit
        );

        Assert.Equal(
            ("Form", "Name: Jo", ""),
            (taken.Message.Subject, taken.Message.Text, taken.Message.FromAddress)
        );
        Assert.Equal(["Form.docx"], taken.Files.Select(file => file.Name));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><w:document/>")]
    [InlineData(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>"
    )]
    [InlineData("no xml")]
    public void A_damaged_one_is_refused_in_a_sentence(string xml) =>
        Assert.Throws<UnreadableMailException>(() =>
            WordReader.Read(
                new MemoryStream(Samples.Zip(("word/document.xml", Encoding.UTF8.GetBytes(xml))))
            )
        );

    [Theory]
    [InlineData("letter.pdf")]
    [InlineData("picture.png")]
    public void Other_kinds_are_refused_by_what_they_are(string name)
    {
        var content = name.EndsWith("pdf", StringComparison.Ordinal) ? Samples.Pdf : Samples.Png;

        var problem = Assert.Throws<UnreadableMailException>(() =>
            MailIntake.ReadFile(content, name, UploadInspector.UsualLimit)
        );

        Assert.Equal($"Only {MailIntake.AcceptedKinds} can be added here.", problem.Message);
    }
}
