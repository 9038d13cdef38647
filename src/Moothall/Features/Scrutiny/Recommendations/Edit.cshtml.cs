using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Scrutiny.Recommendations;

/// <summary>Changes a recommendation and to whom it is addressed.</summary>
[Access(Permission.KeepScrutiny)]
public sealed class EditModel(MoothallDb db, TimeProvider clock) : RecommendationForm(db, clock)
{
    private readonly MoothallDb db = db;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } one)
        {
            return NotFound();
        }

        (Details, Version) = (one.Details, one.Version);
        Input = new()
        {
            Recipients =
                one.Details.Kind == RecommendationKind.Partnership
                    ? one.Replies.ConvertAll(reply => reply.OrganisationId)
                    // Offered in case it turns out to be the partnership's.
                    : await UsualRecipientsAsync(cancel),
            OwnerId = one.OwnerId,
            PartnerId = one.PartnerId,
        };
        await ListAsync(cancel);
        return Page();
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } one)
        {
            return NotFound();
        }

        await ListAsync(cancel);
        var names = Organisations.ToDictionary(item => Guid.Parse(item.Value), item => item.Text);
        Check(
            [
                .. one
                    .Replies.Where(reply => reply.Details.RepliedOn is not null)
                    .Select(reply => (reply.OrganisationId, names[reply.OrganisationId])),
            ],
            one.Details.DatedOn
        );
        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Expect(one, Version);
        ApplyTo(one, await ScrutinyLaw.ReadAsync(db, cancel));
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The recommendation is saved.";
        return Redirect($"/Scrutiny/Recommendations/{Id}");
    }

    private async Task<ScrutinyRecommendation?> FindAsync(CancellationToken cancel)
    {
        var one = await db.Set<ScrutinyRecommendation>()
            .Include(found => found.Replies)
            .SingleOrDefaultAsync(found => found.Id == Id, cancel);
        HasReview = one?.ReviewId is not null;
        // What is closed stays as it was closed; it can be opened again.
        return one is { Status: RecommendationStatus.Open } ? one : null;
    }
}
