namespace Moothall.Platform.Documents.Outlines;

/// <summary>
/// A line or paragraph of a document, with its number, unique in it, by which what was read can be shown beside where it stood.
/// </summary>
/// <param name="Number">Its number, from 1 in the order of reading.</param>
/// <param name="Place">Where it stands, for a person: "Line 14", "Table 2, row 3".</param>
/// <param name="Text">Its words; empty for a drawn line.</param>
public sealed record Piece(int Number, string Place, string Text)
{
    /// <summary>Whether it is an item of a list.</summary>
    public bool IsBullet { get; init; }

    /// <summary>Which level of heading it is, from 1; 0 where it is none. A line that is only set in bold is the lowest.</summary>
    public int Level { get; init; }

    /// <summary>The level of a line that is only set in bold.</summary>
    public const int LowestLevel = 9;

    /// <summary>Whether the document marks it as a heading, or sets all of it in bold.</summary>
    public bool IsHeading => Level > 0;

    /// <summary>Whether it is a line drawn across the page and says nothing.</summary>
    public bool IsRule { get; init; }

    /// <summary>The footnotes it points to.</summary>
    public string Note { get; init; } = "";
}

/// <summary>A part of a document: a paragraph or a table.</summary>
public abstract record Block;

/// <summary>A paragraph outside of tables.</summary>
public sealed record Paragraph(Piece Piece) : Block;

/// <summary>A table; in a text without tables, lines with tabs in them.</summary>
public sealed record Grid(string Name, IReadOnlyList<GridRow> Rows) : Block
{
    /// <summary>The name that a person gave the sheet of a workbook; empty where it is no sheet.</summary>
    public string Sheet { get; init; } = "";
}

/// <summary>A row of a table.</summary>
public sealed record GridRow(string Place, IReadOnlyList<GridCell> Cells)
{
    /// <summary>The cell of a column, counted from 0; one beyond the row's end is empty.</summary>
    public GridCell At(int column) =>
        column >= 0 && column < Cells.Count ? Cells[column] : GridCell.Empty;

    /// <summary>The cells that say something of their own.</summary>
    public IEnumerable<GridCell> Filled => Cells.Where(cell => !cell.IsBlank);
}

/// <summary>A cell, with its paragraphs. One that is merged downwards says the same in each of its rows.</summary>
/// <param name="Pieces">Its paragraphs.</param>
/// <param name="IsFromAbove">Whether it is merged with the cell above.</param>
public sealed record GridCell(IReadOnlyList<Piece> Pieces, bool IsFromAbove = false)
{
    /// <summary>A cell with nothing in it.</summary>
    public static readonly GridCell Empty = new([]);

    /// <summary>Whether nothing is in it.</summary>
    public bool IsBlank => Pieces.Count == 0;

    /// <summary>Its words, a paragraph a line.</summary>
    public string Text => string.Join('\n', Pieces.Select(piece => piece.Text));
}

/// <summary>A document as it is read from top to bottom, or why it was refused in words for the person who chose it.</summary>
/// <param name="Blocks">Its parts in order; none where it was refused.</param>
/// <param name="ContentType">The type found in the content.</param>
/// <param name="Refusal">Why it cannot be read; empty where it can.</param>
public sealed record Outline(IReadOnlyList<Block> Blocks, string ContentType, string Refusal)
{
    internal static Outline Refuse(string reason) => new([], "", reason);

    /// <summary>What is in the file and no part of its text, such as what is hidden and what stands in the margins.</summary>
    public IReadOnlyList<Piece> Asides { get; init; } = [];

    /// <summary>Every paragraph of it, those in tables too, each once.</summary>
    public IEnumerable<Piece> Pieces =>
        Blocks.SelectMany(block =>
            block switch
            {
                Paragraph paragraph => [paragraph.Piece],
                Grid grid => grid
                    .Rows.SelectMany(row => row.Cells)
                    .Where(cell => !cell.IsFromAbove)
                    .SelectMany(cell => cell.Pieces),
                _ => Enumerable.Empty<Piece>(),
            }
        );
}
