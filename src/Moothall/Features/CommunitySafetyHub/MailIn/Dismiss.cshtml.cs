using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>Why a message is none of the hub's business.</summary>
public sealed class DismissForm
{
    [Field(
        "Why is it not for the hub?",
        Hint = "For example: an advertisement; sent on to the police control room at 10:20.",
        Required = "Say why it is not for the hub",
        Limit = 400,
        Rows = 2
    )]
    public string Because { get; set; } = "";
}

/// <summary>Settles a message that nothing comes of.</summary>
[Access(Permission.ConfirmMail)]
public sealed class DismissModel(
    MoothallDb db,
    MessageDesk desk,
    CurrentUser user,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public DismissForm Input { get; set; } = new();

    /// <summary>The save of the message that the form started from.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The message.</summary>
    public OpenMessage Open { get; private set; } = null!;

    /// <summary>Asks why.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await desk.FindAsync(id, cancel) is not { } open)
        {
            return NotFound();
        }

        (Open, Version) = (open, open.Message.Version);
        return open.Message.IsSettled ? LocalRedirect($"/Messages/{id}") : Page();
    }

    /// <summary>Settles it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await desk.FindAsync(id, cancel) is not { } open)
        {
            return NotFound();
        }

        Open = open;
        if (open.Message.IsSettled)
        {
            ModelState.AddModelError(
                "",
                $"This message has been dealt with already. {open.Message.SettledWords()}"
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Expect(open.Message, Version);
        open.Message.Refuse(Input.Because, user.Name, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The message is dealt with: not for the hub.";
        return LocalRedirect("/Messages");
    }
}
