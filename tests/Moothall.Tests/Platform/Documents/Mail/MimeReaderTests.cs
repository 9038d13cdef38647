using System.Text;
using Moothall.Platform.Documents;
using Moothall.Platform.Documents.Mail;

namespace Moothall.Tests.Platform.Documents.Mail;

/// <summary>Messages as they travel.</summary>
public class MimeReaderTests
{
    private const string Head =
        "From: Jo Reed <jo@council.example>\nSubject: A place\nDate: Fri, 20 Nov 2026 09:30:00 +0000\n";

    private static MailMessage Read(string message) =>
        MimeReader.Read(Encoding.Latin1.GetBytes(message.ReplaceLineEndings("\r\n")));

    [Theory]
    [InlineData("Jo Reed <jo@council.example>", "jo@council.example", "Jo Reed")]
    [InlineData("\"Reed, Jo\" <JO@Council.example>", "jo@council.example", "Reed, Jo")]
    [InlineData("jo@council.example (Jo Reed)", "jo@council.example", "Jo Reed")]
    [InlineData("jo@council.example", "jo@council.example", "")]
    [InlineData("=?utf-8?B?xYF1Y2ph?= <l@council.example>", "l@council.example", "Łucja")]
    [InlineData(
        "\"chief@police.example\" <someone@elsewhere.example>",
        "someone@elsewhere.example",
        "chief@police.example"
    )]
    [InlineData(
        "=?utf-8?Q?chief=40police.example=3E?= <someone@elsewhere.example>",
        "someone@elsewhere.example",
        "chief@police.example>"
    )]
    [InlineData("a@council.example, b@council.example", "", "")]
    [InlineData("undisclosed", "", "")]
    [InlineData("a b@council.example", "", "")]
    public void The_sender_is_the_one_address_it_names(string from, string address, string name)
    {
        var message = Read($"From: {from}\nSubject: x\n\ntext");

        Assert.Equal((address, name), (message.FromAddress, message.FromName));
    }

    [Fact]
    public void Two_headers_with_two_senders_name_none() =>
        Assert.Equal(
            "",
            Read("From: a@council.example\nFrom: b@council.example\n\ntext").FromAddress
        );

    [Theory]
    [InlineData("=?iso-8859-1?Q?Caf=E9?=", "Café")]
    [InlineData("=?windows-1252?Q?=80=20and_a_dash_=96?=", "€ and a dash –")]
    [InlineData("=?utf-8?B?xYE=?= =?utf-8?B?dQ==?=", "Łu")]
    [InlineData("=?utf-8?B?xQ==?= =?utf-8?B?gQ==?=", "Ł")]
    [InlineData("=?utf-8?Q?a?= b", "a b")]
    [InlineData("=?utf-8*en?Q?a?=", "a")]
    [InlineData("=?nonsense?Q?a=E9?=", "aé")]
    [InlineData("=?utf-8?X?a?=", "=?utf-8?X?a?=")]
    [InlineData("=?utf-8?Q?a", "=?utf-8?Q?a")]
    [InlineData("50 =? 60 ?= 70", "50 =? 60 ?= 70")]
    [InlineData("one\n two", "one two")]
    public void Subjects_are_read_in_every_script(string header, string expected) =>
        Assert.Equal(expected, Read($"From: a@b.example\nSubject: {header}\n\ntext").Subject);

    [Theory]
    [InlineData("Fri, 20 Nov 2026 09:30:00 +0000", "2026-11-20T09:30:00")]
    [InlineData("Fri, 20 Nov 2026 10:30:00 +0100 (CET)", "2026-11-20T09:30:00")]
    [InlineData("20 Nov 2026 09:30 GMT", "2026-11-20T09:30:00")]
    [InlineData("not a date", null)]
    [InlineData("Fri, 20 Nov 9999 09:30:00 +0000", null)]
    public void Dates_are_read_in_universal_time(string header, string? expected) =>
        Assert.Equal(
            expected,
            Read($"From: a@b.example\nDate: {header}\n\ntext").SentAt?.ToString("s")
        );

    [Theory]
    [InlineData(
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nxYF1Y2ph",
        "Łucja"
    )]
    [InlineData(
        "Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\n=80 20 a=\nnd",
        "€ 20 and"
    )]
    [InlineData(
        "Content-Type: text/plain; charset=\"iso-8859-15\"\nContent-Transfer-Encoding: quoted-printable\n\n=A4",
        "€"
    )]
    [InlineData("Content-Type: text/plain\n\nCaf\u00e9", "Café")]
    [InlineData("Content-Type: text/plain; charset=utf-8\n\nCaf\u00c3\u00a9", "Café")]
    [InlineData("Content-Type: text/plain; charset=utf-7\n\n+ADw-b", "+ADw-b")]
    [InlineData("Content-Type: text/plain; charset=unicode-1-1-utf-7\n\n+ADw-b", "+ADw-b")]
    [InlineData("Content-Type: text/plain; charset=x-unicode-2-0-utf-7\n\n+ADw-b", "+ADw-b")]
    [InlineData("Content-Type: nonsense\n\nwords", "words")]
    [InlineData(
        "Content-Type: text/plain; format=flowed\n\nOne \nparagraph.\n\n> quoted \n> too\n-- \nJo",
        "One paragraph.\n\n> quoted too\n-- \nJo"
    )]
    [InlineData("Content-Type: text/plain; format=flowed; delsp=yes\n\nOne \nword", "Oneword")]
    [InlineData(
        "Content-Type: text/html\n\n<p>One</p><p>two &amp; &#163;3</p><style>p{}</style><!-- no --><ul><li>x</li></ul>",
        "One\n\ntwo & £3\n\n- x"
    )]
    [InlineData(
        "Content-Type: text/html\n\n<table><tr><td>Name</td><td>Jo</td></tr><tr><td>Age</td><td>9</td></tr></table>",
        "Name\tJo\n\nAge\t9"
    )]
    [InlineData(
        "Content-Type: text/html\n\n<a href=\"javascript:x>y\">link</a><script>bad</script",
        "link"
    )]
    public void Words_are_read_whatever_they_travelled_as(string part, string expected) =>
        Assert.Equal(expected, Read(Head + part).Text);

    [Fact]
    public void Parts_within_parts_give_their_words_once_and_their_files()
    {
        var message = Read(
            Head
                + """
                Content-Type: multipart/mixed; boundary="outer"

                For old programs.
                --outer
                Content-Type: multipart/related; boundary=rel

                --rel
                Content-Type: multipart/alternative; boundary="outer2"

                --outer2
                Content-Type: text/plain; charset=utf-8

                Plain words.
                --outer2
                Content-Type: text/html

                <p>Same words in colour.</p>
                --outer2--
                --rel
                Content-Type: image/png
                Content-ID: <logo>
                Content-Transfer-Encoding: base64

                AAAA
                --rel--
                --outer
                Content-Type: application/pdf; name*0*=utf-8''Bericht%20; name*1*=%C5%81.pdf
                Content-Disposition: attachment
                Content-Transfer-Encoding: base64

                SGVs
                bG8=
                --outer
                Content-Type: text/plain
                Content-Disposition: attachment; filename="=?utf-8?Q?notes_=C5=81.txt?="

                note
                --outer
                Content-Type: message/rfc822

                Subject: Inner
                From: x@y.example

                inner words
                --outer--
                After the end.
                """
        );

        Assert.Equal("Plain words.", message.Text);
        Assert.Equal(
            ["Bericht Ł.pdf", "notes Ł.txt", "Inner.eml"],
            message.Files.Select(file => file.Name)
        );
        Assert.Equal("Hello", Encoding.ASCII.GetString(message.Files[0].Content));
        Assert.Equal("note", Encoding.ASCII.GetString(message.Files[1].Content));
        Assert.Equal(["A picture inside the text was left out."], message.Remarks);
    }

    [Theory]
    [InlineData("Content-Type: application/ms-tnef; name=winmail.dat\n\nx", "winmail.dat")]
    [InlineData(
        "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nx",
        "encrypted"
    )]
    [InlineData("Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--", "encrypted")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\ncut off here", "cut off")]
    public void What_cannot_be_read_is_said(string part, string word)
    {
        var message = Read(Head + part);

        Assert.Contains(message.Remarks, remark => remark.Contains(word, StringComparison.Ordinal));
        Assert.Empty(message.Files);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", true)]
    [InlineData("Auto-Submitted: no", false)]
    [InlineData("Precedence: bulk", true)]
    [InlineData("X-Other: yes", false)]
    public void A_machines_message_is_known(string header, bool expected) =>
        Assert.Equal(expected, Read($"{Head}{header}\n\ntext").IsAutomatic);

    [Fact]
    public void Files_pass_the_check_of_uploads_or_are_named_with_the_reason()
    {
        var message = Encoding.ASCII.GetBytes(
            $"{Head}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nwords\n"
                + $"--b\nContent-Disposition: attachment; filename=letter.docx\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(Samples.Docx())}\n"
                + "--b\nContent-Disposition: attachment; filename=run.exe\nContent-Transfer-Encoding: base64\n\nTVqQAAMA\n--b--\n"
        );

        var taken = MailIntake.ReadMail(message, UploadInspector.UsualLimit);

        Assert.Equal(["letter.docx"], taken.Files.Select(file => file.Name));
        Assert.Equal(
            ["“run.exe” was left out. This is a program, and programs cannot be attached."],
            taken.Remarks
        );
    }
}
