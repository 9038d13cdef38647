using Moothall.Features.Public;
using Moothall.Platform.Documents;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Reports;

/// <summary>A report as people read it: on a page, in Word, or published.</summary>
public static class ReportPaper
{
    /// <summary>The report without what is empty.</summary>
    public static Paper Of(Report report, string partnership)
    {
        var details = report.Details;
        return new()
        {
            Title = details.Title,
            HeaderLines = report.IssuedAt is null
                ? [partnership, "Draft, not issued"]
                : [partnership],
            FooterLines =
            [
                report.IssuedAt is { } at
                    ? $"Issued on {UkTime.Date(UkTime.DateOf(at))}"
                    : "Draft, not issued",
            ],
            Blocks =
            [
                new PaperKeyValues([
                    .. Facts(report).Select(one => new PaperKeyValue(one.Label, one.Text)),
                ]),
                .. InOrder(report).Where(one => !IsLeftOut(report, one)).SelectMany(Section),
            ],
        };
    }

    /// <summary>The report as everybody may read it.</summary>
    public static PublishedContent Published(Report report) =>
        new(
            $"{DisplayNames.Of(report.Kind)}, {report.Details.PeriodWords()}.",
            [
                new(
                    2,
                    "About this report",
                    "",
                    [.. Facts(report).Select(one => new PublishedFact(one.Label, one.Text))]
                ),
                .. InOrder(report)
                    .Where(one => !IsLeftOut(report, one))
                    .Select(one => new PublishedSection(
                        one.Details.IsPart ? 3 : 2,
                        one.Details.Heading,
                        one.Details.Text,
                        []
                    )
                    {
                        Table = one.Table is { } table
                            ? new(table.Caption, table.Headers, table.Rows)
                            : null,
                    }),
            ]
        );

    /// <summary>The blocks of a section.</summary>
    public static IEnumerable<PaperBlock> Section(ReportSection section) =>
        Body(section)
            .Prepend(new PaperHeading(section.Details.IsPart ? 2 : 1, section.Details.Heading));

    /// <summary>The blocks of a section below its heading.</summary>
    public static IEnumerable<PaperBlock> Body(ReportSection section)
    {
        foreach (var block in TypedText.Blocks(section.Details.Text))
        {
            yield return block;
        }

        if (section.Table is { } table)
        {
            yield return new PaperTable(table.Caption, table.Headers, table.Rows, table.Widths);
        }
    }

    /// <summary>What stands above the first section.</summary>
    public static IEnumerable<(string Label, string Text)> Facts(Report report)
    {
        var details = report.Details;
        yield return ("For", details.Reader);
        if (details.MeetingOn is { } day)
        {
            yield return ("Meeting on", UkTime.Date(day));
        }

        yield return ("Reports on", details.PeriodWords());
        if (report.Presenters.Count > 0)
        {
            yield return (
                "Presented by",
                string.Join('\n', PresentersInOrder(report).Select(one => one.Words))
            );
        }

        if (report.AloneBecause.Length > 0)
        {
            yield return ("Why not by all together", report.AloneBecause);
        }
    }

    /// <summary>All its words, each with the heading under which they stand.</summary>
    public static IEnumerable<(string Place, string Text)> Texts(Report report) =>
        InOrder(report)
            .Select(one =>
                (
                    one.Details.Heading,
                    string.Join(
                        '\n',
                        (one.Table?.Rows.SelectMany(row => row) ?? []).Prepend(
                            $"{one.Details.Heading}\n{one.Details.Text}"
                        )
                    )
                )
            )
            .Prepend((report.Details.Title, $"{report.Details.Title}\n{report.Details.Reader}"));

    /// <summary>The sections in their order.</summary>
    public static IEnumerable<ReportSection> InOrder(Report report) =>
        report.Sections.OrderBy(one => one.Order).ThenBy(one => one.Id);

    /// <summary>Those who present it, by the names of their organisations.</summary>
    public static IEnumerable<ReportPresenter> PresentersInOrder(Report report) =>
        report
            .Presenters.OrderBy(one => one.Organisation.Name, StringComparer.CurrentCulture)
            .ThenBy(one => one.Post, StringComparer.CurrentCulture);

    /// <summary>Whether a section is no part of what is issued: nothing is written in it, nor in the parts that follow it.</summary>
    public static bool IsLeftOut(Report report, ReportSection section)
    {
        if (!section.IsEmpty)
        {
            return false;
        }

        var next = InOrder(report).SkipWhile(one => one.Id != section.Id).Skip(1);
        return section.Details.IsPart
            || !next.TakeWhile(one => one.Details.IsPart).Any(one => !one.IsEmpty);
    }
}
