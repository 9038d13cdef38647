using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Bodies.BodyMeetings;

/// <summary>Plans a meeting of a body other than the hub.</summary>
[Access(Permission.KeepBodies)]
public sealed class AddModel(MoothallDb db) : PageModel
{
    [BindProperty]
    public BodyMeetingDetails Details { get; set; } = new();

    public int Version { get; private set; }
    public Guid BodyId { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) ? Page() : NotFound();

    /// <summary>Plans it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        foreach (var (field, problem) in Details.Problems())
        {
            ModelState.AddModelError($"Details.{field}", problem);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var meeting = new BodyMeeting { BodyId = id, Details = Details };
        db.Add(meeting);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The meeting is planned.";
        return Redirect($"/Bodies/Meetings/{meeting.Id}");
    }

    private Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        BodyId = id;
        // The hub's meetings are planned from its weekly time.
        return db.Set<GovernanceBody>()
            .AnyAsync(one => one.Id == id && one.Type != BodyType.Hub, cancel);
    }
}
