using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;

namespace Moothall.Features.Plan;

/// <summary>Adds something to an action or a priority, or changes it: a measure, a milestone, money, evidence.</summary>
/// <typeparam name="TPart">What is kept.</typeparam>
/// <typeparam name="TDetails">What one says of it.</typeparam>
public abstract class PartPage<TPart, TDetails>(MoothallDb db) : PageModel
    where TPart : PlanPart<TDetails>
    where TDetails : class, new()
{
    /// <summary>The action or the priority it is about.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid About { get; set; }

    /// <summary>The one to change; nothing where one is added.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public TDetails Details { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public PlanPlace Place { get; private set; } = null!;

    /// <summary>A new one about a place.</summary>
    protected abstract TPart Make(PlanPlace place);

    /// <summary>What is wrong beyond single fields, with the field's name.</summary>
    protected virtual (string Field, string Problem)? Wrong(TDetails details) => null;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } part)
        {
            return NotFound();
        }

        (Details, Version) = (part.Details, part.Version);
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } part)
        {
            return NotFound();
        }

        if (Wrong(Details) is { } wrong)
        {
            ModelState.AddModelError($"Details.{wrong.Field}", wrong.Problem);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Id is null)
        {
            db.Add(part);
        }
        else
        {
            db.Expect(part, Version);
        }

        part.Details = Details;
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "It is saved.";
        return Redirect(Place.Path);
    }

    private async Task<TPart?> FindAsync(CancellationToken cancel)
    {
        if (await PlanPlace.FindAsync(db, About, cancel) is not { } place)
        {
            return null;
        }

        Place = place;
        return Id is null
            ? Make(place)
            : await db.Set<TPart>()
                .SingleOrDefaultAsync(
                    one =>
                        one.Id == Id && (one.PlanActionId == About || one.PlanPriorityId == About),
                    cancel
                );
    }
}
