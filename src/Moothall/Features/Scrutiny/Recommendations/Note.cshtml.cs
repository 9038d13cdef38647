using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Progress;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Scrutiny.Recommendations;

/// <summary>Says how a recommendation gets on: the agency that answers for it, or the team.</summary>
[Access(Permission.AnswerScrutiny)]
public sealed class NoteModel(MoothallDb db, CurrentUser user, TimeProvider clock) : PageModel
{
    /// <summary>What one says.</summary>
    public sealed class NoteInput
    {
        [Field(
            "How it gets on",
            Limit = 2000,
            Rows = 4,
            Required = "Say how it gets on",
            Hint = "Name nobody. What is said here stays; the next note follows it."
        )]
        public string Text { get; set; } = "";
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public NoteInput Input { get; set; } = new();

    public ScrutinyRecommendation Recommendation { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await RefusalAsync(cancel) ?? Page();

    /// <summary>Keeps the note.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await RefusalAsync(cancel) is { } refusal)
        {
            return refusal;
        }

        if (Recommendation.Status != RecommendationStatus.Open)
        {
            ModelState.AddModelError(
                "",
                "It was closed. Ask the Community Safety Team to open it again before you add to it."
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Add(
            new RecommendationNote
            {
                RecommendationId = Id,
                At = clock.GetUtcNow().UtcDateTime,
                ById = user.Id,
                ByName = user.Name,
                Text = Input.Text,
            }
        );
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The note is kept.";
        return Redirect($"/Scrutiny/Recommendations/{Id}#progress");
    }

    private async Task<IActionResult?> RefusalAsync(CancellationToken cancel)
    {
        var found = await db.Set<ScrutinyRecommendation>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == Id, cancel);
        if (found is null)
        {
            return NotFound();
        }

        Recommendation = found;
        var verdict = ScrutinyAccess.MayReport(
            user.May(Permission.KeepScrutiny),
            user.May(Permission.AnswerScrutiny),
            await ProgressDuty.OrganisationsAsync(db, user, UkTime.Today(clock), cancel),
            found.OwnerId
        );
        if (verdict.Allowed)
        {
            return null;
        }

        Refusal.Because(HttpContext, verdict.Reason);
        return StatusCode(StatusCodes.Status403Forbidden);
    }
}
