using System.Globalization;
using System.Security;
using System.Text;

namespace Moothall.Tests.Platform.Documents.Tables;

/// <summary>Makes workbooks and Word documents with the parts that offices really use: title rows, merged cells, date cells, nested tables.</summary>
internal static class TableFiles
{
    private const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    /// <summary>A sheet of a workbook; a <see cref="DateOnly"/> is a date cell, a number a number, the rest text.</summary>
    public sealed record Sheet(string Name, object?[][] Rows, params string[] Merged)
    {
        public bool IsHidden { get; init; }

        /// <summary>The numbers of its hidden columns and rows, from 1.</summary>
        public int[] HiddenColumns { get; init; } = [];
        public int[] HiddenRows { get; init; } = [];
    }

    /// <summary>A number that the sheet shows as a percentage: 0.25 as 25%, or as 25.0%.</summary>
    public sealed record Percentage(double Value, bool HasDecimals = false);

    /// <summary>A formula that came to an error: #REF!</summary>
    public sealed record Fault(string Words);

    public static byte[] Xlsx(params Sheet[] sheets)
    {
        var parts = sheets
            .Select((sheet, index) => ($"xl/worksheets/sheet{index + 1}.xml", Bytes(Xml(sheet))))
            .ToList();
        var names = sheets.Select(
            (sheet, index) =>
                $"<sheet name=\"{Escape(sheet.Name)}\" sheetId=\"{index + 1}\" {(sheet.IsHidden ? "state=\"hidden\" " : "")}r:id=\"r{index + 1}\"/>"
        );
        var links = sheets.Select(
            (_, index) =>
                $"<Relationship Id=\"r{index + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>"
        );
        var types = sheets.Select(
            (_, index) =>
                $"<Override PartName=\"/xl/worksheets/sheet{index + 1}.xml\" ContentType=\"{Office}spreadsheetml.worksheet+xml\"/>"
        );
        (string, byte[])[] fixedParts =
        [
            (
                "[Content_Types].xml",
                Bytes(
                    $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Office}spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Office}spreadsheetml.styles+xml\"/>{string.Concat(types)}</Types>"
                )
            ),
            ("_rels/.rels", Bytes(Link("officeDocument", "xl/workbook.xml"))),
            (
                "xl/workbook.xml",
                Bytes(
                    $"<workbook xmlns=\"{Sheets}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(names)}</sheets></workbook>"
                )
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Bytes(
                    $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(links)}<Relationship Id=\"s\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>"
                )
            ),
            (
                "xl/styles.xml",
                Bytes(
                    $"<styleSheet xmlns=\"{Sheets}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\"><xf numFmtId=\"0\" xfId=\"0\"/><xf numFmtId=\"14\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"9\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"10\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
                )
            ),
        ];
        return Samples.Zip([.. fixedParts, .. parts]);
    }

    /// <summary>A Word document with this body (WordprocessingML).</summary>
    public static byte[] Docx(string body) =>
        Samples.Zip(
            (
                "[Content_Types].xml",
                Bytes(
                    $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{Office}wordprocessingml.document.main+xml\"/></Types>"
                )
            ),
            ("_rels/.rels", Bytes(Link("officeDocument", "word/document.xml"))),
            (
                "word/document.xml",
                Bytes($"<w:document xmlns:w=\"{Words}\"><w:body>{body}</w:body></w:document>")
            )
        );

    public static string Paragraph(string text) =>
        $"<w:p><w:r><w:t xml:space=\"preserve\">{Escape(text)}</w:t></w:r></w:p>";

    public static string Table(params string[][] rows) =>
        $"<w:tbl>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => Cell(cell)))}</w:tr>"))}</w:tbl>";

    /// <summary>A cell; <paramref name="properties"/> are elements such as <c>w:vMerge</c>.</summary>
    public static string Cell(string text, string properties = "") =>
        $"<w:tc><w:tcPr>{properties}</w:tcPr>{Paragraph(text)}</w:tc>";

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Xml(Sheet sheet)
    {
        var rows = sheet.Rows.Select(
            (cells, row) =>
                $"<row r=\"{row + 1}\"{(sheet.HiddenRows.Contains(row + 1) ? " hidden=\"1\"" : "")}>{string.Concat(cells.Select((cell, column) => Xml(cell, $"{(char)('A' + column)}{row + 1}")))}</row>"
        );
        var merged = sheet.Merged.Select(range => $"<mergeCell ref=\"{range}\"/>");
        var columns = string.Concat(
            sheet.HiddenColumns.Select(one =>
                $"<col min=\"{one}\" max=\"{one}\" width=\"0\" hidden=\"1\" customWidth=\"1\"/>"
            )
        );
        return $"<worksheet xmlns=\"{Sheets}\">{(columns.Length == 0 ? "" : $"<cols>{columns}</cols>")}<sheetData>{string.Concat(rows)}</sheetData>{(sheet.Merged.Length == 0 ? "" : $"<mergeCells>{string.Concat(merged)}</mergeCells>")}</worksheet>";
    }

    private static string Xml(object? cell, string at) =>
        cell switch
        {
            null => "",
            DateOnly date =>
                $"<c r=\"{at}\" s=\"1\"><v>{date.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)}</v></c>",
            Percentage number => string.Create(
                CultureInfo.InvariantCulture,
                $"<c r=\"{at}\" s=\"{(number.HasDecimals ? 3 : 2)}\"><v>{number.Value}</v></c>"
            ),
            Fault fault => $"<c r=\"{at}\" t=\"e\"><f>A1</f><v>{fault.Words}</v></c>",
            int or double => string.Create(
                CultureInfo.InvariantCulture,
                $"<c r=\"{at}\"><v>{cell}</v></c>"
            ),
            _ =>
                $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escape(cell.ToString()!)}</t></is></c>",
        };

    private static string Link(string kind, string target) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/{kind}\" Target=\"{target}\"/></Relationships>";

    private static string Escape(string text) => SecurityElement.Escape(text);
}
