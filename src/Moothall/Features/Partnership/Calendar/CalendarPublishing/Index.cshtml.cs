using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Initiatives;
using Moothall.Features.Public;
using Moothall.Features.Public.Publishing;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Calendar.CalendarPublishing;

/// <summary>Prepares a page of this year or the next for everybody (S3-26).</summary>
[Access(Permission.Publish)]
public sealed class IndexModel(MoothallDb db, CurrentUser user, TimeProvider clock) : PageModel
{
    /// <summary>This year and the next.</summary>
    public IReadOnlyList<PagePreparation> Pages { get; private set; } = [];

    public PlanYear Shown { get; } = PlanYear.Of(UkTime.Today(clock));

    /// <summary>Stands for a year where a page says what it was made of.</summary>
    public static Guid SubjectOf(PlanYear year) => new(year.Begins, 0, 0, new byte[8]);

    /// <summary>Shows what can be published.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var known = await db.Set<Publication>()
            .AsNoTracking()
            .Where(one => one.Kind == PublicationKind.Calendar)
            .ToListAsync(cancel);
        Pages =
        [
            .. new[] { Shown, Shown.Next }.Select(year =>
                PagePreparation.Of(
                    PublicationKind.Calendar,
                    SubjectOf(year),
                    $"What is on {year}",
                    "Entries and initiatives for the public, with their messages. Partners, materials and how it went stay inside.",
                    known
                )
            ),
        ];
    }

    /// <summary>Prepares a page of a year.</summary>
    public async Task<IActionResult> OnPostAsync(Guid subject, CancellationToken cancel)
    {
        PlanYear[] years = [Shown, Shown.Next];
        if (Array.FindIndex(years, one => SubjectOf(one) == subject) is var at && at < 0)
        {
            return NotFound();
        }

        var year = years[at];
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
        var page = Publication.Prepare(
            PublicationKind.Calendar,
            subject,
            title,
            content,
            (user.Id, user.Name),
            clock.GetUtcNow().UtcDateTime
        );
        db.Add(page);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "It is prepared. Somebody else looks at it and publishes it.";
        return Redirect($"/Publishing/{page.Id}");
    }
}
