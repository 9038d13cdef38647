using System.Diagnostics;
using System.Text;
using Moothall.Platform.Documents;
using Moothall.Platform.Documents.Mail;

namespace Moothall.Tests.Platform.Documents.Mail;

/// <summary>Messages made to do harm, and messages that were damaged.</summary>
public class HostileMailTests
{
    private const string Head =
        "From: Jo Reed <jo@council.example>\nSubject: A place\nDate: Fri, 20 Nov 2026 09:30:00 +0000\n";

    private static MailMessage Read(string message) =>
        MimeReader.Read(Encoding.Latin1.GetBytes(message.ReplaceLineEndings("\r\n")));

    public static TheoryData<string, byte[]> Hostile()
    {
        var nested = string.Concat(
            Enumerable
                .Range(0, 40)
                .Select(n => $"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n")
        );
        return new()
        {
            { "no headers", Encoding.ASCII.GetBytes("just words") },
            { "forty layers", Encoding.ASCII.GetBytes(Head + nested + "\ntext") },
            {
                "a thousand parts",
                Encoding.ASCII.GetBytes(
                    Head
                        + "Content-Type: multipart/mixed; boundary=b\n\n"
                        + string.Concat(Enumerable.Repeat("--b\n\nx\n", 1000))
                )
            },
            {
                "many headers",
                Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("X: y\n", 5000)))
            },
            {
                "a header without end",
                Encoding.ASCII.GetBytes(
                    "X: " + new string('x', 700_000) + "\nFrom: a@b.example\n\nx"
                )
            },
        };
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_was_made_to_do_harm_is_refused_in_a_sentence(string what, byte[] message)
    {
        var clock = Stopwatch.StartNew();

        var problem = Xunit.Record.Exception(() => MimeReader.Read(message));

        Assert.True(problem is UnreadableMailException, $"{what}: {problem}");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), what);
    }

    [Fact]
    public void Long_and_odd_text_takes_no_long_time()
    {
        string[] odd =
        [
            Head
                + "Content-Type: text/html\n\n"
                + string.Concat(Enumerable.Repeat("<a <b", 300_000)),
            Head + "Content-Type: text/html\n\n" + string.Concat(Enumerable.Repeat("<!-", 300_000)),
            Head
                + "Content-Type: text/html\n\n"
                + string.Concat(Enumerable.Repeat("<script>", 100_000)),
            "From: a@b.example\nSubject: " + string.Concat(Enumerable.Repeat("=?", 7000)) + "\n\nx",
            "From: " + string.Concat(Enumerable.Repeat("<,(", 5000)) + "\n\nx",
            Head
                + "Content-Type: text/plain; format=flowed\n\n"
                + string.Concat(Enumerable.Repeat("> \n", 300_000)),
            Head
                + "Content-Type: multipart/mixed; boundary="
                + new string('-', 4000)
                + "\n\n"
                + string.Concat(Enumerable.Repeat(new string('-', 70) + "\n", 20_000)),
        ];
        foreach (var message in odd)
        {
            var clock = Stopwatch.StartNew();
            Assert.InRange(Read(message).Text.Length, 0, 200_000);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(8), message[..80]);
        }
    }

    [Fact]
    public void Whatever_is_broken_in_it_is_read_or_refused_in_a_sentence()
    {
        var sample = Encoding.Latin1.GetBytes(
            Head
                + "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>=C5=81 &amp; x</p>\n--b\nContent-Type: application/pdf; name*0*=utf-8''a%20; name*1=b.pdf\nContent-Disposition: attachment; filename=\"=?utf-8?B?YS5wZGY=?=\"\nContent-Transfer-Encoding: base64\n\nSGVsbG8=\n--b--\n"
        );
        var choices = new Breakage(7);
        for (var turn = 0; turn < 5000; turn++)
        {
            var broken = (byte[])sample.Clone();
            for (var change = 0; change < 1 + turn % 12; change++)
                broken[choices.Next(broken.Length)] = (byte)
                    "\n\r;=?*'\"<>-:&%% \0\u00ffb"[choices.Next(19)];
            if (turn % 4 == 0)
                broken = broken[..choices.Next(broken.Length)];
            var problem = Xunit.Record.Exception(() =>
                MailIntake.ReadMail(broken, UploadInspector.UsualLimit)
            );
            Assert.True(problem is null or UnreadableMailException, $"{turn}: {problem}");
        }
    }
}
