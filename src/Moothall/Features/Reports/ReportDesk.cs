using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Reports;

/// <summary>Finds reports for the person in front of it.</summary>
public static class ReportDesk
{
    /// <summary>A report with all that belongs to it, for reading; nothing where this person may not see it.</summary>
    public static Task<Report?> ReadAsync(
        MoothallDb db,
        CurrentUser reader,
        Guid id,
        CancellationToken cancel
    ) =>
        Whole(db.Set<Report>().AsNoTracking())
            .VisibleTo(reader)
            .SingleOrDefaultAsync(one => one.Id == id, cancel);

    /// <summary>The same, to be changed.</summary>
    public static Task<Report?> TakeAsync(MoothallDb db, Guid id, CancellationToken cancel) =>
        Whole(db.Set<Report>()).SingleOrDefaultAsync(one => one.Id == id, cancel);

    /// <summary>Reports with all that belongs to each.</summary>
    internal static IQueryable<Report> Whole(IQueryable<Report> reports) =>
        reports
            .AsSplitQuery()
            .Include(one => one.Sections.OrderBy(section => section.Order))
            .Include(one => one.Presenters)
                .ThenInclude(one => one.Organisation);
}
