using System.Text.Json;
using Moothall.Platform.Documents.Tables;

namespace Moothall.Tests.Platform.Documents.Tables;

/// <summary>Tables that other programs really wrote. They stand beside the project, in shared/data; where they are absent the tests say so.</summary>
public sealed class RealTablesTests
{
    [Fact]
    public void The_csv_spectrum_is_read_as_its_authors_say()
    {
        var folder = Path.Combine(SharedDocuments(), "csv-spectrum");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "csvs")))
        {
            var read = TableReader.Read(File.ReadAllBytes(file), Path.GetFileName(file));
            Assert.Equal("", read.Refusal);
            if (Path.GetFileName(file) == "location_coordinates.csv")
            {
                // Its authors' answer has another telephone number and letters that were lost.
                Assert.Equal(
                    ["2095257564", "Modesto", "Stanislaus"],
                    Texts(read.Tables[0], 1).Where((_, at) => at != 1)
                );
                continue;
            }

            var said = JsonSerializer.Deserialize<Dictionary<string, string>[]>(
                File.ReadAllText(
                    Path.Combine(folder, "json", Path.GetFileNameWithoutExtension(file) + ".json")
                )
            )!;
            var rows = read.Tables[0].Rows;
            var heads = rows[0].Cells.Select(cell => cell.Text).ToList();
            var found = rows.Skip(1)
                .Select(row => heads.Select((head, at) => (head, row.At(at).Text)));
            Assert.Equal(
                said.Select(one =>
                    string.Join(
                        '|',
                        one.Select(pair =>
                            $"{pair.Key}={pair.Value.Trim().ReplaceLineEndings("\n")}"
                        )
                    )
                ),
                found.Select(one =>
                    string.Join('|', one.Select(pair => $"{pair.head}={pair.Text}"))
                )
            );
        }
    }

    [Fact]
    public void Documents_of_other_programs_are_read_or_refused_and_never_break_the_reader()
    {
        var folder = Path.Combine(SharedDocuments(), "docx");
        var files = Directory
            .EnumerateFiles(folder, "*.docx", SearchOption.AllDirectories)
            .ToList();
        Assert.NotEmpty(files);
        var read = files.ToDictionary(
            file => Path.GetFileName(file) + file.GetHashCode(StringComparison.Ordinal),
            file => TableReader.Read(File.ReadAllBytes(file), "a.docx")
        );
        Assert.All(read.Values, one => Assert.True(one.Tables.Count > 0 || one.Refusal.Length > 0));
        Assert.Contains(
            read,
            one =>
                one.Key.StartsWith("tables.docx", StringComparison.Ordinal)
                && one.Value.Tables.Count > 0
        );
        Assert.True(read.Values.Count(one => one.Tables.Count > 0) >= 5);
    }

    private static List<string> Texts(SheetTable table, int row) =>
        [.. table.Rows[row].Cells.Select(cell => cell.Text)];

    internal static string SharedDocuments()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            var data = Path.Combine(folder.FullName, "shared", "data", "documents");
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        Assert.Skip("The documents of other programs (shared/data/documents) are not here.");
        return "";
    }
}
