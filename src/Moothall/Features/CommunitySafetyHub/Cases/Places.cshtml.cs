using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>A place of a case as the form asks.</summary>
public sealed class PlaceDetails
{
    [Field("Address, place or area", Required = "Enter the address, place or area", Limit = 400)]
    public string Description { get; set; } = "";

    [Field("Postcode", Limit = 10, Width = 10)]
    public string Postcode { get; set; } = "";
}

/// <summary>Adds or changes a place of a case.</summary>
[Access(Permission.ManageCases)]
public sealed class PlacesModel(
    MoothallDb db,
    CaseFinder finder,
    HubViewers viewers,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public PlaceDetails Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public HubCase Case { get; private set; } = null!;

    /// <summary>The place being changed; nothing while one is added.</summary>
    public CasePlace? Place { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(
        string reference,
        Guid? id,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(reference, id, cancel))
        {
            return NotFound();
        }

        if (Place is { } place)
        {
            Version = place.Version;
            Input = new() { Description = place.Description, Postcode = place.Postcode };
        }

        return Page();
    }

    /// <summary>Saves the place.</summary>
    public async Task<IActionResult> OnPostAsync(
        string reference,
        Guid? id,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(reference, id, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var place = Place ?? new CasePlace { CaseId = Case.Id, Description = "" };
        var words = Place is null ? "Place added" : "Place changed";
        if (Place is null)
        {
            db.Add(place);
        }
        else
        {
            db.Expect(place, Version);
        }

        place.Description = Input.Description;
        place.Postcode = PersonRules.Postcode(Input.Postcode) ?? Input.Postcode;
        Case.Happened(
            CaseEventKind.PeopleChanged,
            clock.GetUtcNow().UtcDateTime,
            (await viewers.CurrentAsync(cancel)).Name,
            $"{words}: {place.Description} {place.Postcode}".Trim()
        );
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = $"{words}.";
        return Redirect($"/Cases/{Case.Reference}");
    }

    private async Task<bool> LoadAsync(string reference, Guid? id, CancellationToken cancel)
    {
        if (await finder.ToManageAsync(reference, cancel) is not { } found)
        {
            return false;
        }

        Case = found;
        Place = id is null
            ? null
            : await db.Set<CasePlace>()
                .SingleOrDefaultAsync(one => one.Id == id && one.CaseId == found.Id, cancel);
        return id is null || Place is not null;
    }
}
