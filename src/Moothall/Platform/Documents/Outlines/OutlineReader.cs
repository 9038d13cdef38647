using Moothall.Platform.Documents.Tables;

namespace Moothall.Platform.Documents.Outlines;

/// <summary>
/// Reads a Word document, a workbook, separated values or plain text from top to bottom into one model. Everything passes the
/// upload inspection first; what is hostile, damaged, enormous or locked is refused with the reason.
/// </summary>
public static class OutlineReader
{
    /// <summary>What can be read, for the hint beside a field.</summary>
    public const string AcceptedKinds =
        "Word (.docx), Excel (.xlsx), CSV (.csv) or plain text (.txt)";

    // A person has to look at all of it.
    private const int MostPieces = 50_000;

    /// <summary>Reads a file.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="claimedName">Its name, as the person or the browser gave it.</param>
    public static Outline Read(byte[] content, string claimedName) =>
        TableReader.Opened(
            content,
            claimedName,
            (kind, text, stream) =>
            {
                var leftOut = new List<LeftOut>();
                var blocks =
                    FileNames.EndingOf(FileNames.Clean(claimedName)) == ".txt"
                        ? TextOutline.Read(text!)
                    : kind == FileKind.Word.ContentType ? WordOutline.Read(stream, leftOut)
                    : TableReader.TablesOf(kind, text, stream, leftOut) is { } tables
                        ? Grids(tables, areSheets: text is null)
                    : throw new UnreadableTableException(
                        $"This kind of file cannot be read. Bring {AcceptedKinds}."
                    );
                var outline = new Outline(blocks, kind, "");
                return outline.Pieces.Take(MostPieces + 1).Count() switch
                {
                    0 => Outline.Refuse(
                        leftOut.Count == 0
                            ? "There is no text in this file."
                            : "Everything in this file is hidden. Show what belongs to the plan, save it and bring that."
                    ),
                    > MostPieces => Outline.Refuse(
                        "This file is longer than a person can check. Bring it in in parts."
                    ),
                    _ => outline with
                    {
                        Asides = Numbered(leftOut, outline.Pieces.Max(piece => piece.Number)),
                    },
                };
            },
            Outline.Refuse
        );

    private static List<Piece> Numbered(List<LeftOut> leftOut, int last) =>
        leftOut.ConvertAll(one => new Piece(++last, one.Place, one.Words));

    private static List<Block> Grids(List<SheetTable> tables, bool areSheets)
    {
        var pen = new OutlinePen();
        return
        [
            .. tables.Select(table => new Grid(
                table.Name,
                [
                    .. table
                        .Rows.Where(row => !row.IsBlank)
                        .Select(row => new GridRow(
                            row.Place,
                            [
                                .. row.Cells.Select(cell => new GridCell([
                                    .. cell
                                        .Text.Split('\n')
                                        .SelectMany(line => pen.Line(row.Place, line)),
                                ])),
                            ]
                        )),
                ]
            )
            {
                Sheet = areSheets ? table.Name : "",
            }),
        ];
    }
}
