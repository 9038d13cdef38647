namespace Moothall.Features.Reports.Contents;

/// <summary>A section as records make it.</summary>
/// <param name="Source">Names it within its kind of report, so that it can be made anew.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Text">Its words; empty where people write them.</param>
/// <param name="Table">Its table, or nothing.</param>
/// <param name="Prompt">What people are expected to write or to look at.</param>
/// <param name="IsPart">Whether it belongs to the section above it.</param>
public sealed record SectionDraft(
    string Source,
    string Heading,
    string Text = "",
    ReportTable? Table = null,
    string Prompt = "",
    bool IsPart = false
)
{
    /// <summary>The section at a place of a report.</summary>
    public ReportSection At(Guid reportId, int order) =>
        new()
        {
            ReportId = reportId,
            Order = order,
            Source = Source,
            Prompt = Prompt,
            Details = new()
            {
                Heading = Heading,
                Text = Text,
                IsPart = IsPart,
            },
            Table = Table,
        };

    /// <summary>Lines of a list.</summary>
    public static string List(IEnumerable<string> lines) =>
        string.Join('\n', lines.Select(line => $"- {line.ReplaceLineEndings(" ")}"));
}
