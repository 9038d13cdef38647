using System.Globalization;

namespace Moothall.Platform.Documents.Outlines;

/// <summary>Reads a document line by line: a line with tabs in it is a row of a table, every other a paragraph.</summary>
internal sealed class TextOutline(OutlinePen pen)
{
    private readonly List<Block> blocks = [];
    private readonly List<GridRow> rows = [];
    private int tables;

    /// <summary>The parts of a text.</summary>
    public static List<Block> Read(string text)
    {
        var reader = new TextOutline(new());
        var lines = text.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            reader.Take(OutlinePen.LinePlace(at + 1), lines[at]);
        }

        return reader.End();
    }

    /// <summary>Takes the next line.</summary>
    public void Take(
        string place,
        string line,
        bool isBullet = false,
        int level = 0,
        string note = ""
    )
    {
        if (line.Trim(' ').Contains('\t', StringComparison.Ordinal) && !isBullet)
        {
            var cells = line.Split('\t')
                .Select(cell => new GridCell(pen.Line(place, cell)))
                .ToList();
            if (cells.Count(cell => !cell.IsBlank) > 1)
            {
                rows.Add(new(place, cells));
                return;
            }

            // A single cell is a line that was set in from the margin.
            blocks.AddRange(Paragraphs(cells.SelectMany(cell => cell.Pieces)));
            return;
        }

        var pieces = pen.Line(place, line, isBullet, level, note);
        if (pieces.Count == 0)
        {
            return;
        }

        EndTable();
        blocks.AddRange(Paragraphs(pieces));
    }

    /// <summary>Adds a table of the document's own.</summary>
    public void Add(Grid grid)
    {
        EndTable();
        blocks.Add(grid);
    }

    /// <summary>The name of the next table.</summary>
    public string NextTable() => string.Create(CultureInfo.InvariantCulture, $"Table {++tables}");

    /// <summary>All parts, when nothing follows.</summary>
    public List<Block> End()
    {
        EndTable();
        return blocks;
    }

    private void EndTable()
    {
        if (rows.Count > 0)
        {
            blocks.Add(new Grid(NextTable(), [.. rows]));
            rows.Clear();
        }
    }

    private static IEnumerable<Block> Paragraphs(IEnumerable<Piece> pieces) =>
        pieces.Select(piece => new Paragraph(piece));
}
