using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Email;

namespace Moothall.Features.Admin.Mail;

/// <summary>How mail is set up, what waits and why, and a test message. Nothing here tells who was written to.</summary>
[Access(Permission.ManageAccounts)]
public sealed class IndexModel(
    MoothallDb db,
    Notices notices,
    CurrentUser user,
    IServiceProvider services,
    IOptions<MailOptions> options,
    TimeProvider clock
) : PageModel
{
    /// <summary>How long a notice that was refused is worth another try; an older one tells of what is over.</summary>
    public const int DaysWorthTrying = 14;

    /// <summary>What is set; the password is never shown.</summary>
    public MailOptions Settings => options.Value;

    /// <summary>Whether a server is set at all.</summary>
    public bool IsSet => Transport is not null;

    /// <summary>The address that links in messages begin with.</summary>
    public string PublicAddress => notices.PublicAddress;

    /// <summary>Where the test message goes: the reader's own address.</summary>
    public string To { get; private set; } = "";

    public IReadOnlyList<MailWaiting> Waiting { get; private set; } = [];

    /// <summary>What the server refused for good, or too often.</summary>
    public IReadOnlyList<MailWaiting> Refused { get; private set; } = [];

    /// <summary>What became of a test message that was just sent.</summary>
    public MailAdvice? Tested { get; private set; }

    private IMailTransport? Transport => services.GetService<IMailTransport>();

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    /// <summary>Sends the test message while the reader waits.</summary>
    public async Task OnPostTestAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var own = await db.Set<User>().SingleAsync(person => person.Id == user.Id, cancel);
        var result = Transport is { } transport
            ? await notices.TestAsync(own, transport, cancel)
            : null;
        Tested = MailAdvice.Of(result, Settings);
    }

    /// <summary>Lets what was refused wait again, as after the settings were put right.</summary>
    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var count = await db.InTurnAsync(
            () =>
                RefusedLately()
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(notice => notice.Status, NoticeStatus.Waiting)
                                .SetProperty(notice => notice.Attempts, 0)
                                .SetProperty(notice => notice.NextAttemptAt, now),
                        cancel
                    ),
            cancel
        );
        TempData["Notice"] =
            count == 1
                ? "One message waits to be sent again."
                : $"{count} messages wait to be sent again.";
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        To =
            await db.Set<User>()
                .Where(person => person.Id == user.Id)
                .Select(person => person.Email)
                .SingleAsync(cancel)
            ?? "";
        Waiting = await MailWaiting.OfAsync(
            db.Set<Notice>().Where(notice => notice.Status == NoticeStatus.Waiting),
            cancel
        );
        Refused = await MailWaiting.OfAsync(RefusedLately(), cancel);
    }

    private IQueryable<Notice> RefusedLately()
    {
        var since = clock.GetUtcNow().UtcDateTime.AddDays(-DaysWorthTrying);
        return db.Set<Notice>()
            .Where(notice => notice.Status == NoticeStatus.Refused && notice.WrittenAt > since);
    }
}
