using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.MailIn;

/// <summary>Records a message as an agency's word on one of its actions, received by e-mail (settled 16). Those of the cases it names and of the sender's agency stand first.</summary>
[Access(Permission.ConfirmMail)]
public sealed class ActionModel(
    MoothallDb db,
    MessageDesk desk,
    HubViewers viewers,
    ActionUseCases actions,
    CurrentUser user,
    TimeProvider clock
) : PageModel
{
    private const int LongestNews = 4000;
    private const int MostChoices = 300;

    [BindProperty]
    [Field("Which action?", Conditional = true)]
    public Guid? ActionId { get; set; }

    [BindProperty]
    public UpdateForm Input { get; set; } = new();

    /// <summary>The files that go with it; none unless somebody says so.</summary>
    [BindProperty]
    [Field(
        "Files to attach to the action",
        Conditional = true,
        Hint = "Everyone who sees the action can open what you tick: its owner's agency, whoever hears its case, and where it has no case every member of the hub. A file about another matter stays unticked."
    )]
    public List<Guid> Ticked { get; set; } = [];

    /// <summary>The message tells of another action too, which is recorded next.</summary>
    [BindProperty]
    public bool Another { get; set; }

    /// <summary>The save of the message that the form started from.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The message.</summary>
    public OpenMessage Open { get; private set; } = null!;

    /// <summary>The open actions, the likeliest first.</summary>
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <summary>Shows the form, filled in with the message.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (!Open.Message.TakesNews)
        {
            return LocalRedirect($"/Messages/{id}");
        }

        var text = Open.Content.AllText;
        Version = Open.Message.Version;
        Input.Text = text.Length > LongestNews ? text[..LongestNews] : text;
        Input.Received = new()
        {
            From = Open.From.Length > 120 ? Open.From[..120] : Open.From,
            By = ReceivedBy.Email,
            On = UkTime.DateOf(Open.Message.ReceivedAt),
        };
        ActionId = suggested;
        return Page();
    }

    /// <summary>Records it as that agency's word, and settles the message with it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (Open.Message.IsSettled && (!Open.Message.TakesNews || Open.Message.Version != Version))
        {
            ModelState.AddModelError(
                "",
                $"This message has been dealt with already. {Open.Message.SettledWords()}"
            );
        }

        var viewer = await viewers.CurrentAsync(cancel);
        var action = await db.Set<HubAction>()
            .VisibleTo(viewer, db)
            .SingleOrDefaultAsync(one => one.Id == ActionId, cancel);
        if (action is null)
        {
            ModelState.AddModelError(
                nameof(ActionId),
                ActionId is null ? "Choose the action" : "Choose an action from the list"
            );
        }

        if (!ModelState.IsValid || action is null)
        {
            return Page();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        // What came by e-mail is always another's word, also where it came to the team's own action.
        if (Input.Received.Problem(action.OwnerName, UkTime.DateOf(now)) is { } missing)
        {
            ModelState.AddModelError($"Input.Received.{missing.Field}", missing.Words);
            return Page();
        }

        if (actions.Report(action, Input, viewer, now) is { } problem)
        {
            ModelState.AddModelError("Input.Progress", problem);
            return Page();
        }

        db.Expect(Open.Message, Version);
        MessageFiles.Carry(
            db,
            Open,
            Ticked,
            file => new ActionAttachment
            {
                ActionId = action.Id,
                FileId = file,
                AddedByName = user.Name,
            }
        );
        Open.Message.Settle(
            MessageStatus.ActionUpdate,
            action.Id,
            action.OwnerName,
            user.Name,
            now
        );
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The news is recorded on the action.";
        return LocalRedirect(Another ? $"/Messages/{id}/Action" : $"/Actions/{action.Id}");
    }

    private Guid? suggested;

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await desk.FindAsync(id, cancel) is not { } open)
        {
            return false;
        }

        Open = open;
        var viewer = await viewers.CurrentAsync(cancel);
        var found = await db.Set<HubAction>()
            .VisibleTo(viewer, db)
            .Where(action => action.Status == ActionStatus.Open)
            .OrderBy(action => action.Due)
            .Take(MostChoices)
            .Select(action => new
            {
                action.Id,
                action.Text,
                action.OwnerName,
                action.OwnerMembershipId,
                Reference = action.Case == null ? "" : action.Case.Reference,
            })
            .ToListAsync(cancel);
        var (named, agency) = (open.Recognised.References, open.Sender.Known?.MembershipId);
        var ordered = found
            .OrderByDescending(one => named.Contains(one.Reference))
            .ThenByDescending(one => one.OwnerMembershipId == agency)
            .ToList();
        // One is chosen beforehand only where nothing else fits as well.
        var fitting = ordered
            .Where(one =>
                (named.Count == 0 || named.Contains(one.Reference))
                && (agency is null || one.OwnerMembershipId == agency)
                && (named.Count > 0 || agency is not null)
            )
            .ToList();
        // What the message became already is not suggested again.
        suggested =
            fitting.Count == 1 && fitting[0].Id != open.Message.BecameId ? fitting[0].Id : null;
        Choices =
        [
            .. ordered.Select(one => new SelectListItem(
                $"{one.OwnerName}{(one.Reference.Length > 0 ? $", {one.Reference}" : "")}: {(one.Text.Length > 80 ? one.Text[..80] + "…" : one.Text)}",
                one.Id.ToString()
            )),
        ];
        return true;
    }
}
