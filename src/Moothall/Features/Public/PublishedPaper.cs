using Moothall.Platform.Documents;
using Moothall.Platform.Time;

namespace Moothall.Features.Public;

/// <summary>A published page as a document to keep.</summary>
public static class PublishedPaper
{
    /// <summary>The page, with the day on which it was published.</summary>
    public static Paper Of(Publication page, string partnership)
    {
        var content = page.Read();
        return new()
        {
            Title = page.Title,
            HeaderLines = [partnership],
            FooterLines =
            [
                $"Published on {UkTime.Date(UkTime.DateOf(page.PublishedAt!.Value))}. A later version may stand on the web.",
            ],
            Blocks =
            [
                .. TypedText.Blocks(content.Introduction),
                .. content.Sections.SelectMany(Section),
            ],
        };
    }

    private static IEnumerable<PaperBlock> Section(PublishedSection section)
    {
        yield return new PaperHeading(section.Level - 1, section.Heading);
        foreach (var block in TypedText.Blocks(section.Text))
        {
            yield return block;
        }

        if (section.Facts.Count > 0)
        {
            yield return new PaperKeyValues([
                .. section.Facts.Select(one => new PaperKeyValue(one.Label, one.Text)),
            ]);
        }

        if (section.Table is { } table)
        {
            yield return new PaperTable(table.Caption, table.Headers, table.Rows);
        }
    }
}
