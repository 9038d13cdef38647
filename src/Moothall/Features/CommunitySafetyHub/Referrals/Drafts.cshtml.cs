using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Forms;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>A draft as its writer's list shows it.</summary>
public sealed record DraftLine(Guid FormId, string Title, string SavedAt, string Address);

/// <summary>One's own referrals that are not sent yet, and where the form saves itself.</summary>
[Access(Permission.MakeReferral)]
public sealed class DraftsModel(
    MoothallDb db,
    HubViewers viewers,
    ReferralDrafts drafts,
    PostedValues posted,
    HeldForms heldForms,
    CurrentUser user,
    TimeProvider clock
) : PageModel
{
    /// <summary>The drafts, latest first.</summary>
    public IReadOnlyList<DraftLine> Lines { get; private set; } = [];

    /// <summary>Shows the list. What was saved after the session had ended becomes the draft it was meant to be (settled 22).</summary>
    public async Task<IActionResult> OnGetAsync(Guid? held, CancellationToken cancel)
    {
        if (held is { } id)
        {
            // This page has no field to refill, so the promise that it did is taken back.
            TempData.Remove("Notice");
            if (await heldForms.TakeAsync(id, user.Id, Request.Path) is { } kept)
            {
                await drafts.SaveHeldAsync(kept, cancel);
                await db.SaveChangesAsync(cancel);
                TempData["Notice"] =
                    "You were signed out before your draft was saved. It is saved now. Only you can see it.";
            }

            return LocalRedirect("/Referrals/Drafts");
        }

        var own = await drafts.Own.OrderByDescending(draft => draft.SavedAt).ToListAsync(cancel);
        var forms = own.ConvertAll(draft => draft.FormId);
        var viewer = await viewers.CurrentAsync(cancel);
        var returned = await db.Set<Referral>()
            .VisibleTo(viewer, db)
            .Where(referral => forms.Contains(referral.Id))
            .Select(referral => new { referral.Id, referral.Reference })
            .ToDictionaryAsync(referral => referral.Id, referral => referral.Reference, cancel);
        Lines =
        [
            .. own.Select(draft => new DraftLine(
                draft.FormId,
                TitleOf(draft),
                UkTime.Short(draft.SavedAt),
                returned.TryGetValue(draft.FormId, out var reference)
                    ? $"/Referrals/{reference}/Edit?draft={draft.FormId}"
                    : $"/Referrals/New?draft={draft.FormId}"
            )),
        ];
        return Page();
    }

    /// <summary>The form saving itself while it is filled in; answers with the time for its status line.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        await SaveAsync(cancel)
        ?? new JsonResult(new { savedAt = UkTime.Clock(clock.GetUtcNow().UtcDateTime) });

    /// <summary>Save and finish later. It may be pressed as often as one likes, so it doesn't use up the form's key.</summary>
    public async Task<IActionResult> OnPostLaterAsync(CancellationToken cancel)
    {
        if (await SaveAsync(cancel) is { } refused)
        {
            return refused;
        }

        TempData["Notice"] = "Your draft is saved. Only you can see it.";
        Response.Headers.Location = "/Referrals/Drafts";
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>Gives a draft up.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(Guid formId, CancellationToken cancel)
    {
        if (!await drafts.Own.AnyAsync(draft => draft.FormId == formId, cancel))
        {
            return NotFound();
        }

        await drafts.ForgetAsync(formId, cancel);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The draft has been deleted.";
        return LocalRedirect("/Referrals/Drafts");
    }

    private async Task<IActionResult?> SaveAsync(CancellationToken cancel)
    {
        var form = await Request.ReadFormAsync(cancel);
        if (!Guid.TryParse(form["Input.FormId"], out var formId) || formId == Guid.Empty)
        {
            return BadRequest();
        }

        await drafts.SaveAsync(formId, form, cancel);
        return null;
    }

    private string TitleOf(ReferralDraft draft)
    {
        var title = posted
            .Unprotect(draft.Values)
            .GetValueOrDefault("Input.Details.Title")
            ?.FirstOrDefault();
        return string.IsNullOrWhiteSpace(title) ? "No title yet" : title;
    }
}
