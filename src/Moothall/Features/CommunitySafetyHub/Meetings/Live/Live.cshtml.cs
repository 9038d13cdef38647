using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Email;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Meetings.Live;

/// <summary>
/// The live meeting: one page, the same for everyone who signed and is here. The agenda on the left, the item in the middle,
/// actions on the right (S1-6.1, S1-6.2).
/// </summary>
[Access(Permission.AttendMeeting)]
public sealed partial class LiveModel(
    MoothallDb db,
    HubViewers viewers,
    LiveBoards boards,
    LiveReads looks,
    ReadNotes reads,
    MeetingUseCases meetings,
    MeetingUndo undo,
    ActionUseCases actions,
    Notices notices,
    AuditQueue audit,
    AuditActor actor,
    TimeProvider clock
) : PageModel
{
    private LiveBoard? board;

    /// <summary>The person at this meeting.</summary>
    public Attending Person { get; private set; } = null!;

    /// <summary>How far the door is open to them.</summary>
    public MeetingDoor Door { get; private set; } = null!;

    /// <summary>The closing of the item under discussion.</summary>
    public ItemEnding Ending { get; private set; } = new();

    /// <summary>The item whose closing is shown again because it could not be saved, which need not be the one under discussion.</summary>
    public AgendaItem? Held { get; private set; }

    /// <summary>What an agency shares.</summary>
    public ShareForm Share { get; private set; } = new();

    /// <summary>An action to record.</summary>
    public ActionForm Act { get; private set; } = new();

    /// <summary>Whether the person may take the chair over: whoever runs the hub, and who speaks here for a member that sees cases (settled 15).</summary>
    public bool MayChair =>
        Person.Meeting.ChairId != Person.Viewer.UserId
        && Person.Comer.IsHere
        && (Person.Viewer.RunsHub || (Person.Comer.ActsForMember && Person.Comer.HearsCases));

    /// <summary>Who is in the chair and here, so that taking it from them is asked twice; nothing where the chair is away.</summary>
    public Guid? PresentChair =>
        Person.Meeting.Register.Any(e => e.UserId == Person.Meeting.ChairId && e.IsHere)
            ? Person.Meeting.ChairId
            : null;

    /// <summary>Why nobody can say that they are here now; nothing on the day (settled 9).</summary>
    public string? NotTheDay =>
        MeetingDoor.IsTheDay(Person.Meeting, Now) ? null
        : Person.Meeting.IsOnPaper
            ? "The network failed during this meeting, and it is being written up from paper."
        : Person.Meeting.Status == MeetingStatus.Planned
            ? "You have signed. On the day of the meeting, say here that you have come, and it opens."
        : "This meeting is over. Its minutes can be read once two people have signed them.";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What the person sees now; nothing while the door is not open.</summary>
    public async Task<LiveBoard?> BoardAsync()
    {
        if (board is null && Door.State == DoorState.Open)
        {
            reads.On = true;
            board = await boards.ReadAsync(Person);
            if (board.Current is { } current && Held is null)
            {
                Ending = Said(current.Item);
            }
        }

        return board;
    }

    /// <summary>Shows the meeting.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        await LookAsync();
        return Page();
    }

    /// <summary>The same without the page around it, for a screen that heard that something happened.</summary>
    public async Task<IActionResult> OnGetBoardAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        await LookAsync();
        return Partial("_Board", this);
    }

    private async Task LookAsync()
    {
        await BoardAsync();
        if (Person.Meeting.CurrentItemId is { } item)
        {
            await looks.SettleAsync(Person.Meeting.Id, item, Person.Viewer.UserId);
        }
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await Attending.FindAsync(db, await viewers.CurrentAsync(), id) is not { } person)
        {
            return false;
        }

        Person = person;
        Door = person.Door(await boards.IsInPartBAsync(person.Meeting));
        return true;
    }

    // Loads the meeting for a deed; what stops it is returned. Nothing loaded here is shown to anyone.
    private async Task<IActionResult?> BeginAsync(Guid id, bool running)
    {
        reads.On = false;
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (Door.State != DoorState.Open)
        {
            return await RefusedAsync(Door.Words);
        }

        if (running && !Person.Runs)
        {
            return await RefusedAsync(
                "Only the chair and the Community Safety Team run the meeting."
            );
        }

        if (Person.Meeting.IsOnPaper)
        {
            return await WrongAsync(
                id,
                $"Not saved here: {Person.Meeting.WrittenUpByName} is writing up the rest of this meeting from paper."
            );
        }

        await meetings.LoadAsync(id);
        return null;
    }

    private async Task<AgendaItem?> ItemAsync(Guid itemId) =>
        await boards
            .VisibleItems(Person)
            .Include(item => item.Case)
            .SingleOrDefaultAsync(item => item.Id == itemId);

    private async Task<IActionResult> EndAsync(
        Guid id,
        string? problem,
        string? notice = null,
        MeetingDeed? deed = null
    )
    {
        if (problem is not null)
        {
            return await WrongAsync(id, problem);
        }

        if (deed is not null)
        {
            db.Add(deed);
        }

        try
        {
            await db.BeatAsync(id);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The fields of a meeting tell nobody which of the two was right; how it stands now does.
            return await WrongAsync(
                id,
                "Someone else changed the meeting at the same moment. This is how it stands now: send again if it is still needed."
            );
        }

        if (notice is not null)
        {
            TempData["Notice"] = notice;
        }

        return RedirectToPage(new { id });
    }

    private async Task<IActionResult> WrongAsync(Guid id, string? problem)
    {
        // What was begun before the problem was found is not to be saved, and the page shows the meeting as it is.
        db.ChangeTracker.Clear();
        await LoadAsync(id);
        if (problem is not null)
        {
            ModelState.AddModelError("", problem);
        }

        return Page();
    }

    private async Task<IActionResult> RefusedAsync(string reason)
    {
        await audit.AppendAsync(
            AuditPayload.Of(AuditKind.Refusal, actor) with
            {
                Note = "live meeting: " + reason,
            }
        );
        Refusal.Because(HttpContext, reason);
        return StatusCode(StatusCodes.Status403Forbidden);
    }

    private static ItemEnding Said(AgendaItem item) =>
        new()
        {
            Outcome = item.Outcome ?? ItemOutcome.Discussed,
            Summary = item.Summary,
            Decision = item.Decision,
            Dissent = item.Dissent,
            Began = ItemEnding.MarkOf(item),
        };
}
