using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Scrutiny.Requests;

/// <summary>Answers the two gates and records what was given. The answers may be kept before anything is given.</summary>
[Access(Permission.KeepScrutiny)]
public sealed class GiveModel(MoothallDb db, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReleaseDetails Details { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What was asked.</summary>
    public RequestDetails Asked { get; private set; } = null!;

    private InformationRequest request = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        (Details, Version) = (request.Release, request.Version);
        return Page();
    }

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        foreach (
            var (field, problem) in ReleaseGates.Problems(
                Details,
                Asked.AskedOn!.Value,
                UkTime.Today(clock)
            )
        )
        {
            ModelState.AddModelError($"Details.{field}", problem);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Expect(request, Version);
        request.Release = Details;
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "It is saved.";
        return Redirect($"/Scrutiny/Requests/{Id}");
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        var found = await db.Set<InformationRequest>()
            .SingleOrDefaultAsync(one => one.Id == Id, cancel);
        if (found is null)
        {
            return false;
        }

        (request, Asked) = (found, found.Details);
        return true;
    }
}
