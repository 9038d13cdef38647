using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Scrutiny.Recommendations;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Scrutiny.Reviews;

/// <summary>One sitting: who presented for whom, what was said, and what was recommended.</summary>
[Access(Permission.SeeScrutiny)]
public sealed class DetailModel(MoothallDb db, TimeProvider clock) : PageModel
{
    private const int March = 3;

    public ScrutinyReview Review { get; private set; } = null!;

    /// <summary>Posts with their agencies, in order.</summary>
    public IReadOnlyList<(string Post, string Organisation)> Presenters { get; private set; } = [];
    public IReadOnlyList<RecommendationLine> Lines { get; private set; } = [];

    /// <summary>Who of council, police and fire is missing from an annual review, in a sentence (S3-16).</summary>
    public string Missing { get; private set; } = "";

    /// <summary>Whether an annual review is not in March (S3-14).</summary>
    public bool IsOutOfSeason =>
        Review.Details.IsAnnual == true && Review.Details.MeetsOn!.Value.Month != March;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var review = await db.Set<ScrutinyReview>()
            .AsNoTracking()
            .Include(one => one.Presenters)
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (review is null)
        {
            return NotFound();
        }

        Review = review;
        var ids = review.Presenters.ConvertAll(one => one.OrganisationId);
        var known = await db.Set<Organisation>()
            .AsNoTracking()
            .Where(one => ids.Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, cancel);
        var presenters = review
            .Presenters.OrderBy(one => one.Order)
            .Select(one => (one.Post, Organisation: known[one.OrganisationId]))
            .ToList();
        Presenters = presenters.ConvertAll(one => (one.Post, one.Organisation.Name));
        if (review.Details.IsAnnual == true)
        {
            Missing = JointPresenting.Words(
                JointPresenting.Missing(
                    presenters.ConvertAll(one =>
                        (one.Organisation.Name, one.Organisation.IsResponsibleAuthority, one.Post)
                    )
                ),
                review.Details.Status == ReviewStatus.Held
            );
        }

        Lines = await RecommendationList.LinesAsync(
            db,
            db.Set<ScrutinyRecommendation>()
                .AsNoTracking()
                .Where(one => one.ReviewId == id)
                .OrderBy(one => one.Details.Number)
                .ThenBy(one => one.Id),
            UkTime.Today(clock),
            cancel
        );
        return Page();
    }
}
