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
public sealed class IndexModel(
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
    public PeopleForm People { get; private set; } = new();
    public List<ItemRow> Rows { get; private set; } = [];
    public ActionForm Act { get; private set; } = new();
    public FinishForm Finish { get; private set; } = new();

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

    /// <summary>Records who came and when, by the sheet they signed.</summary>
    public async Task<IActionResult> OnPostPeopleAsync(Guid id, PeopleForm people)
    {
        People = people;
        if (await BeginAsync(id) is { } stop)
        {
            return stop;
        }

        var problems = new List<string>();
        foreach (var row in people.Rows.Where(row => row.State is not null))
        {
            if (await writing.PersonAsync(Meeting, row, people.Witness, Now) is { } problem)
            {
                problems.Add(problem);
            }
        }

        Say(problems);
        return await DoneAsync(id, "The register is written up.");
    }

    /// <summary>Records how the items ended.</summary>
    public async Task<IActionResult> OnPostItemsAsync(Guid id, List<ItemRow> rows)
    {
        Rows = rows;
        if (await BeginAsync(id) is { } stop)
        {
            return stop;
        }

        var problems = new List<string>();
        foreach (var row in rows)
        {
            if (Items.FirstOrDefault(item => item.Id == row.Id) is not { } item)
            {
                return NotFound();
            }

            if (await writing.ItemAsync(Meeting, item, row) is { } problem)
            {
                problems.Add(problem);
            }
        }

        Say(problems);

        return await DoneAsync(id, "The items are written up.");
    }

    /// <summary>Records an action, under its item.</summary>
    public async Task<IActionResult> OnPostActAsync(Guid id, Guid? item, ActionForm act)
    {
        Act = act;
        if (await BeginAsync(id) is { } stop)
        {
            return stop;
        }

        var under = Items.FirstOrDefault(one => one.Id == item);
        if (item is not null && under is null)
        {
            return NotFound();
        }

        // Whether an owner was there decides whether the action awaits acceptance.
        if (!Meeting.Register.Exists(entry => entry.State == AttendanceState.Present))
        {
            ModelState.AddModelError("", "Save who came first.");
            return await DoneAsync(id, "");
        }

        var recorded = await actions.RecordAsync(
            Meeting,
            under,
            act,
            Meeting.StartsAt,
            onPaper: true
        );
        if (recorded.Problem is { } problem)
        {
            ModelState.AddModelError("", problem);
        }

        return await DoneAsync(id, "The action is recorded.");
    }

    /// <summary>Makes it a meeting that was held and drafts its minutes (S1-3.4).</summary>
    public async Task<IActionResult> OnPostFinishAsync(Guid id, FinishForm finish)
    {
        Finish = finish;
        if (await BeginAsync(id) is { } stop)
        {
            return stop;
        }

        var started = WriteUpUseCases.TimeOf(Meeting, finish.Started, null);
        var ended = WriteUpUseCases.TimeOf(Meeting, finish.Ended, null);
        if (started is null || ended is null)
        {
            ModelState.AddModelError("", "Enter times as they were, for example 10:05.");
            return await DoneAsync(id, "");
        }

        var times = new PaperTimes(
            started.Value,
            ended.Value,
            Meeting.Register.Find(entry => entry.Id == finish.Chair && entry.UserId is not null),
            finish.Explained,
            finish.RecordingOff,
            finish.RoomChecked
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
        Sheet = WriteUpSheet.Of(found, register, People.Rows);
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
