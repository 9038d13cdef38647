using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>The attendance register: one's own line for everyone, every line for whoever runs the meeting (S1-5.1, S1-7.2f).</summary>
[Access(Permission.AttendMeeting)]
public sealed partial class RegisterModel(
    MoothallDb db,
    HubViewers viewers,
    LiveBoards boards,
    Attendance attendance,
    AuditQueue audit,
    AuditActor actor,
    TimeProvider clock
) : PageModel
{
    /// <summary>The person at this meeting.</summary>
    public Attending Person { get; private set; } = null!;

    /// <summary>How far the meeting is open to them now.</summary>
    public MeetingDoor Door { get; private set; } = null!;

    /// <summary>Whether people can be marked as here.</summary>
    public bool IsTheDay => MeetingDoor.IsTheDay(Person.Meeting, Now);

    /// <summary>Colleagues who can stand in, by account.</summary>
    public IReadOnlyList<SelectListItem> Deputies { get; private set; } = [];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The whole register, for those who belong to the hub; guests see only their own line.</summary>
    public async Task<RegisterSheet?> SheetAsync() =>
        Person.Runs || Person.Comer.ActsForMember
            ? await RegisterSheet.ReadAsync(db, Person.Meeting)
            : null;

    /// <summary>Shows the register.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) =>
        await LoadAsync(id) ? Page() : NotFound();

    /// <summary>"I am here": confirms one's own presence, for every member one acts for.</summary>
    public async Task<IActionResult> OnPostHereAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (!Person.Comer.Belongs)
        {
            return Refused(Person.Door(partB: false).Words);
        }

        var current = await ItemNow.OfAsync(db, Person.Meeting);
        foreach (var entry in await Person.EnterAsync(db))
        {
            if (Attendance.Arrive(Person.Meeting, entry, current, Now, Now) is { } problem)
            {
                return await WrongAsync(id, problem);
            }
        }

        await db.BeatAsync(id);
        return RedirectToPage("Live/Live", new { id });
    }

    /// <summary>Sends one's apologies, and a deputy where one comes.</summary>
    public async Task<IActionResult> OnPostApologiesAsync(Guid id, Guid? deputy)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (!Person.Comer.Belongs)
        {
            return Refused(Person.Door(partB: false).Words);
        }

        foreach (var entry in await Person.EnterAsync(db))
        {
            if (
                Attendance.StayAway(Person.Meeting, entry, AttendanceState.Apologies) is { } problem
            )
            {
                return await WrongAsync(id, problem);
            }

            if (deputy is { } standIn && entry.MembershipId is { } membership)
            {
                await attendance.ExpectAsync(Person.Meeting, membership, standIn);
            }
        }

        await db.BeatAsync(id);
        TempData["Notice"] = "Your apologies are on the register.";
        return RedirectToPage(new { id });
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await Attending.FindAsync(db, await viewers.CurrentAsync(), id) is not { } person)
        {
            return false;
        }

        Person = person;
        Door = person.Door(await boards.IsInPartBAsync(person.Meeting));
        var (members, userId) = (
            person.Members.Select(m => m.MembershipId).ToList(),
            person.Viewer.UserId
        );
        var others = db.Set<HubMembership>()
            .Where(member => members.Contains(member.Id))
            .SelectMany(member => member.Representatives)
            .Where(one => one.UserId != userId)
            .Select(one => one.UserId);
        Deputies =
        [
            .. (
                await db.Set<User>()
                    .Where(user => user.LeftAt == null && others.Contains(user.Id))
                    .OrderBy(user => user.Name)
                    .Select(user => new { user.Id, user.Name })
                    .ToListAsync()
            ).Select(user => new SelectListItem(user.Name, user.Id.ToString())),
        ];
        return true;
    }

    private async Task<PageResult> WrongAsync(Guid id, string problem)
    {
        // What was begun before the problem was found is neither saved nor shown as if it were.
        db.ChangeTracker.Clear();
        await LoadAsync(id);
        ModelState.AddModelError("", problem);
        return Page();
    }
}
