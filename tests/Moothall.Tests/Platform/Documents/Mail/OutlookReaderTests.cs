using System.Text;
using Moothall.Platform.Documents;
using Moothall.Platform.Documents.Mail;
using static Moothall.Tests.Platform.Documents.Mail.OutlookSample;

namespace Moothall.Tests.Platform.Documents.Mail;

/// <summary>Messages saved by Outlook.</summary>
public class OutlookReaderTests
{
    private static readonly DateTime Sent = new(2026, 11, 20, 9, 30, 0, DateTimeKind.Utc);
    private static readonly byte[] Long =
    [
        .. Enumerable.Range(0, 70_000).Select(index => (byte)(index % 251)),
    ];

    private static byte[] Sample(params Node[] more) =>
        Message([
            Fixed(32, (0x0040, 0x0039, Sent.ToFileTimeUtc())),
            Text("0037", "Referral – Łucja"),
            Text("0C1A", "Jo Reed"),
            Text("0C1E", "EX"),
            Text("0C1F", "/O=COUNCIL/CN=JO"),
            Text("5D01", "Jo.Reed@Council.example"),
            Text("1035", "<1@council.example>"),
            Text("1000", "First line\r\n\r\n\r\nlast line"),
            .. more,
        ]);

    [Fact]
    public void Sender_subject_time_words_and_files_are_read()
    {
        var message = OutlookReader.Read(
            Sample(
                new(
                    "__attach_version1.0_#00000000",
                    [],
                    Text("3707", "short.txt"),
                    Bytes("3701", "hello"u8.ToArray())
                ),
                new(
                    "__attach_version1.0_#00000001",
                    [],
                    Text("3704", "LONG.BIN"),
                    Bytes("3701", Long)
                )
            )
        );

        Assert.Equal("jo.reed@council.example", message.FromAddress);
        Assert.Equal("Jo Reed", message.FromName);
        Assert.Equal("Referral – Łucja", message.Subject);
        Assert.Equal(Sent, message.SentAt);
        Assert.Equal("<1@council.example>", message.MessageId);
        Assert.Equal("First line\n\nlast line", message.Text);
        Assert.Equal(["short.txt", "LONG.BIN"], message.Files.Select(file => file.Name));
        Assert.Equal("hello", Encoding.ASCII.GetString(message.Files[0].Content));
        Assert.Equal(Long, message.Files[1].Content);
        Assert.Empty(message.Remarks);
    }

    [Fact]
    public void Pictures_in_the_text_and_what_cannot_be_read_are_named()
    {
        var message = OutlookReader.Read(
            Sample(
                new(
                    "__attach_version1.0_#00000000",
                    [],
                    Fixed(8, (0x000B, 0x7FFE, 1)),
                    Text("3712", "cid"),
                    Text("3707", "logo.png"),
                    Bytes("3701", [1])
                ),
                new(
                    "__attach_version1.0_#00000001",
                    [],
                    Text("3707", "Forwarded"),
                    new Node("__substg1.0_3701000D", [], Text("0037", "inner"))
                )
            )
        );

        Assert.Empty(message.Files);
        Assert.Contains("A picture inside the text was left out.", message.Remarks);
        Assert.Contains(
            message.Remarks,
            remark => remark.Contains("Forwarded", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_message_of_very_many_parts_is_refused_whatever_the_parts_are()
    {
        static Node Picture(int number) =>
            new(
                $"__attach_version1.0_#{number:X8}",
                [],
                Fixed(8, (0x000B, 0x7FFE, 1)),
                Text("3712", "cid")
            );

        var most = OutlookReader.Read(Sample([.. Enumerable.Range(0, 200).Select(Picture)]));

        Assert.Contains("200 pictures inside the text were left out.", most.Remarks);
        Assert.Throws<UnreadableMailException>(() =>
            OutlookReader.Read(Sample([.. Enumerable.Range(0, 201).Select(Picture)]))
        );
    }

    [Fact]
    public void A_message_written_as_a_web_page_is_read_as_words()
    {
        var message = OutlookReader.Read(
            Message(
                Fixed(32, (0x0003, 0x3FDE, 1252)),
                Text("0037", "Page"),
                Bytes(
                    "1013",
                    Encoding.Latin1.GetBytes("<p>Caf\u00e9</p><script>alert(1)</script><p>two</p>")
                )
            )
        );

        Assert.Equal("Café\n\ntwo", message.Text);
        Assert.Equal("", message.FromAddress);
    }

    [Fact]
    public void The_same_file_passes_the_check_of_uploads_and_is_taken_in()
    {
        var taken = MailIntake.ReadFile(Sample(), "mail.msg", UploadInspector.UsualLimit);

        Assert.Equal("jo.reed@council.example", taken.Message.FromAddress);
    }

    [Fact]
    public void Whatever_is_broken_in_it_ends_in_a_sentence()
    {
        var sample = Sample(
            new Node(
                "__attach_version1.0_#00000000",
                [],
                Text("3707", "a.bin"),
                Bytes("3701", Long)
            )
        );
        var choices = new Breakage(7);
        for (var turn = 0; turn < 3000; turn++)
        {
            var broken = (byte[])sample.Clone();
            for (var change = 0; change < 1 + turn % 8; change++)
                broken[choices.Next(turn % 2 == 0 ? 4096 : broken.Length)] = (byte)
                    choices.Next(256);
            if (turn % 3 == 0)
                broken = broken[..choices.Next(broken.Length)];
            var problem = Xunit.Record.Exception(() => OutlookReader.Read(broken));
            Assert.True(problem is null or UnreadableMailException, $"{turn}: {problem}");
        }
    }
}
