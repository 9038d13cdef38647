using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Calendar;

/// <summary>Asks once more before an entry is taken off the calendar. What it said stays in the audit.</summary>
[Access(Permission.KeepCalendar)]
public sealed class RemoveModel(MoothallDb db) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    public CalendarOccasion Occasion { get; private set; } = null!;

    /// <summary>Shows the question.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Version = Occasion.Version;
        return Page();
    }

    /// <summary>Takes it off.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        db.Expect(Occasion, Version);
        db.Remove(Occasion);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The entry is off the calendar.";
        return Redirect("/Calendar");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Set<CalendarOccasion>()
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        Occasion = found!;
        return found is not null;
    }
}
