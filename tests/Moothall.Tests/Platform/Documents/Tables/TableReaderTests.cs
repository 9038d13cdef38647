using System.Text;
using Moothall.Platform.Documents.Tables;
using static Moothall.Tests.Platform.Documents.Tables.TableFiles;

namespace Moothall.Tests.Platform.Documents.Tables;

/// <summary>Tables of spreadsheets, separated values and Word documents come out as one model; what is hostile is refused with the reason.</summary>
public sealed class TableReaderTests
{
    [Theory]
    [InlineData(',', "utf-8", true)]
    [InlineData(';', "utf-8", false)]
    [InlineData('\t', "utf-16", true)]
    [InlineData(',', "utf-16", false)]
    [InlineData(';', "utf-16BE", true)]
    [InlineData(',', "windows-1252", false)]
    public void Separated_values_are_read_in_every_usual_writing(
        char separator,
        string encoding,
        bool marked
    )
    {
        var writing =
            CodePagesEncodingProvider.Instance.GetEncoding(encoding)
            ?? Encoding.GetEncoding(encoding);
        var text = string.Join(
            "\r\n",
            string.Join(separator, "Ref", "Name", "Note"),
            string.Join(
                separator,
                "CS/1",
                "Zoë O’Brien",
                "\"first line\nsecond, \"\"so called\"\"; end\""
            ),
            string.Join(separator, "CS/2", "6\" nails", "")
        );
        byte[] content = [.. marked ? writing.GetPreamble() : [], .. writing.GetBytes(text)];
        var read = TableReader.Read(content, "list.csv");
        Assert.Equal("", read.Refusal);
        var table = Assert.Single(read.Tables);
        Assert.Equal(["Ref", "Name", "Note"], Texts(table, 0));
        Assert.Equal(
            ["CS/1", "Zoë O’Brien", "first line\nsecond, \"so called\"; end"],
            Texts(table, 1)
        );
        Assert.Equal(["CS/2", "6\" nails", ""], Texts(table, 2));
        Assert.Equal("Row 2", table.Rows[1].Place);
    }

    [Fact]
    public void A_workbook_gives_its_visible_sheets_with_dates_and_merged_cells()
    {
        var book = Xlsx(
            new Sheet(
                "Cases",
                [
                    ["Community Safety Hub – open cases"],
                    [],
                    ["Ref", "Name", "Date opened", "Number"],
                    ["CS/1", "Jane Example", new DateOnly(2024, 11, 12), 45],
                    [null, "John Example", null, 4.5],
                ],
                "A1:D1",
                "A4:A5"
            ),
            new Sheet(
                "Old",
                [
                    ["hidden", "words"],
                ]
            )
            {
                IsHidden = true,
            }
        );
        var read = TableReader.Read(book, "cases.xlsx");
        Assert.Equal("", read.Refusal);
        var table = Assert.Single(read.Tables);
        Assert.Equal("Cases", table.Name);
        Assert.Equal(2, table.HeaderCandidates[0]);
        Assert.Equal(new DateTime(2024, 11, 12), table.Rows[3].At(2).Date);
        Assert.Equal("12/11/2024", table.Rows[3].At(2).Text);
        Assert.Equal("CS/1", table.Rows[4].At(0).Text);
        Assert.Equal(4.5, table.Rows[4].At(3).Number);
        Assert.Equal("Sheet Cases, row 5", table.Rows[4].Place);
    }

    [Fact]
    public void A_Word_document_gives_each_table_merged_and_nested_ones_too()
    {
        var inner = Table(["Agency", "Said"], ["Police", "Nothing known"]);
        var body =
            Paragraph("Minutes of 4 November 2025")
            + "<w:tbl>"
            + $"<w:tr><w:trPr><w:tblHeader/></w:trPr>{Cell("No")}{Cell("Action")}{Cell("Who")}</w:tr>"
            + $"<w:tr>{Cell("1", "<w:vMerge w:val=\"restart\"/>")}{Cell("Visit")}{Cell("Housing")}</w:tr>"
            + $"<w:tr>{Cell("", "<w:vMerge/>")}{Cell("Write", "<w:gridSpan w:val=\"2\"/>")}</w:tr>"
            + $"<w:tr>{Cell("2")}<w:tc>{Paragraph("Told")}{inner}{Paragraph("")}</w:tc>{Cell("Police")}</w:tr>"
            + "</w:tbl>"
            + Table(["Only", "Words"], ["one", "two"]);
        var read = TableReader.Read(Docx(body), "minutes.docx");
        Assert.Equal("", read.Refusal);
        Assert.Equal(["Table 1", "Table 2", "Table 3"], read.Tables.Select(table => table.Name));
        var first = read.Tables[0];
        Assert.Equal(0, first.HeaderCandidates[0]);
        Assert.Equal(["1", "Write", ""], Texts(first, 2));
        Assert.Equal(["2", "Told", "Police"], Texts(first, 3));
        Assert.Equal(["Police", "Nothing known"], Texts(read.Tables[1], 1));
        Assert.Equal("Table 1, row 4", first.Rows[3].Place);
    }

    [Fact]
    public void What_is_hostile_damaged_or_locked_is_refused_with_the_reason()
    {
        var program = "MZ"u8.ToArray().Concat(new byte[200]).ToArray();
        Assert.Contains(
            "program",
            TableReader.Read(program, "list.csv").Refusal,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "empty",
            TableReader.Read([], "list.csv").Refusal,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "password",
            TableReader
                .Read(Samples.Compound(["EncryptedPackage", "EncryptionInfo"]), "a.xlsx")
                .Refusal,
            StringComparison.OrdinalIgnoreCase
        );
        var book = Xlsx(
            new Sheet(
                "A",
                [
                    ["Ref", "Name"],
                ]
            )
        );
        Assert.Contains(
            "damaged",
            TableReader.Read(book[..(book.Length / 2)], "a.xlsx").Refusal,
            StringComparison.Ordinal
        );
        Assert.Contains(
            ".xlsx",
            TableReader.Read(book, "a.docx").Refusal,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "tables",
            TableReader.Read(Samples.Pdf, "a.pdf").Refusal,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "larger",
            TableReader.Read(new byte[TableReader.LargestFile + 1], "a.csv").Refusal,
            StringComparison.Ordinal
        );
        Assert.NotEqual(
            "",
            TableReader.Read(Samples.Zip(("bomb.xml", new byte[30_000_000])), "a.xlsx").Refusal
        );
        var deep =
            string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 3000))
            + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 3000));
        Assert.Contains(
            "nested",
            TableReader.Read(Docx(deep), "deep.docx").Refusal,
            StringComparison.Ordinal
        );
        var long_ = string.Join('\n', Enumerable.Repeat("a,b", TableReader.MostRows + 5));
        Assert.Contains(
            "rows",
            TableReader.Read(Bytes(long_), "long.csv").Refusal,
            StringComparison.Ordinal
        );
        Assert.NotEqual(
            "",
            TableReader.Read(Bytes("<script>alert(1)</script>,b\n"), "web.csv").Refusal
        );
    }

    [Fact]
    public void Cells_merged_over_each_other_are_refused_before_they_are_all_filled()
    {
        object?[][] rows = [.. Enumerable.Range(1, 10).Select(row => (object?[])[row, "x"])];

        var once = TableReader.Read(Xlsx(new Sheet("A", rows, "A1:A10", "B1:B10")), "a.xlsx");
        var often = TableReader.Read(
            Xlsx(new Sheet("A", rows, [.. Enumerable.Repeat("A1:A10", 50)])),
            "a.xlsx"
        );

        Assert.Equal("", once.Refusal);
        Assert.Contains("lie over each other", often.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_naughty_string_comes_out_of_each_kind_of_file_and_none_stops_it()
    {
        // What no document of these kinds can hold is left out of the file, as a program that writes one would.
        static bool Writable(string text) =>
            text.All(c => c is '\t' or '\n' or >= ' ')
            && !text.Any(char.IsSurrogate)
            && !text.Any(c => c is '\ufffe' or '\uffff' || char.IsControl(c));
        var strings = NaughtyStrings
            .All.Where(Writable)
            .Where(text => text.Trim().Length > 0)
            .ToList();
        Assert.True(strings.Count > 400);
        var csv =
            "Word,Next\r\n"
            + string.Concat(
                strings.Select(text =>
                    $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",x\r\n"
                )
            );
        var fromCsv = TableReader.Read(Bytes(csv), "naughty.csv");
        // A list that begins like a web page is refused as one; these begin with their headings.
        Assert.Equal("", fromCsv.Refusal);
        object?[][] rows =
        [
            ["Word", "Next"],
            .. strings.Select(text => new object?[] { text, "x" }),
        ];
        var fromExcel = TableReader.Read(Xlsx(new Sheet("N", rows)), "naughty.xlsx");
        Assert.Equal("", fromExcel.Refusal);
        var word = Table([
            ["Word", "Next"],
            .. strings.Select(text => new[] { text, "x" }),
        ]);
        var fromWord = TableReader.Read(Docx(word), "naughty.docx");
        Assert.Equal("", fromWord.Refusal);
        foreach (var read in new[] { fromCsv, fromExcel, fromWord })
        {
            Assert.Equal(strings.Count + 1, read.Tables[0].Rows.Count);
            Assert.All(read.Tables[0].Rows, row => Assert.Equal(2, row.Cells.Count));
        }

        Assert.Equal(
            strings.Select(text => text.Trim()),
            fromExcel.Tables[0].Rows.Skip(1).Select(row => row.At(0).Text)
        );
    }

    private static List<string> Texts(SheetTable table, int row) =>
        [.. table.Rows[row].Cells.Select(cell => cell.Text)];
}
