using System.Text;

namespace Moothall.Platform.Documents;

/// <summary>A table to take away: every cell is quoted, and none is calculated by the spreadsheet that opens it.</summary>
public sealed class CsvTable
{
    private readonly StringBuilder table = new();

    /// <summary>Adds a row.</summary>
    public void Row(params IEnumerable<string?> cells) =>
        table
            .AppendJoin(
                ',',
                cells.Select(cell =>
                    $"\"{CsvCells.Escape(cell).Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                )
            )
            .Append("\r\n");

    /// <summary>The file. The mark at its front tells spreadsheets that names with accents are UTF-8.</summary>
    public byte[] ToBytes() =>
        [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(table.ToString())];
}
