using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Moothall.Platform.Documents.Tables;

/// <summary>Finds the cells of a workbook that show an error: the reader of tables gives them as empty.</summary>
internal static class CellErrors
{
    private const int MostSaid = 200;

    /// <summary>The errors of each sheet by its name, with their positions.</summary>
    public static ILookup<string, (int Row, int Column, string Error)> Read(Stream workbook)
    {
        using var archive = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
        var parts = Pairs(archive, "xl/_rels/workbook.xml.rels", "Relationship", "Id", "Target")
            .DistinctBy(one => one.First)
            .ToDictionary(one => one.First, one => one.Second);
        return Pairs(archive, "xl/workbook.xml", "sheet", "name", "id")
            .Where(sheet => parts.ContainsKey(sheet.Second))
            .SelectMany(sheet =>
                Errors(archive, Path(parts[sheet.Second]))
                    .Take(MostSaid)
                    .Select(error => (Sheet: TableReader.Clean(sheet.First), Error: error))
            )
            .ToLookup(one => one.Sheet, one => one.Error);
    }

    private static string Path(string target) =>
        target.StartsWith('/') ? target[1..] : $"xl/{target}";

    // Two attributes of each element of a name, whatever prefix they have.
    private static List<(string First, string Second)> Pairs(
        ZipArchive archive,
        string part,
        string element,
        string first,
        string second
    )
    {
        using var reader = Reader(archive, part);
        var pairs = new List<(string, string)>();
        while (reader?.Read() == true)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != element)
            {
                continue;
            }

            var (one, two) = ("", "");
            while (reader.MoveToNextAttribute())
            {
                one = reader.LocalName == first ? reader.Value : one;
                two = reader.LocalName == second ? reader.Value : two;
            }

            pairs.Add((one, two));
        }

        return pairs;
    }

    private static IEnumerable<(int Row, int Column, string Error)> Errors(
        ZipArchive archive,
        string sheet
    )
    {
        using var reader = Reader(archive, sheet);
        var (row, column, isError) = (-1, -1, false);
        while (reader?.Read() == true)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "row")
            {
                row = int.TryParse(
                    reader.GetAttribute("r"),
                    CultureInfo.InvariantCulture,
                    out var number
                )
                    ? number - 1
                    : row + 1;
                column = -1;
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "c")
            {
                column = Column(reader.GetAttribute("r")) ?? column + 1;
                isError = reader.GetAttribute("t") == "e";
            }
            else if (
                isError
                && reader.NodeType == XmlNodeType.Element
                && reader.LocalName == "v"
                && reader.Read()
                && reader.NodeType == XmlNodeType.Text
            )
            {
                yield return (row, column, TableReader.Clean(reader.Value, 40));
            }
        }
    }

    // The column of "AB12".
    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(3))
        {
            column = (column * 26) + (letter - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }

    private static XmlReader? Reader(ZipArchive archive, string part) =>
        archive.GetEntry(part) is { } entry
            ? XmlReader.Create(
                entry.Open(),
                new()
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    CloseInput = true,
                }
            )
            : null;
}
