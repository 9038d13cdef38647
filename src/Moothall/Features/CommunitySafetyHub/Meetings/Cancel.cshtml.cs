using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>Cancels one meeting with a reason; its referrals go to the next (C4).</summary>
[Access(Permission.ManageAgenda)]
public sealed class CancelModel(MoothallDb db, HubViewers viewers) : PageModel
{
    public HubMeeting Meeting { get; private set; } = null!;

    [
        BindProperty,
        Field(
            "Why is it cancelled?",
            Name = "The reason",
            Hint = "Referrers and members are told this.",
            Required = "Say why the meeting is cancelled",
            Rows = 3,
            Limit = 500
        )
    ]
    public string Because { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id) =>
        await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        db.Expect(Meeting, Version);
        if (
            ModelState.IsValid
            && await MeetingChanges.CancelAsync(db, Meeting, Because) is { } problem
        )
        {
            ModelState.AddModelError(nameof(Because), problem);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await db.SaveChangesAsync();
        TempData["Notice"] = "The meeting is cancelled. Its referrals go to the next one.";
        return LocalRedirect("/Meetings");
    }

    private async Task<bool> FindAsync(Guid id)
    {
        var found = await db.Set<HubMeeting>()
            .VisibleTo(await viewers.CurrentAsync(), db)
            .SingleOrDefaultAsync(one => one.Id == id && one.Status == MeetingStatus.Planned);
        Meeting = found!;
        return found is not null;
    }
}
