namespace Moothall.Features.Reports.Contents;

/// <summary>Makes the sections of a report of what is recorded.</summary>
public static class ReportWriter
{
    /// <summary>The sections of a kind of report, in their order.</summary>
    public static IReadOnlyList<SectionDraft> Write(ReportKind kind, ReportFacts facts) =>
        [
            .. kind switch
            {
                ReportKind.BoardPack => BoardPack.Of(facts),
                ReportKind.ScrutinyUpdate => ScrutinyUpdate.Of(facts),
                _ => AnnualReport.Of(facts),
            },
        ];

    /// <summary>Fills a new report.</summary>
    public static void Fill(Report report, ReportFacts facts) =>
        report.Sections.AddRange(
            Write(report.Kind, facts).Select((draft, index) => draft.At(report.Id, index + 1))
        );
}
