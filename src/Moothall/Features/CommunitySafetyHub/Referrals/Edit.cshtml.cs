using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Forms;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>A referral that was returned for information, completed and sent again.</summary>
[Access(Permission.MakeReferral)]
public sealed class EditModel(
    MoothallDb db,
    ReferralChoices choices,
    ReferralDrafts drafts,
    ReferralWriter writer,
    ReferralNotices notices,
    PostedValues posted,
    TimeProvider clock
) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public ReferralForm Input { get; set; } = new();

    /// <summary>The save of the referral that the form started from.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The referral as it stands.</summary>
    public Referral Referral { get; private set; } = null!;

    /// <summary>Which meeting it makes if it is sent again now.</summary>
    public LatenessDecision? Meeting { get; private set; }

    /// <summary>Shows what was sent, or a draft of its completion.</summary>
    public async Task<IActionResult> OnGetAsync(
        string reference,
        Guid? draft,
        CancellationToken cancel
    )
    {
        if (await ShowAsync(reference, cancel) is { } refused)
        {
            return refused;
        }

        (Input, Version) = (ReferralForm.Of(Referral), Referral.Version);
        if (draft is { } formId)
        {
            if (formId != Referral.Id || await drafts.FindAsync(formId, cancel) is not { } kept)
            {
                return NotFound();
            }

            posted.Refill(ModelState, kept);
        }

        if (ModelState.Count == 0)
        {
            FormRows.AtLeastOne(Input);
        }
        else
        {
            FormRows.Size(ModelState, Input);
        }

        return Page();
    }

    /// <summary>Adds or removes a row and shows the form again.</summary>
    public async Task<IActionResult> OnPostRowsAsync(
        string reference,
        string? rows,
        CancellationToken cancel
    )
    {
        if (await ShowAsync(reference, cancel) is { } refused)
        {
            return refused;
        }

        FormRows.Change(ModelState, Input, rows);
        return Page();
    }

    /// <summary>Sends it again.</summary>
    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (await ShowAsync(reference, cancel) is { } refused)
        {
            return refused;
        }

        // The referring organisation and the hub stay those of the first sending.
        (Input.OrganisationId, Input.BodyId) = (Referral.OrganisationId, Referral.BodyId);
        if (!await writer.CheckAsync(Input, ModelState, Referral, cancel))
        {
            FormRows.Size(ModelState, Input);
            return Page();
        }

        db.Expect(Referral, Version);
        await writer.SendAgainAsync(Referral, Input, cancel);
        await drafts.ForgetAsync(Referral.Id, cancel);
        await notices.ReceivedAsync(Referral, cancel);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = $"{Referral.Reference} has been sent again.";
        return LocalRedirect($"/Referrals/{Referral.Reference}");
    }

    private async Task<IActionResult?> ShowAsync(string reference, CancellationToken cancel)
    {
        await choices.LoadAsync(cancel);
        var found = await ReferralView.LoadAsync(db, choices.Viewer, reference, cancel);
        if (found is null)
        {
            return NotFound();
        }

        Referral = found;
        if (!ReferralAccess.CanEdit(found, choices.Viewer))
        {
            TempData["Notice"] = "This referral cannot be changed now.";
            return LocalRedirect($"/Referrals/{found.Reference}");
        }

        Input.FormId = found.Id;
        var now = clock.GetUtcNow().UtcDateTime;
        Meeting = await MeetingsAhead.DecideAsync(db, found.BodyId, now, cancel);
        return null;
    }
}
