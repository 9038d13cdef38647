using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Plan.Progress;
using Moothall.Features.Scrutiny.Recommendations;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Scrutiny.Replies;

/// <summary>Enters the reply of one recipient: its own people, or the team for it (R4.7).</summary>
[Access(Permission.AnswerScrutiny)]
public sealed class GiveModel(MoothallDb db, CurrentUser user, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReplyDetails Details { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public ScrutinyRecommendation Recommendation { get; private set; } = null!;
    public string Agency { get; private set; } = "";

    /// <summary>How the reply stands as it is kept.</summary>
    public ReplyState State { get; private set; } = null!;

    private const string Given =
        "This reply was given. Ask the Community Safety Team if it must be corrected.";

    private ScrutinyReply reply = null!;

    // The committee may have read it: what was given is corrected by those who keep the register.
    private bool StaysAsGiven =>
        reply.Details.RepliedOn is not null && !user.May(Permission.KeepScrutiny);

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await RefusalAsync(cancel) is { } refusal)
        {
            return refusal;
        }

        if (StaysAsGiven)
        {
            Refusal.Because(HttpContext, Given);
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Version = reply.Version;
        Details = new()
        {
            Answer = reply.Details.Answer,
            Words = reply.Details.Words,
            Proposed = reply.Details.Proposed,
            RepliedOn = reply.Details.RepliedOn ?? UkTime.Today(clock),
        };
        return Page();
    }

    /// <summary>Keeps the reply.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await RefusalAsync(cancel) is { } refusal)
        {
            return refusal;
        }

        var dated = Recommendation.Details.DatedOn!.Value;
        if (Details.RepliedOn < dated || Details.RepliedOn > UkTime.Today(clock))
        {
            ModelState.AddModelError(
                "Details.RepliedOn",
                $"The day is between {UkTime.Date(dated)}, the date of the recommendation, and today."
            );
        }

        // Of two colleagues who write at once the second is shown both; what they saw as given they cannot change.
        if (StaysAsGiven && Version == reply.Version)
        {
            ModelState.AddModelError("", Given);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Expect(reply, Version);
        (reply.Details, reply.ByName) = (Details, user.Name);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The reply is kept.";
        return Redirect($"/Scrutiny/Recommendations/{Recommendation.Id}#replies");
    }

    private async Task<IActionResult?> RefusalAsync(CancellationToken cancel)
    {
        if (
            await db.Set<ScrutinyReply>().SingleOrDefaultAsync(one => one.Id == Id, cancel)
            is not { } found
        )
        {
            return NotFound();
        }

        reply = found;
        Recommendation = await db.Set<ScrutinyRecommendation>()
            .AsNoTracking()
            .SingleAsync(one => one.Id == found.RecommendationId, cancel);
        Agency = await db.Set<Organisation>()
            .Where(one => one.Id == found.OrganisationId)
            .Select(one => one.Name)
            .SingleAsync(cancel);
        var today = UkTime.Today(clock);
        State = ReplyState.Of(found, Recommendation, today);
        var verdict = ScrutinyAccess.MayReply(
            user.May(Permission.KeepScrutiny),
            user.May(Permission.AnswerScrutiny),
            await ProgressDuty.OrganisationsAsync(db, user, today, cancel),
            found.OrganisationId
        );
        if (verdict.Allowed)
        {
            return null;
        }

        Refusal.Because(HttpContext, verdict.Reason);
        return StatusCode(StatusCodes.Status403Forbidden);
    }
}
