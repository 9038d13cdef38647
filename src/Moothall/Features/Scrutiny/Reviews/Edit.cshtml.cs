using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Scrutiny.Reviews;

/// <summary>Changes a review.</summary>
[Access(Permission.KeepScrutiny)]
public sealed class EditModel(MoothallDb db, TimeProvider clock) : ReviewForm(db, clock)
{
    private readonly MoothallDb db = db;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } review)
        {
            return NotFound();
        }

        (Details, Version) = (review.Details, review.Version);
        Input.Presenters =
        [
            .. review
                .Presenters.OrderBy(one => one.Order)
                .Select(one => new PresenterInput
                {
                    OrganisationId = one.OrganisationId,
                    Post = one.Post,
                }),
        ];
        OfferMore();
        await ListAsync(cancel);
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } review)
        {
            return NotFound();
        }

        await ListAsync(cancel);
        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Expect(review, Version);
        ApplyTo(review);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The review is saved.";
        return Redirect($"/Scrutiny/Reviews/{Id}");
    }

    private Task<ScrutinyReview?> FindAsync(CancellationToken cancel) =>
        db.Set<ScrutinyReview>()
            .Include(one => one.Presenters)
            .SingleOrDefaultAsync(one => one.Id == Id, cancel);
}
