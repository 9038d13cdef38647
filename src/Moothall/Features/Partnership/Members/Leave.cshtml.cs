using Microsoft.AspNetCore.Mvc;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Members;

/// <summary>Gives a membership a last day, or takes it back. Nothing the member did is removed.</summary>
[Access(Permission.ManageMembers)]
public sealed class LeaveModel(MoothallDb db, TimeProvider clock) : MemberPage(db)
{
    public sealed class LeaveInput
    {
        [Field(
            "Last day of membership",
            Hint = "Meeting content is shut from the next day. Leave empty to undo.",
            Conditional = true
        )]
        public DateOnly? LeftOn { get; set; }
    }

    [BindProperty]
    public LeaveInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        (Input.LeftOn, Version) = (Member.LeftOn ?? UkTime.Today(clock), Member.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        Member.LeftOn = Input.LeftOn;
        await SaveAsync();
        TempData["Notice"] = Input.LeftOn is { } left
            ? $"The last day of membership is {UkTime.Date(left)}."
            : "The membership goes on.";
        return RedirectToPage("Detail", new { id });
    }
}
