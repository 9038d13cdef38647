using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.WriteUps;

/// <summary>
/// Writes up a meeting that was held on paper, or the rest of one that the network broke off: people, items, actions, then
/// start and end, in the order of the printed pack. Each part is saved by itself, so that nothing is lost between them.
/// </summary>
[Access(Permission.AttendMeeting)]
public sealed partial class IndexModel(
    MoothallDb db,
    HubViewers viewers,
    WriteUpUseCases writing,
    ActionUseCases actions,
    CurrentUser user,
    AuditQueue audit,
    AuditActor actor,
    TimeProvider clock
) : PageModel
{
    public HubMeeting Meeting { get; private set; } = null!;

    /// <summary>Whether it may be written up, and why not.</summary>
    public Verdict May { get; private set; } = null!;

    /// <summary>How far the meeting itself is open to them.</summary>
    public MeetingDoor Door { get; private set; } = null!;

    /// <summary>Whether a meeting in progress is shut to them: its paper opens to whoever signed its agreement, as its screen does (settled 9).</summary>
    public bool IsShut =>
        Meeting.Status == MeetingStatus.Live
        && Door.State is DoorState.Shut or DoorState.Unsigned or DoorState.PartB;

    /// <summary>
    /// Whether the form is shown: also with what was typed when it could no longer be saved, so that no word is lost, to whoever
    /// may still read the rest of it.
    /// </summary>
    public bool ShowsForm =>
        !IsShut
        && (
            May.Allowed
            || (
                HttpMethods.IsPost(Request.Method)
                && Rows.Count > 0
                && (
                    Meeting.Status == MeetingStatus.Live
                    || (
                        Meeting.Status != MeetingStatus.Planned && user.May(Permission.WriteMinutes)
                    )
                )
            )
        );

    /// <summary>What was typed and not saved, where the form is no longer theirs to see.</summary>
    public IReadOnlyList<string> Unsaved { get; private set; } = [];

    /// <summary>People with what is recorded or was typed.</summary>
    public IReadOnlyList<(RegisterRow Row, PersonRow Typed)> Sheet { get; private set; } = [];

    /// <summary>The items the writer sees, in the order of <see cref="Rows"/>.</summary>
    public IReadOnlyList<AgendaItem> Items { get; private set; } = [];

    /// <summary>How many items are closed to the writer.</summary>
    public int Closed { get; private set; }

    /// <summary>The actions this meeting gave.</summary>
    public IReadOnlyList<HubAction> Recorded { get; private set; } = [];

    /// <summary>The actions this meeting took off the list.</summary>
    public IReadOnlyList<HubAction> Settled { get; private set; } = [];

    /// <summary>The actions still on the list from before, in the order of <see cref="Open"/>.</summary>
    public IReadOnlyList<Agendas.ActionLine> Standing { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    [BindProperty]
    public PeopleForm People { get; set; } = new();

    [BindProperty]
    public List<ItemRow> Rows { get; set; } = [];

    [BindProperty]
    public List<OpenActionRow> Open { get; set; } = [];

    [BindProperty]
    public ActionForm Act { get; set; } = new();

    /// <summary>The item the action is under.</summary>
    [BindProperty]
    public Guid? Item { get; set; }

    [BindProperty]
    public FinishForm Finish { get; set; } = new();

    /// <summary>Those present with an account, one of whom chaired.</summary>
    public IReadOnlyList<SelectListItem> Chairs =>
        [
            .. Meeting
                .Register.Where(entry =>
                    entry.State == AttendanceState.Present && entry.UserId is not null
                )
                .DistinctBy(entry => entry.UserId)
                .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
                .Select(entry => new SelectListItem(entry.Name, $"{entry.Id}")),
        ];

    private HubViewer viewer = null!;
    private bool runs;
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    // A meeting that began is written up by whoever may run it, one that nobody began by who writes the minutes.
    private bool Writes =>
        Meeting.Status is MeetingStatus.Live or MeetingStatus.Ended
            ? runs
            : user.May(Permission.WriteMinutes);

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ?? Page();

    /// <summary>The network failed: the rest of the meeting is written up from paper.</summary>
    public Task<IActionResult> OnPostBreakOffAsync(Guid id) =>
        TurnAsync(
            id,
            meeting => NetworkFailure.BreakOff(meeting, viewer.Name, Now),
            $"/Meetings/{id}/WriteUp"
        );

    /// <summary>The network is back: the meeting goes on on the screen.</summary>
    public Task<IActionResult> OnPostGoOnAsync(Guid id) =>
        TurnAsync(id, meeting => NetworkFailure.GoOn(meeting, Now), $"/Meetings/{id}/Live");

    /// <summary>Saves all that is typed, whichever button was pressed: who came, the items, and actions where they are typed.</summary>
    public async Task<IActionResult> OnPostSaveAsync(Guid id)
    {
        Leave(nameof(Finish));
        return await SaveAsync(id) ?? await DoneAsync(id, "Saved.");
    }

    private async Task<IActionResult?> FindAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (!Writes)
        {
            return await RefusedAsync("A meeting is written up by whoever ran it.");
        }

        // Who only looks is told what to do first; the page has nothing else for them.
        return IsShut && HttpMethods.IsPost(Request.Method) ? await RefusedAsync(Door.Words) : null;
    }

    private async Task<IActionResult> RefusedAsync(string reason)
    {
        await audit.AppendAsync(
            AuditPayload.Of(AuditKind.Refusal, actor) with
            {
                Note = "write-up: " + reason,
            }
        );
        Refusal.Because(HttpContext, reason);
        return StatusCode(StatusCodes.Status403Forbidden);
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        viewer = await viewers.CurrentAsync();
        if (await Attending.FindAsync(db, viewer, id) is not { } person)
        {
            return false;
        }

        var found = person.Meeting;
        await db.Entry(found).Collection(meeting => meeting.Chairings).LoadAsync();
        (Meeting, May) = (found, PaperRecord.MayBegin(found, Now));
        (runs, Door) = (person.Runs, person.Door(partB: true));
        // Nothing of the content is read for who may not write it up now, nor to say that the network failed.
        if (!Writes || !ShowsForm)
        {
            return true;
        }

        Items = await db.Set<AgendaItem>()
            .VisibleTo(viewer, db)
            .Include(item => item.Case)
            .Include(item => item.Shared)
            .AsSplitQuery()
            .Where(item => item.MeetingId == id)
            .OrderBy(item => item.Order)
            .ToListAsync();
        var meant = await db.Set<HubAction>()
            .AsNoTracking()
            .VisibleTo(viewer, db)
            .Where(action => action.MeetingId == id || action.ClosedAtMeetingId == id)
            .OrderBy(action => action.Id)
            .ToListAsync();
        Recorded = meant.FindAll(action => action.MeetingId == id);
        Settled = meant.FindAll(action => action.ClosedAtMeetingId == id);
        Standing = await ActionLines.ForAsync(db, found, viewer);
        await PrepareAsync(found);
        return true;
    }

    private async Task PrepareAsync(HubMeeting found)
    {
        // The rest of the agenda is loaded without being shown: the meeting ends with all of it.
        using (ReadNotes.Pause(db.Reads))
        {
            await db.Entry(found).Collection(meeting => meeting.Items).LoadAsync();
        }

        Closed = found.Items.Count - Items.Count;
        Owners = await RegisterChoices.MembersAsync(db, found);
        var register = await RegisterSheet.ReadAsync(db, found);
        Sheet = WriteUpSheet.Of(register, People.Rows);
        if (People.Witness.Length == 0)
        {
            People.Witness = viewer.Name;
        }

        Finish.Chair ??= found
            .Register.Find(entry =>
                found.IsOnPaper && entry.UserId is not null && entry.UserId == found.ChairId
            )
            ?.Id;
    }

    /// <inheritdoc/>
    public override void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        if (context.Result is PageResult || context.Exception is DbUpdateConcurrencyException)
        {
            Arrange();
        }
    }
}
