using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Initiatives;
using Moothall.Features.Public;
using Moothall.Features.Public.Publishing;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Calendar.CalendarPublishing;

/// <summary>Makes the pages of this year's and the next year's calendar.</summary>
public sealed class CalendarPages(MoothallDb db, TimeProvider clock) : IPageSource
{
    /// <inheritdoc />
    public IReadOnlyCollection<PublicationKind> Kinds { get; } = [PublicationKind.Calendar];

    /// <summary>This year and the next, each with what stands for it where a page says what it was made of.</summary>
    public IEnumerable<(PlanYear Year, Guid SubjectId)> Years
    {
        get
        {
            var year = PlanYear.Of(UkTime.Today(clock));
            return new[] { year, year.Next }.Select(one =>
                (one, new Guid(one.Begins, 0, 0, new byte[8]))
            );
        }
    }

    /// <inheritdoc />
    public async Task<SourcePage?> MakeAsync(
        PublicationKind kind,
        Guid subjectId,
        CancellationToken cancel
    )
    {
        if (
            Years.Where(one => one.SubjectId == subjectId).Select(one => one.Year).ToList()
            is not [var year]
        )
        {
            return null;
        }

        var (first, last) = (year.First, year.Last);
        var occasions = await db.Set<CalendarOccasion>()
            .AsNoTracking()
            .Where(one =>
                one.Details.First <= last
                && (
                    one.Details.Last >= first
                    || (one.Details.Last == null && one.Details.First >= first)
                )
            )
            .ToListAsync(cancel);
        var initiatives = await InitiativeList.Between(db, first, last).ToListAsync(cancel);
        var (title, content) = CalendarProjection.Of(year, occasions, initiatives);
        return new(title, content);
    }
}
