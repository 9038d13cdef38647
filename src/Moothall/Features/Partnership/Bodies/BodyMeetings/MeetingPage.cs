using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Bodies.BodyMeetings;

/// <summary>A page that changes a meeting whose record is not agreed; every change counts as one of the meeting.</summary>
public abstract class MeetingPage(MoothallDb db) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    public BodyMeeting Meeting { get; private set; } = null!;

    /// <summary>Reads the meeting; one that is agreed is not found here.</summary>
    protected async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        Meeting = (
            await db.Set<BodyMeeting>()
                .AsSplitQuery()
                .Include(one => one.Items)
                .Include(one => one.Attendance)
                .Include(one => one.Decisions)
                .SingleOrDefaultAsync(one => one.Id == id && one.AgreedOn == null, cancel)
        )!;
        return Meeting is not null;
    }

    /// <summary>Saves, unless somebody else changed the meeting meanwhile.</summary>
    protected async Task<IActionResult> SaveAsync(string notice, CancellationToken cancel)
    {
        db.ExpectWhole(Meeting, Version);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = notice;
        return Redirect($"/Bodies/Meetings/{Meeting.Id}");
    }
}
