using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Scrutiny.Reviews;

/// <summary>Plans or records a review.</summary>
[Access(Permission.KeepScrutiny)]
public sealed class NewModel(MoothallDb db, TimeProvider clock) : ReviewForm(db, clock)
{
    private readonly MoothallDb db = db;

    /// <summary>Shows the form; the committee is the one of last time, and the annual review is in March unless it is chosen otherwise (S3-14).</summary>
    public async Task OnGetAsync(bool annual, CancellationToken cancel)
    {
        Details.Committee =
            await Scrutiny
                .IndexModel.Latest(db)
                .Select(one => one.Details.Committee)
                .FirstOrDefaultAsync(cancel)
            ?? "";
        if (annual)
        {
            (Details.IsAnnual, Details.Status) = (true, ReviewStatus.Planned);
            Details.Subject =
                "The partnership’s activity in the year and its plan, with an update on each objective";
        }

        await ListAsync(cancel);
    }

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ListAsync(cancel);
        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var review = new ScrutinyReview { Details = Details };
        db.Add(review);
        ApplyTo(review);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The review is recorded.";
        return Redirect($"/Scrutiny/Reviews/{review.Id}");
    }
}
