using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Priorities;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Actions;

/// <summary>Chooses what priorities an action serves, where they are not those of its case (S0-9).</summary>
[Access(Permission.RunMeeting)]
public sealed class PrioritiesModel(
    MoothallDb db,
    HubViewers viewers,
    CaseChoices choices,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    [Field(
        "Priorities it serves",
        Hint = "Those of the commissioner and of the partnership. Leave all empty where it serves what its case serves.",
        Conditional = true
    )]
    public List<Guid> Chosen { get; set; } = [];

    /// <summary>The version the person started from.</summary>
    [BindProperty]
    public int Version { get; set; }

    public HubAction Action { get; private set; } = null!;

    /// <summary>Priorities in force today, and those the action has already.</summary>
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        (Version, Chosen) = (Action.Version, Action.Priorities.ConvertAll(one => one.Id));
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        // What is over meanwhile cannot be newly chosen, whatever an old page offers.
        if (Chosen.Exists(one => Choices.All(choice => choice.Value != one.ToString())))
        {
            ModelState.AddModelError(nameof(Chosen), "Choose priorities from the list.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var wanted = await db.Set<Priority>()
            .Where(one => Chosen.Contains(one.Id))
            .ToListAsync(cancel);
        var viewer = await viewers.CurrentAsync(cancel);
        if (Action.Serve(wanted, clock.GetUtcNow().UtcDateTime, viewer.Name))
        {
            db.ExpectWhole(Action, Version);
        }

        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The priorities of the action are changed.";
        return Redirect($"/Actions/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Set<HubAction>()
            .VisibleTo(await viewers.CurrentAsync(cancel), db)
            .Include(action => action.Priorities)
            .SingleOrDefaultAsync(action => action.Id == id, cancel);
        if (found is null)
        {
            return false;
        }

        Action = found;
        Choices = await choices.PrioritiesAsync(found.Priorities, cancel);
        return true;
    }
}
