using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.WriteUps;

/// <summary>
/// Writes up a meeting that was held on paper while the network was away: people, items, actions, then start and end. Each part
/// is saved by itself, so that nothing is lost between them.
/// </summary>
[Access(Permission.WriteMinutes)]
public sealed partial class IndexModel(
    MoothallDb db,
    HubViewers viewers,
    WriteUpUseCases writing,
    ActionUseCases actions,
    TimeProvider clock
) : PageModel
{
    public HubMeeting Meeting { get; private set; } = null!;

    /// <summary>Whether it may be written up, and why not.</summary>
    public Verdict May { get; private set; } = null!;

    /// <summary>People with what is recorded or was typed.</summary>
    public IReadOnlyList<(RegisterRow Row, PersonRow Typed)> Sheet { get; private set; } = [];

    /// <summary>The items the writer sees.</summary>
    public IReadOnlyList<AgendaItem> Items { get; private set; } = [];

    /// <summary>How many items are closed to the writer.</summary>
    public int Closed { get; private set; }

    /// <summary>Actions recorded from the paper.</summary>
    public IReadOnlyList<HubAction> Recorded { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    [BindProperty]
    public PeopleForm People { get; set; } = new();

    [BindProperty]
    public List<ItemRow> Rows { get; set; } = [];

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
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(Guid id) =>
        await LoadAsync(id) ? Page() : NotFound();

    /// <summary>Saves all that is typed, whichever button was pressed: who came, the items, and an action where one is typed.</summary>
    public async Task<IActionResult> OnPostSaveAsync(Guid id)
    {
        Leave(nameof(Finish));
        return await SaveAsync(id) ?? await DoneAsync(id, "Saved.");
    }

    /// <summary>Makes it a meeting that was held and drafts its minutes (S1-3.4).</summary>
    public async Task<IActionResult> OnPostFinishAsync(Guid id)
    {
        if (await SaveAsync(id) is { } stop)
        {
            return stop;
        }

        var started = WriteUpUseCases.TimeOf(Meeting, Finish.Started, null);
        var ended = WriteUpUseCases.TimeOf(Meeting, Finish.Ended, null);
        if (started is null || ended is null)
        {
            ModelState.AddModelError("", "Enter times as they were, for example 10:05.");
            return await DoneAsync(id, "");
        }

        var times = new PaperTimes(
            started.Value,
            ended.Value,
            Meeting.Register.Find(entry => entry.Id == Finish.Chair && entry.UserId is not null),
            Finish.Explained,
            Finish.RecordingOff,
            Finish.RoomChecked
        );
        Say(await writing.FinishAsync(Meeting, times, viewer.Name, Now));
        if (!ModelState.IsValid)
        {
            return await DoneAsync(id, "");
        }

        await db.SaveChangesAsync();
        await MinutesGeneration.GenerateAsync(db, id, Now);
        TempData["Notice"] = "The meeting is written up. Its draft minutes wait to be checked.";
        return LocalRedirect($"/Minutes/{id}");
    }

    // The summary shows one message of the whole form, so that all of them stand in it.
    private void Say(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
        {
            ModelState.AddModelError("", string.Join(" ", problems));
        }
    }

    private async Task<IActionResult?> BeginAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (!May.Allowed)
        {
            ModelState.AddModelError("", May.Reason);
        }

        return ModelState.IsValid ? null : Page();
    }

    private async Task<IActionResult> DoneAsync(Guid id, string notice)
    {
        if (!ModelState.IsValid)
        {
            // Nothing of a part is saved while something in it is wrong; what was typed is shown again.
            db.ChangeTracker.Clear();
            await LoadAsync(id);
            return Page();
        }

        await db.SaveChangesAsync();
        TempData["Notice"] = notice;
        return LocalRedirect($"/Meetings/{id}/WriteUp");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        viewer = await viewers.CurrentAsync();
        var found = await db.Set<HubMeeting>()
            .VisibleTo(viewer, db)
            .Include(meeting => meeting.Register)
                .ThenInclude(entry => entry.Items)
            .Include(meeting => meeting.Signatures)
            .Include(meeting => meeting.Chairings)
            .AsSplitQuery()
            .SingleOrDefaultAsync(meeting => meeting.Id == id);
        if (found is null)
        {
            return false;
        }

        (Meeting, May) = (found, PaperRecord.MayBegin(found, Now));
        Items = await db.Set<AgendaItem>()
            .VisibleTo(viewer, db)
            .Include(item => item.Case)
            .Where(item => item.MeetingId == id)
            .OrderBy(item => item.Order)
            .ToListAsync();
        Recorded = await db.Set<HubAction>()
            .AsNoTracking()
            .VisibleTo(viewer, db)
            .Where(action => action.MeetingId == id)
            .OrderBy(action => action.Id)
            .ToListAsync();
        var seen = Items.Select(item => item.Id).ToList();
        await PrepareAsync(found, seen);
        return true;
    }

    private async Task PrepareAsync(HubMeeting found, List<Guid> seen)
    {
        // The rest of the agenda is loaded without being shown: the meeting ends with all of it.
        using (Platform.Audit.ReadNotes.Pause(db.Reads))
        {
            await db.Entry(found).Collection(meeting => meeting.Items).LoadAsync();
        }

        Closed = found.Items.Count(item => !seen.Contains(item.Id));
        Owners = await RegisterChoices.MembersAsync(db, found);
        var register = await RegisterSheet.ReadAsync(db, found);
        Sheet = WriteUpSheet.Of(register, People.Rows);
        if (People.Witness.Length == 0)
        {
            People.Witness = viewer.Name;
        }

        if (Rows.Count == 0)
        {
            Rows = [.. Items.Select(ItemRow.Of)];
        }
    }
}
