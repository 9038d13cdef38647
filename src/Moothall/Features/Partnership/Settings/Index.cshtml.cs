using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Settings;

/// <summary>The partnership's name, area, colour and protocol (S1-P1, S1-P3).</summary>
[Access(Permission.ManagePartnership)]
public sealed class IndexModel(MoothallDb db) : PageModel
{
    [BindProperty]
    public SettingsInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public async Task OnGetAsync()
    {
        var own = await db.Set<PartnershipSettings>().AsNoTracking().SingleAsync();
        (Input, Version) = (SettingsInput.Of(own), own.Version);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid && Masthead.UnreadableColour(Input.Colour) is { } problem)
        {
            ModelState.AddModelError("Input.Colour", problem);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var own = await db.Set<PartnershipSettings>().SingleAsync();
        db.Expect(own, Version);
        Input.ApplyTo(own);
        await db.SaveChangesAsync();
        TempData["Notice"] = "The settings are saved.";
        return RedirectToPage();
    }
}
