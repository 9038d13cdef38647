using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Moothall.Platform.Documents;

namespace Moothall.Tests.Platform.Documents;

public sealed class UploadInspectorTests
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    public static TheoryData<byte[], string, string> Accepted =>
        new()
        {
            { Samples.Pdf, "report.pdf", "application/pdf" },
            { Samples.Pdf, "REPORT.PDF", "application/pdf" },
            { Samples.Png, "photo.png", "image/png" },
            { Samples.Jpeg, "photo.jpeg", "image/jpeg" },
            { "Néighbour’s note, 10 °C 👍\r\n"u8.ToArray(), "note.txt", "text/plain" },
            { "name,count\nPark,3\n"u8.ToArray(), "table.csv", "text/csv" },
            { Samples.Docx(), "plan.docx", Office + "wordprocessingml.document" },
            { Samples.Office(Samples.ExcelType), "table.xlsx", Office + "spreadsheetml.sheet" },
            {
                Samples.Office(Samples.PowerPointType),
                "talk.pptx",
                Office + "presentationml.presentation"
            },
            {
                "Received: by mx\r\n\twith SMTP\r\nFrom: a@example.org\r\n\r\n<html>"u8.ToArray(),
                "mail.eml",
                "message/rfc822"
            },
            {
                [.. "Subject: x\nDate: today\n\nGr"u8, 0xFC, (byte)'n'],
                "latin.eml",
                "message/rfc822"
            },
            { Samples.Compound(Samples.MessageNames), "mail.msg", "application/vnd.ms-outlook" },
            {
                Samples.Compound(Samples.MessageNames, "WordDocument"),
                "mail.msg",
                "application/vnd.ms-outlook"
            },
        };

    [Theory]
    [MemberData(nameof(Accepted), DisableDiscoveryEnumeration = true)]
    public void Ordinary_documents_are_accepted_by_their_content(
        byte[] content,
        string name,
        string type
    )
    {
        var verdict = Inspect(content, name);
        Assert.Equal("", verdict.Reason);
        Assert.True(verdict.Accepted);
        Assert.Equal(type, verdict.ContentType);
        Assert.Equal(name, verdict.FileName);
    }

    public static TheoryData<byte[], string, string> Refused =>
        new()
        {
            { [], "empty.txt", "empty" },
            { "MZ\u0090\0\u0003"u8.ToArray(), "setup.exe", "program" },
            { "MZ\u0090\0\u0003"u8.ToArray(), "holiday.jpg", "program" },
            { [0x7F, .. "ELF"u8, 2, 1], "report.pdf", "program" },
            { [0xCF, 0xFA, 0xED, 0xFE, 7], "report.pdf", "program" },
            { [0xCA, 0xFE, 0xBA, 0xBE, 0, 0], "report.docx", "program" },
            { "#!/bin/sh\nrm -rf /\n"u8.ToArray(), "note.txt", "program" },
            { [0xEF, 0xBB, 0xBF, .. "#!/bin/sh"u8], "note.txt", "program" },
            { [0x4C, 0, 0, 0, 1, 0x14, 2, 0], "plan.docx", "program" },
            { "@echo off"u8.ToArray(), "run.bat", "cannot be attached" },
            { "alert(1)"u8.ToArray(), "code.js", "cannot be attached" },
            { Samples.Pdf, "report.docx", "it is a PDF" },
            { Samples.Pdf, "report.pdf.exe", "it is a PDF" },
            { "plain"u8.ToArray(), "report.pdf", "cannot be attached" },
            { "<!DOCTYPE html><p>"u8.ToArray(), "note.txt", "Web pages" },
            { "\uFEFF \n<HTML>"u8.ToArray(), "note.txt", "Web pages" },
            { "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "map.svg", "Web pages" },
            { "<?xml version='1.0'?><svg/>"u8.ToArray(), "map.png", "Web pages" },
            { "hello"u8.ToArray(), "page.html", "Web pages" },
            { "{\\rtf1 hello}"u8.ToArray(), "note.txt", "Rich text" },
            { "a\0b"u8.ToArray(), "note.txt", "cannot be attached" },
            { [.. "Gr"u8, 0xFC, (byte)'n'], "note.csv", "UTF-8" },
            { [.. "cut "u8, 0xE2, 0x82], "note.txt", "UTF-8" },
            { "no headers here"u8.ToArray(), "mail.eml", "not an e-mail" },
            { Samples.Zip(("a.txt", "a"u8.ToArray())), "papers.zip", "Zip archives" },
            { Samples.Zip(("a.txt", "a"u8.ToArray())), "papers.docx", "Zip archives" },
            { Samples.Zip(), "papers.docx", "Zip archives" },
            { "PK\u0003\u0004broken"u8.ToArray(), "plan.docx", "damaged" },
            { Samples.Docx()[..^30], "plan.docx", "damaged" },
            { Samples.Office(Samples.WordType), "plan.xlsx", "it is a Word document" },
            {
                Samples.Office("application/vnd.ms-word.document.macroEnabled.main+xml"),
                "plan.docm",
                "macros"
            },
            {
                Samples.Office("application/vnd.ms-word.document.macroEnabled.main+xml"),
                "plan.docx",
                "macros"
            },
            {
                Samples.Office(Samples.WordType, ("word/vbaProject.bin", [1])),
                "plan.docx",
                "macros"
            },
            {
                Samples.Office(Samples.WordType, ("word/VBAPROJECT.BIN", [1])),
                "plan.docx",
                "macros"
            },
            {
                Samples.Office(Samples.ExcelType, ("xl/macrosheets/sheet1.xml", [1])),
                "t.xlsx",
                "macros"
            },
            {
                Samples.Office(Samples.WordType, ("word/activeX/activeX1.bin", [1])),
                "plan.docx",
                "macros"
            },
            {
                Samples.Office(Samples.WordType, ("word/media/image1.png", "MZ\0\0"u8.ToArray())),
                "plan.docx",
                "program inside"
            },
            {
                Samples.Office(Samples.WordType, ("[Content_Types].xml", "<Types/>"u8.ToArray())),
                "plan.docx",
                "damaged"
            },
            { Samples.Compound(["WordDocument", "1Table"]), "old.doc", "older Word" },
            { Samples.Compound(["Workbook"]), "old.xls", "older Excel" },
            { Samples.Compound(["PowerPoint Document"]), "old.ppt", "older PowerPoint" },
            { Samples.Compound(["EncryptionInfo", "EncryptedPackage"]), "secret.docx", "password" },
            { Samples.Compound(["\u4840Installer"]), "setup.msi", "cannot be attached" },
            { Samples.Compound(Samples.MessageNames, "_VBA_PROJECT"), "mail.msg", "macros" },
            {
                Samples.Compound(["WordDocument", "x"], Samples.MessageNames),
                "mail.msg",
                "older Word"
            },
            { Samples.Compound(Samples.MessageNames)[..600], "mail.msg", "damaged" },
        };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void Dangerous_and_unknown_files_are_refused_with_the_reason(
        byte[] content,
        string name,
        string reason
    )
    {
        var verdict = Inspect(content, name);
        Assert.False(verdict.Accepted);
        Assert.Contains(reason, verdict.Reason, StringComparison.Ordinal);
        Assert.Equal("", verdict.FileName + verdict.ContentType);
    }

    [Fact]
    public void File_over_the_limit_is_refused_and_at_the_limit_is_not()
    {
        var text = Encoding.ASCII.GetBytes(new string('a', 1000));
        Assert.True(UploadInspector.Inspect(new MemoryStream(text), "a.txt", 1000).Accepted);
        Assert.Equal(
            "This file is larger than 25 MB.",
            UploadInspector.Inspect(new Huge(), "a.txt").Reason
        );
    }

    [Fact]
    public void Zip_that_expands_without_measure_is_refused()
    {
        // 30 MB of zeros become some 30 KB: a thousand times as much.
        var bomb = Samples.Office(Samples.WordType, ("word/media/a.bin", new byte[30_000_000]));
        Assert.Contains("expands", Inspect(bomb, "plan.docx").Reason, StringComparison.Ordinal);
        var many = Enumerable
            .Range(0, 2000)
            .Select(number => ($"word/{number}.xml", Array.Empty<byte>()))
            .ToArray();
        Assert.Contains(
            "expands",
            Inspect(Samples.Office(Samples.WordType, many), "plan.docx").Reason,
            StringComparison.Ordinal
        );
        Assert.True(Inspect(Samples.Office(Samples.WordType, many[..1998]), "plan.docx").Accepted);
    }

    [Fact]
    public void Size_that_a_zip_declares_is_not_believed()
    {
        var bomb = Samples.Office(Samples.WordType, ("word/media/a.bin", new byte[30_000_000]));
        var declared = BitConverter.GetBytes(30_000_000);
        for (
            var at = bomb.AsSpan().IndexOf(declared);
            at >= 0;
            at = bomb.AsSpan().IndexOf(declared)
        )
        {
            BitConverter.GetBytes(1000).CopyTo(bomb, at);
        }

        Assert.Contains("expands", Inspect(bomb, "plan.docx").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Total_of_200_MB_is_the_most()
    {
        // Text that packs to about a fiftieth, so that the total and not the ratio is what stops it.
        var line = new StringBuilder();
        for (var number = 0; number < 420_000; number++)
        {
            line.Append(number % 977).Append(number * 7919 % 100_003).Append(new string(' ', 250));
        }

        var part = Encoding.ASCII.GetBytes(line.ToString());
        var packed = Samples.Office(Samples.WordType, ("word/a.xml", part), ("word/b.xml", part));
        Assert.True(
            2L * part.Length > 200 * 1024 * 1024 && 2L * part.Length < 100L * packed.Length
        );
        Assert.Contains("expands", Inspect(packed, "plan.docx").Reason, StringComparison.Ordinal);
        Assert.True(
            Inspect(Samples.Office(Samples.WordType, ("word/a.xml", part)), "plan.docx").Accepted
        );
    }

    [Fact]
    public void Archive_inside_is_not_opened()
    {
        var bomb = Samples.Zip(("a.bin", new byte[30_000_000]));
        Assert.True(
            Inspect(
                Samples.Office(Samples.WordType, ("word/embeddings/a.zip", bomb)),
                "plan.docx"
            ).Accepted
        );
    }

    [Theory]
    [InlineData("photo.jpg", "photo.png")]
    [InlineData("photo", "photo.png")]
    public void Name_of_a_picture_is_put_right(string given, string kept) =>
        Assert.Equal(kept, Inspect(Samples.Png, given).FileName);

    [Fact]
    public void No_bytes_whatever_make_the_inspection_fail()
    {
        byte[][] starts =
        [
            [],
            .. new[]
            {
                Samples.Docx()[..300],
                Samples.Compound(Samples.MessageNames)[..520],
                Samples.Pdf[..5],
            },
        ];
        string[] names = ["a.docx", "a.msg", "a.eml", "a.txt", ""];
        Prop.ForAll<byte[]>(bytes =>
                starts.All(start =>
                    names.All(name =>
                        Inspect([.. start, .. bytes], name) is { } verdict
                        && verdict.Accepted == (verdict.Reason.Length == 0)
                    )
                )
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Damage_anywhere_in_a_real_file_never_makes_the_inspection_fail()
    {
        foreach (var good in new[] { Samples.Docx(), Samples.Compound(Samples.MessageNames, "x") })
        {
            for (var place = 0; place < good.Length; place += 7)
            {
                var bad = good.ToArray();
                bad[place] ^= 0xFF;
                Assert.NotNull(Inspect(bad, "plan.docx"));
            }
        }
    }

    private static UploadVerdict Inspect(byte[] content, string name)
    {
        var stream = new MemoryStream(content);
        var verdict = UploadInspector.Inspect(stream, name);
        Assert.Equal(0, stream.Position);
        return verdict;
    }

    private sealed class Huge : MemoryStream
    {
        public override long Length => UploadInspector.UsualLimit + 1;
    }
}
