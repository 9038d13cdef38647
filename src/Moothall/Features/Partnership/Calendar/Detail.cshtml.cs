using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Calendar;

/// <summary>One entry of the calendar.</summary>
[Access(Permission.SeeCalendar)]
public sealed class DetailModel(MoothallDb db) : PageModel
{
    public CalendarOccasion Occasion { get; private set; } = null!;

    /// <summary>Name of the organisation that leads it; empty where none does.</summary>
    public string Lead { get; private set; } = "";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (
            await db.Set<CalendarOccasion>()
                .AsNoTracking()
                .SingleOrDefaultAsync(one => one.Id == id, cancel)
            is not { } found
        )
        {
            return NotFound();
        }

        Occasion = found;
        Lead =
            await db.Set<Organisation>()
                .Where(one => one.Id == found.LeadId)
                .Select(one => one.Name)
                .SingleOrDefaultAsync(cancel)
            ?? "";
        return Page();
    }
}
