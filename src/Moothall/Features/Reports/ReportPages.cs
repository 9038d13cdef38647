using Microsoft.EntityFrameworkCore;
using Moothall.Features.Public;
using Moothall.Features.Public.Publishing;
using Moothall.Platform.Data;

namespace Moothall.Features.Reports;

/// <summary>Makes pages of reports that were issued. A board's papers stay with the board.</summary>
public sealed class ReportPages(MoothallDb db) : IPageSource
{
    /// <inheritdoc />
    public IReadOnlyCollection<PublicationKind> Kinds { get; } =
    [PublicationKind.AnnualReport, PublicationKind.ScrutinyReport];

    /// <summary>The kind of page that a report becomes; nothing where it is for partners only.</summary>
    public static PublicationKind? KindOf(ReportKind kind) =>
        kind switch
        {
            ReportKind.AnnualReport => PublicationKind.AnnualReport,
            ReportKind.ScrutinyUpdate => PublicationKind.ScrutinyReport,
            _ => null,
        };

    /// <inheritdoc />
    public async Task<SourcePage?> MakeAsync(
        PublicationKind kind,
        Guid subjectId,
        CancellationToken cancel
    ) =>
        await ReportDesk
            .Whole(db.Set<Report>().AsNoTracking())
            .SingleOrDefaultAsync(one => one.Id == subjectId && one.IssuedAt != null, cancel)
            is { } report
        && KindOf(report.Kind) == kind
            ? new(report.Details.Title, ReportPaper.Published(report))
            : null;
}
