using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Begins a new episode of a closed case (settled 2).</summary>
[Access(Permission.ManageCases)]
public sealed class ReopenModel(
    MoothallDb db,
    CaseFinder finder,
    HubViewers viewers,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public ReasonForm Input { get; set; } = new();

    public HubCase Case { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        Case = (await finder.ToManageAsync(reference, cancel))!;
        return Case is null ? NotFound() : Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        Case = (await finder.ToManageAsync(reference, cancel))!;
        if (Case is null)
        {
            return NotFound();
        }

        var viewer = await viewers.CurrentAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        if (ModelState.IsValid && Case.Reopen(Input.Why, now, viewer.Name) is { } problem)
        {
            ModelState.AddModelError("Input.Why", problem);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The case is open again.";
        return Redirect($"/Cases/{Case.Reference}");
    }
}
