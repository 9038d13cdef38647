using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Shows a member of the Community Safety Team the exact text and takes their signature under it (S1-7.2j).</summary>
[Access(Permission.SignMinutes)]
public sealed class SignModel(MoothallDb db, HubViewers viewers, MinutesSigning signing) : PageModel
{
    public Minutes Minutes { get; private set; } = null!;
    public Verdict MaySign { get; private set; } = null!;
    public Verdict Seal { get; private set; } = null!;
    public Paper? Paper { get; private set; }

    /// <summary>Who can sign as things stand, where that stands in the way.</summary>
    public string? Warning { get; private set; }

    /// <summary>Hash of the text on the page, sent with the signature: one signs what one was shown.</summary>
    [BindProperty]
    public string ShownHash { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid meetingId)
    {
        if (!await FindAsync(meetingId))
        {
            return NotFound();
        }

        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(Guid meetingId)
    {
        if (!await FindAsync(meetingId))
        {
            return NotFound();
        }

        var verdict = await signing.SignAsync(Minutes, ShownHash);
        if (!verdict.Allowed)
        {
            ModelState.AddModelError("", verdict.Reason);
            return await ShowAsync();
        }

        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            // A signature or an edit came between: read it again, then decide.
            db.ChangeTracker.Clear();
            await FindAsync(meetingId);
            ModelState.AddModelError(
                "",
                "Somebody signed or changed these minutes at the same moment, so yours was not recorded. Look at them again."
            );
            return await ShowAsync();
        }

        TempData["Notice"] =
            Minutes.Status == MinutesStatus.Released
                ? "Signed. Both signatures are there, so the minutes are released and can no longer be changed."
                : $"Signed. {signing.ToldTheOthers}";
        return LocalRedirect($"/Minutes/{meetingId}");
    }

    private async Task<bool> FindAsync(Guid meetingId)
    {
        var found = await db.FindMinutesAsync(meetingId, await viewers.CurrentAsync());
        Minutes = found!;
        return found is not null;
    }

    private async Task<PageResult> ShowAsync()
    {
        ShownHash = Minutes.CurrentHash;
        ModelState.Remove(nameof(ShownHash));
        (MaySign, Seal) = (
            await signing.MaySignAsync(Minutes, ShownHash),
            MinutesSeal.Check(Minutes)
        );
        Warning = await signing.WarningAsync(Minutes);
        if (Seal.Allowed)
        {
            Paper = MinutesPaper.For(
                await MinutesCopy.ForAsync(db, Minutes, await viewers.CurrentAsync())
            );
        }

        return Page();
    }
}
