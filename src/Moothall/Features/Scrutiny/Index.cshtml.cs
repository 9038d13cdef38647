using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Progress;
using Moothall.Features.Scrutiny.Recommendations;
using Moothall.Features.Scrutiny.Reviews;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Scrutiny;

/// <summary>The register: when scrutiny next looks at the partnership, its reviews, and recommendations tracked to completion.</summary>
[Access(Permission.SeeScrutiny)]
public sealed class IndexModel(
    MoothallDb db,
    CurrentUser user,
    AuditActor actor,
    TimeProvider clock
) : PageModel
{
    private const int PageSize = 25;
    private const int LatestReviews = 5;

    [BindProperty(SupportsGet = true)]
    public RecommendationFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public DateOnly Today { get; } = UkTime.Today(clock);
    public NextLook Next { get; private set; } = null!;

    /// <summary>The latest reviews.</summary>
    public IReadOnlyList<ScrutinyReview> Reviews { get; private set; } = [];
    public int ReviewCount { get; private set; }

    /// <summary>Whether this plan year has an annual review, planned or held (S3-14).</summary>
    public bool HasAnnual { get; private set; }
    public PlanYear Year => PlanYear.Of(Today);

    public IReadOnlyList<RecommendationLine> Lines { get; private set; } = [];
    public int Pages { get; private set; }

    /// <summary>The filters as they stand in the address, for the link to the file.</summary>
    public string ExportAddress =>
        "/Scrutiny?handler=Csv" + Request.QueryString.Value?.Replace('?', '&');

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var law = await ScrutinyLaw.ReadAsync(db, cancel);
        Next = NextLook.Of(await ScrutinyReads.LastHeldAsync(db, cancel), law, Today);
        var (first, last) = (Year.First, Year.Last);
        HasAnnual = await db.Set<ScrutinyReview>()
            .AnyAsync(
                one =>
                    one.Details.IsAnnual == true
                    && one.Details.MeetsOn >= first
                    && one.Details.MeetsOn <= last,
                cancel
            );
        ReviewCount = await db.Set<ScrutinyReview>().CountAsync(cancel);
        Reviews = await Latest(db).Take(LatestReviews).ToListAsync(cancel);
        var chosen = await ChosenAsync(cancel);
        Pages = (await chosen.CountAsync(cancel) + PageSize - 1) / PageSize;
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, Pages));
        Lines = await RecommendationList.LinesAsync(
            db,
            chosen.Skip((PageNumber - 1) * PageSize).Take(PageSize),
            Today,
            cancel
        );
    }

    /// <summary>Gives the recommendations, narrowed in the same way, as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        actor.Why = "Exporting the register of scrutiny";
        var lines = await RecommendationList.LinesAsync(
            db,
            await ChosenAsync(cancel),
            Today,
            cancel
        );
        return File(
            ScrutinyCsv.Of(lines),
            "text/csv; charset=utf-8",
            $"scrutiny-{Today:yyyy-MM-dd}.csv"
        );
    }

    /// <summary>Reviews, the latest first.</summary>
    internal static IQueryable<ScrutinyReview> Latest(MoothallDb db) =>
        db.Set<ScrutinyReview>()
            .AsNoTracking()
            .OrderByDescending(one => one.Details.MeetsOn)
            .ThenBy(one => one.Id);

    private async Task<IQueryable<ScrutinyRecommendation>> ChosenAsync(CancellationToken cancel) =>
        RecommendationList.Chosen(
            db,
            Filter,
            await ProgressDuty.OrganisationsAsync(db, user, Today, cancel),
            Today
        );
}
