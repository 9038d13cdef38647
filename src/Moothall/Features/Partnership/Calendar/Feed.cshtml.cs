using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Email;

namespace Moothall.Features.Partnership.Calendar;

/// <summary>A person's own address at which their calendar programme reads: made, made anew, withdrawn.</summary>
[Access(Permission.SeeCalendar)]
public sealed class FeedModel(CalendarFeeds feeds, CurrentUser user, Notices notices) : PageModel
{
    /// <summary>The address that works now, without its secret part.</summary>
    public CalendarFeed? Feed { get; private set; }

    /// <summary>The whole address, once, just after it was made.</summary>
    public string? Address { get; private set; }

    /// <summary>Shows whether there is one.</summary>
    public async Task OnGetAsync(CancellationToken cancel) =>
        Feed = await feeds.OfAsync(user.Id, cancel);

    /// <summary>Makes one and shows it, this once.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Address = notices.PublicAddress + await feeds.MakeAsync(user.Id, cancel);
        Feed = await feeds.OfAsync(user.Id, cancel);
        return Page();
    }

    /// <summary>Withdraws it.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        await feeds.WithdrawAsync(user.Id, cancel);
        TempData["Notice"] = "The address no longer works.";
        return Redirect("/Calendar/Feed");
    }
}
