using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Scrutiny.Recommendations;

/// <summary>Closes a recommendation as done or not accepted, with the reason; or opens it again.</summary>
[Access(Permission.KeepScrutiny)]
public sealed class CloseModel(MoothallDb db, TimeProvider clock) : PageModel
{
    /// <summary>How it ends.</summary>
    public sealed class CloseInput
    {
        [Field("How it ends", Required = "Choose how it ends")]
        public RecommendationStatus? Status { get; set; }

        [Field("Closed on", Required = "Enter the day")]
        public DateOnly? On { get; set; }

        [Field(
            "In a sentence",
            Limit = 1000,
            Rows = 3,
            Required = "Say in a sentence what was done, or why it is not accepted"
        )]
        public string Because { get; set; } = "";
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public CloseInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public ScrutinyRecommendation Recommendation { get; private set; } = null!;

    /// <summary>Replies that are still owed; closing does not settle them.</summary>
    public int Owed { get; private set; }

    /// <summary>The ways in which it may end.</summary>
    public static IReadOnlyList<SelectListItem> Ends { get; } =
    [
        .. DisplayNames
            .Choices<RecommendationStatus>()
            .Where(one => one.Value != nameof(RecommendationStatus.Open)),
    ];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        (Input.On, Version) = (UkTime.Today(clock), Recommendation.Version);
        return Page();
    }

    /// <summary>Closes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (Input.Status == RecommendationStatus.Open)
        {
            ModelState.AddModelError("Input.Status", "Choose how it ends");
        }

        if (Input.On > UkTime.Today(clock) || Input.On < Recommendation.Details.DatedOn)
        {
            ModelState.AddModelError(
                "Input.On",
                $"The day is between {UkTime.Date(Recommendation.Details.DatedOn!.Value)}, when it was made, and today."
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Expect(Recommendation, Version);
        Recommendation.Close(Input.Status!.Value, Input.On!.Value, Input.Because);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The recommendation is closed.";
        return Redirect($"/Scrutiny/Recommendations/{Id}");
    }

    /// <summary>Opens it again.</summary>
    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        db.Expect(Recommendation, Version);
        Recommendation.Reopen();
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The recommendation is open again.";
        return Redirect($"/Scrutiny/Recommendations/{Id}");
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        var found = await db.Set<ScrutinyRecommendation>()
            .Include(one => one.Replies)
            .SingleOrDefaultAsync(one => one.Id == Id, cancel);
        if (found is null)
        {
            return false;
        }

        Recommendation = found;
        Owed = found.Replies.Count(reply => reply.Details.RepliedOn is null);
        return true;
    }
}
