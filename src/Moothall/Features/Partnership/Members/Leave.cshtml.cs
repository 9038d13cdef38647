using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Members;

/// <summary>Gives a membership a last day, or takes it back. Nothing the member did is removed.</summary>
[Access(Permission.ManageMembers)]
public sealed class LeaveModel(MoothallDb db, TimeProvider clock) : PageModel
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

    [BindProperty]
    public int Version { get; set; }

    public HubMembership Member { get; private set; } = null!;

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

        db.Expect(Member, Version);
        Member.LeftOn = Input.LeftOn;
        await db.SaveChangesAsync();
        TempData["Notice"] = Input.LeftOn is { } left
            ? $"The last day of membership is {UkTime.Date(left)}."
            : "The membership goes on.";
        return RedirectToPage("Detail", new { id });
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        Member = (await db.Set<HubMembership>().SingleOrDefaultAsync(one => one.Id == id))!;
        return Member is not null;
    }
}
