using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Scrutiny.Reviews;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Scrutiny.Recommendations;

/// <summary>Records a recommendation, of a sitting where it comes from one.</summary>
[Access(Permission.KeepScrutiny)]
public sealed class NewModel(MoothallDb db, TimeProvider clock) : RecommendationForm(db, clock)
{
    private readonly MoothallDb db = db;

    /// <summary>The sitting it comes from.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Review { get; set; }

    /// <summary>Shows the form, addressed as usual and dated with the sitting.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Review is { } id)
        {
            var review = await db.Set<ScrutinyReview>()
                .AsNoTracking()
                .SingleOrDefaultAsync(one => one.Id == id, cancel);
            if (review is null)
            {
                return NotFound();
            }

            HasReview = true;
            Details.DatedOn =
                review.Details.Status == ReviewStatus.Held ? review.Details.MeetsOn : null;
        }

        Details.Kind = RecommendationKind.Partnership;
        Input.Recipients = await UsualRecipientsAsync(cancel);
        await ListAsync(cancel);
        return Page();
    }

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (
            Review is { } id
            && !await db.Set<ScrutinyReview>().AnyAsync(one => one.Id == id, cancel)
        )
        {
            return NotFound();
        }

        HasReview = Review is not null;
        await ListAsync(cancel);
        Check([]);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var one = new ScrutinyRecommendation { ReviewId = Review, Details = Details };
        db.Add(one);
        ApplyTo(one, await ScrutinyLaw.ReadAsync(db, cancel));
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The recommendation is recorded.";
        return Redirect($"/Scrutiny/Recommendations/{one.Id}");
    }
}
