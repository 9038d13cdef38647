using Microsoft.AspNetCore.Mvc;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Bodies.BodyMeetings;

/// <summary>Notes that a later meeting agreed the record; from then on it stays as it is.</summary>
[Access(Permission.KeepBodies)]
public sealed class AgreeModel(MoothallDb db, CurrentUser user, TimeProvider clock)
    : MeetingPage(db)
{
    [BindProperty]
    [Field("Agreed on", Required = "Enter the day of the meeting that agreed it")]
    public DateOnly? On { get; set; }

    /// <summary>Asks for the day.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Version = Meeting.Version;
        return Page();
    }

    /// <summary>Freezes it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (
            ModelState.IsValid
            && Meeting.Agree(On!.Value, UkTime.Today(clock), user.Name) is { } problem
        )
        {
            ModelState.AddModelError(nameof(On), problem);
        }

        return ModelState.IsValid ? await SaveAsync("The record is agreed.", cancel) : Page();
    }
}
