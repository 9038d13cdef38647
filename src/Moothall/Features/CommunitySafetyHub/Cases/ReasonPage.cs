using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>A page on which whoever runs the hub does one thing to a case and says why.</summary>
public abstract class ReasonPage(
    MoothallDb db,
    CaseFinder finder,
    HubViewers viewers,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public ReasonForm Input { get; set; } = new();

    public HubCase Case { get; private set; } = null!;

    /// <summary>What the page says when it is done.</summary>
    protected abstract string Done { get; }

    /// <summary>Does it; what is in the way, in words, or nothing.</summary>
    protected abstract string? Do(string why, DateTime now, string byName);

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
        if (ModelState.IsValid && Do(Input.Why, now, viewer.Name) is { } problem)
        {
            ModelState.AddModelError("Input.Why", problem);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = Done;
        return Redirect($"/Cases/{Case.Reference}");
    }
}
