using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Scrutiny.Requests;

/// <summary>Records a request, or changes what is said of it.</summary>
[Access(Permission.KeepScrutiny)]
public sealed class NewModel(MoothallDb db, TimeProvider clock) : PageModel
{
    private const string Answered =
        "The information was given. What was asked for stays as it was.";

    /// <summary>The one to change; nothing where one is recorded.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public RequestDetails Details { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Id is null)
        {
            Details.Committee =
                await Scrutiny
                    .IndexModel.Latest(db)
                    .Select(one => one.Details.Committee)
                    .FirstOrDefaultAsync(cancel)
                ?? "";
            return Page();
        }

        if (await FindAsync(cancel) is not { } found)
        {
            return NotFound();
        }

        if (found.Release.GivenOn is not null)
        {
            Refusal.Because(HttpContext, Answered);
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        (Details, Version) = (found.Details, found.Version);
        return Page();
    }

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var found = Id is null ? null : await FindAsync(cancel);
        if (Id is not null && found is null)
        {
            return NotFound();
        }

        if (found?.Release.GivenOn is not null)
        {
            ModelState.AddModelError("", Answered);
        }

        if (Details.AskedOn > UkTime.Today(clock))
        {
            ModelState.AddModelError(
                "Details.AskedOn",
                "What has been asked is not dated after today."
            );
        }

        if (Details.By < Details.AskedOn)
        {
            ModelState.AddModelError(
                "Details.By",
                "The day to give it by is not before the day it was asked for."
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (found is null)
        {
            found = new() { Details = Details };
            db.Add(found);
        }
        else
        {
            db.Expect(found, Version);
            found.Details = Details;
        }

        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The request is saved.";
        return Redirect($"/Scrutiny/Requests/{found.Id}");
    }

    private Task<InformationRequest?> FindAsync(CancellationToken cancel) =>
        db.Set<InformationRequest>().SingleOrDefaultAsync(one => one.Id == Id, cancel);
}
