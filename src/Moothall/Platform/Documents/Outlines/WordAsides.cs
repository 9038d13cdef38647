using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Moothall.Platform.Documents.Tables;

namespace Moothall.Platform.Documents.Outlines;

/// <summary>
/// What stands in a Word document beside its text: notes, headers and footers with their words, and how many comments there are.
/// What comments say is between those who wrote them.
/// </summary>
internal static class WordAsides
{
    /// <summary>All of it.</summary>
    public static IEnumerable<LeftOut> Of(MainDocumentPart part) =>
        [
            .. Notes("Footnote", part.FootnotesPart?.Footnotes),
            .. Notes("Endnote", part.EndnotesPart?.Endnotes),
            .. Edges("Header", part.HeaderParts.Select(one => one.Header)),
            .. Edges("Footer", part.FooterParts.Select(one => one.Footer)),
            .. Comments(
                part.WordprocessingCommentsPart?.Comments?.Elements<Comment>().Count() ?? 0
            ),
        ];

    /// <summary>The words of a note.</summary>
    public static string Words(OpenXmlElement note) =>
        TableReader.Clean(string.Join(' ', Lines(note)));

    // The lines that Word draws above notes are notes of another type.
    private static IEnumerable<LeftOut> Notes(string place, OpenXmlElement? notes) =>
        (notes?.Elements<FootnoteEndnoteType>() ?? [])
            .Where(note => note.Type is null || note.Type.Value == FootnoteEndnoteValues.Normal)
            .Select(Words)
            .Where(words => words.Length > 0)
            .Select(words => new LeftOut(place, words));

    // A document has up to three of each for every part of it, mostly the same; numbers of pages are no words.
    private static IEnumerable<LeftOut> Edges(string place, IEnumerable<OpenXmlElement?> edges) =>
        edges
            .OfType<OpenXmlElement>()
            .Select(edge =>
                TableReader.Clean(
                    string.Join(' ', Lines(edge).Where(line => line.Any(char.IsLetter)))
                )
            )
            .Where(words => words.Length > 0)
            .Distinct()
            .Select(words => new LeftOut(place, words));

    private static IEnumerable<LeftOut> Comments(int count) =>
        count switch
        {
            0 => [],
            1 => [new("Comments", "1 comment was not taken in.")],
            _ => [new("Comments", $"{count} comments were not taken in.")],
        };

    private static IEnumerable<string> Lines(OpenXmlElement element) =>
        element
            .Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
            .Select(WordTableReader.TextOf)
            .Where(line => line.Length > 0);
}
