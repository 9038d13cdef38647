using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Email.Mailbox;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>The messages that wait for the Community Safety Team, oldest first, and those dealt with, latest first.</summary>
[Access(Permission.ConfirmMail)]
public sealed class IndexModel(
    MoothallDb db,
    HubViewers viewers,
    MessageDesk desk,
    IOptions<MailboxOptions> mailbox
) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public int Pages { get; private set; }

    /// <summary>Whether the list shows what was dealt with.</summary>
    public bool Settled { get; private set; }

    public IReadOnlyList<OpenMessage> Rows { get; private set; } = [];

    /// <summary>What keeps the mailbox from being read, with the time it was noticed.</summary>
    public string? MailboxProblem { get; private set; }

    /// <summary>When the mailbox was last read, or that there is none.</summary>
    public string MailboxWords { get; private set; } = "";

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(string? show, CancellationToken cancel)
    {
        Settled = show == "settled";
        var settled = Settled;
        var messages = db.Set<IncomingMessage>()
            .VisibleTo(await viewers.CurrentAsync(cancel))
            .Where(one => one.SettledAt != null == settled);
        Pages = (await messages.CountAsync(cancel) + PageSize - 1) / PageSize;
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, Pages));
        var ordered = settled
            ? messages.OrderByDescending(one => one.SettledAt)
            : messages.OrderBy(one => one.ReceivedAt);
        var shown = await ordered
            .ThenBy(one => one.Id)
            .AsNoTracking()
            .Skip((PageNumber - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancel);
        var rows = new List<OpenMessage>();
        foreach (var message in shown)
        {
            rows.Add(await desk.OpenAsync(message, cancel));
        }

        Rows = rows;
        await ReadMailboxAsync(cancel);
    }

    private async Task ReadMailboxAsync(CancellationToken cancel)
    {
        if (!mailbox.Value.IsSetUp)
        {
            MailboxWords = "No mailbox is set up, so messages come in only by being added here.";
            return;
        }

        var state = await db.Set<MailboxState>().AsNoTracking().SingleOrDefaultAsync(cancel);
        if (state is { Problem.Length: > 0 })
        {
            var since = state.ReadAt is { } read
                ? $" It was last read on {UkTime.Long(read)}."
                : "";
            MailboxProblem =
                $"{state.Problem} That was on {UkTime.Long(state.TriedAt)}.{since} New mail waits in the mailbox; nothing is lost.";
            return;
        }

        MailboxWords = state?.ReadAt is { } at
            ? $"The mailbox was last read on {UkTime.Long(at)}."
            : "The mailbox has not been read yet.";
    }
}
