using Moothall.Platform.Access;

namespace Moothall.Features.Reports;

/// <summary>Who sees which report.</summary>
public static class ReportAccess
{
    /// <summary>
    /// Whoever keeps reports sees all. Partners read what was issued; whoever stands outside the partnership (scrutiny, the
    /// local policing body) reads what was issued for them, never the board's papers.
    /// </summary>
    public static IQueryable<Report> VisibleTo(this IQueryable<Report> reports, CurrentUser reader)
    {
        if (reader.May(Permission.KeepReports))
        {
            return reports;
        }

        var issued = reports.Where(one => one.IssuedAt != null);
        return reader.May(Permission.SeePlan)
            ? issued
            : issued.Where(one => one.Kind != ReportKind.BoardPack);
    }
}
