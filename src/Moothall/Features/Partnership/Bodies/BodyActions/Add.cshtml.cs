using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Bodies.BodyActions;

/// <summary>Puts an action on a body's log.</summary>
[Access(Permission.KeepBodies)]
public sealed class AddModel(MoothallDb db) : PageModel
{
    [BindProperty]
    public BodyActionDetails Details { get; set; } = new();

    [BindProperty]
    [Field("Organisation that owns it", Required = "Choose the organisation that owns it")]
    public Guid? OwnerId { get; set; }

    public int Version { get; private set; }
    public Guid BodyId { get; private set; }
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) ? Page() : NotFound();

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (OwnerId is { } owner && Organisations.All(one => one.Value != owner.ToString()))
        {
            ModelState.AddModelError(nameof(OwnerId), "Choose an organisation from the list.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Add(
            new BodyAction
            {
                BodyId = id,
                Number = 1 + await db.Set<BodyAction>().CountAsync(one => one.BodyId == id, cancel),
                Details = Details,
                OwnerId = OwnerId!.Value,
            }
        );
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The action is added.";
        return Redirect($"/Bodies/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        BodyId = id;
        Organisations = await db.Set<Organisation>()
            .OrderBy(one => one.Name)
            .Select(one => new Choice(one.Name, one.Id))
            .ToItemsAsync(cancel);
        // The weekly hub keeps its own actions.
        return await db.Set<GovernanceBody>()
            .AnyAsync(one => one.Id == id && one.Type != BodyType.Hub, cancel);
    }
}
