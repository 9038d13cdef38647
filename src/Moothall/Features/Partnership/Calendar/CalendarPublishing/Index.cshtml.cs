using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Public;
using Moothall.Features.Public.Publishing;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Calendar.CalendarPublishing;

/// <summary>Prepares a page of this year or the next for everybody (S3-26).</summary>
[Access(Permission.Publish)]
public sealed class IndexModel(
    MoothallDb db,
    CalendarPages calendar,
    PageDesk desk,
    TimeProvider clock
) : PageModel
{
    /// <summary>This year and the next.</summary>
    public IReadOnlyList<PagePreparation> Pages { get; private set; } = [];

    public PlanYear Shown { get; } = PlanYear.Of(UkTime.Today(clock));

    /// <summary>Shows what can be published.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var known = await db.Set<Publication>()
            .AsNoTracking()
            .Where(one => one.Kind == PublicationKind.Calendar)
            .ToListAsync(cancel);
        Pages =
        [
            .. calendar.Years.Select(one =>
                PagePreparation.Of(
                    PublicationKind.Calendar,
                    one.SubjectId,
                    $"What is on {one.Year}",
                    "Entries and initiatives for the public, with their messages. Partners, materials and how it went stay inside.",
                    known
                )
            ),
        ];
    }

    /// <summary>Prepares a page of a year.</summary>
    public async Task<IActionResult> OnPostAsync(Guid subject, CancellationToken cancel)
    {
        if (await desk.PrepareAsync(PublicationKind.Calendar, subject, cancel) is not { } page)
        {
            return NotFound();
        }

        TempData["Notice"] = PageDesk.Prepared;
        return Redirect($"/Publishing/{page.Id}");
    }
}
