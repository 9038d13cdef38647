using System.Text;

namespace Moothall.Bench.Matching;

/// <summary>A file of separated values with a heading row.</summary>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">What stands below them.</param>
internal sealed record CsvFile(
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows
)
{
    public static CsvFile Read(string path)
    {
        var records = Records(File.ReadAllText(path)).ToList();
        if (records.Count == 0)
            throw new InvalidDataException($"{path} is empty.");
        return new(
            records[0],
            [.. records.Skip(1).Where(record => record.Any(cell => cell.Length > 0))]
        );
    }

    /// <summary>The cell of a row under a heading; rows may be short.</summary>
    public string Cell(IReadOnlyList<string> row, string column)
    {
        var index = Columns.ToList().IndexOf(column);
        return index < 0
                ? throw new InvalidDataException(
                    $"There is no column {column}; there are {string.Join(", ", Columns)}."
                )
            : index < row.Count ? row[index]
            : "";
    }

    private static IEnumerable<IReadOnlyList<string>> Records(string text)
    {
        var heading = text.Split('\n', 2)[0];
        var separator = ",;\t".MaxBy(candidate => heading.Count(letter => letter == candidate));
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var letter in text)
        {
            if (letter == '"')
                quoted = !quoted;
            else if (!quoted && letter == separator)
                EndCell();
            else if (!quoted && letter == '\n')
            {
                EndCell();
                yield return cells;
                cells = [];
            }
            else
                cell.Append(letter);
        }

        if (cell.Length > 0 || cells.Count > 0)
        {
            EndCell();
            yield return cells;
        }

        void EndCell()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }
}
