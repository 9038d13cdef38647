using Microsoft.AspNetCore.Mvc;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Bodies.BodyMeetings;

/// <summary>Changes when and where a meeting is, and its notes.</summary>
[Access(Permission.KeepBodies)]
public sealed class EditModel(MoothallDb db) : MeetingPage(db)
{
    [BindProperty]
    public BodyMeetingDetails Details { get; set; } = new();

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        (Details, Version) = (Meeting.Details, Meeting.Version);
        return Page();
    }

    /// <summary>Saves it.</summary>
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

        Meeting.Details = Details;
        return await SaveAsync("The meeting is saved.", cancel);
    }
}
