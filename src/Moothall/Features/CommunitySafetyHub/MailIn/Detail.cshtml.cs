using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>One message with what can be said of its sender, and the three ways on.</summary>
[Access(Permission.ConfirmMail)]
public sealed class DetailModel(MoothallDb db, MessageDesk desk, MessageReferrals referrals)
    : PageModel
{
    /// <summary>The message.</summary>
    public OpenMessage Open { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) ? Page() : NotFound();

    /// <summary>Begins a referral from it, or goes on with one's own.</summary>
    public async Task<IActionResult> OnPostReferralAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (Open.Message.IsSettled)
        {
            ModelState.AddModelError(
                "",
                $"This message has been dealt with already. {Open.Message.SettledWords()}"
            );
            return Page();
        }

        await referrals.BeginAsync(Open, cancel);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect($"/Referrals/New?draft={Open.Message.Id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        Open = (await desk.FindAsync(id, cancel))!;
        return Open is not null;
    }
}
