using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.CommunitySafetyHub.MailIn;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Forms;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>A referral on one page, in five minutes (S1-5.6, C2: sent here, not to a mailbox).</summary>
[Access(Permission.MakeReferral)]
public sealed class NewModel(
    MoothallDb db,
    ReferralChoices choices,
    ReferralDrafts drafts,
    ReferralWriter writer,
    ReferralNotices notices,
    MessageReferrals messages,
    PostedValues posted,
    TimeProvider clock
) : PageModel
{
    /// <summary>The form.</summary>
    [BindProperty]
    public ReferralForm Input { get; set; } = new();

    /// <summary>What of the message goes with it, where it was begun from one.</summary>
    [BindProperty]
    [Field(
        "Attach to the referral",
        Conditional = true,
        Hint = "Whoever sees the referral can open what is ticked, the organisation that refers too. Take the tick from what is about another matter: it stays with the team."
    )]
    public List<Guid> Ticked { get; set; } = [];

    /// <summary>Which meeting it makes if it is sent now.</summary>
    public LatenessDecision? Meeting { get; private set; }

    /// <summary>The message that the form was begun from, shown beside it to the team.</summary>
    public OpenMessage? Message { get; private set; }

    /// <summary>An empty form, or a draft of one's own.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? draft, CancellationToken cancel)
    {
        await ShowAsync(cancel);
        var own = choices.Organisations.FirstOrDefault(one =>
            one.Id == choices.Viewer.OrganisationId
        );
        var (gateway, because) = SharingGateways.Usual(
            own?.IsResponsibleAuthority == true,
            choices.AreaName
        );
        (Input.Details.Gateway, Input.Details.MayShareBecause) = (gateway, because);
        Input.OrganisationId = own?.Id;
        if (draft is { } formId)
        {
            if (await drafts.FindAsync(formId, cancel) is not { } kept)
            {
                return NotFound();
            }

            posted.Refill(ModelState, kept);
            Message = await messages.OfAsync(formId, cancel);
        }

        FormRows.Size(ModelState, Input);
        return Page();
    }

    /// <summary>Adds or removes a row and shows the form again.</summary>
    public async Task<IActionResult> OnPostRowsAsync(string? rows, CancellationToken cancel)
    {
        await ShowAsync(cancel);
        Message = await messages.OfAsync(Input.FormId, cancel);
        FormRows.Change(ModelState, Input, rows);
        return Page();
    }

    /// <summary>Sends the referral; its draft is forgotten with the same save.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        Message = await messages.OfAsync(Input.FormId, cancel);
        MessageReferrals.Check(Message, Input, ModelState);
        if (!await writer.CheckAsync(Input, ModelState, earlier: null, cancel))
        {
            FormRows.Size(ModelState, Input);
            return Page();
        }

        var referral = await writer.CreateAsync(Input, cancel);
        if (Message is { } message)
        {
            await messages.CarryAsync(message, referral, Ticked, cancel);
        }

        await drafts.ForgetAsync(Input.FormId, cancel);
        await notices.ReceivedAsync(referral, cancel);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = $"Your referral has been sent. Its reference is {referral.Reference}.";
        return LocalRedirect($"/Referrals/{referral.Reference}");
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        await choices.LoadAsync(cancel);
        if (writer.BodyOf(Input) is { } body)
        {
            Meeting = await MeetingsAhead.DecideAsync(
                db,
                body,
                clock.GetUtcNow().UtcDateTime,
                cancel
            );
        }
    }
}
