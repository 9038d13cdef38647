using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Bodies.BodyMembers;

/// <summary>Gives a member of a body a last day; the row stays.</summary>
[Access(Permission.KeepBodies)]
public sealed class EndModel(MoothallDb db, TimeProvider clock) : PageModel
{
    [BindProperty]
    [Field("Last day", Required = "Enter the last day")]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public BodyMember Member { get; private set; } = null!;

    /// <summary>Asks for the day.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        (Until, Version) = (UkTime.Today(clock), Member.Version);
        return Page();
    }

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (Until < Member.From)
        {
            ModelState.AddModelError(
                nameof(Until),
                $"The first day was {UkTime.Date(Member.From)}. Enter a later day."
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Expect(Member, Version);
        Member.Until = Until;
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = $"{Member.Words} is on the body until {UkTime.Date(Until!.Value)}.";
        return Redirect($"/Bodies/{Member.BodyId}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        Member = (
            await db.Set<BodyMember>()
                .Include(one => one.Organisation)
                .SingleOrDefaultAsync(one => one.Id == id, cancel)
        )!;
        return Member is not null;
    }
}
