using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Settings;
using Moothall.Features.Partnership.SharingProtocols;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>The confidentiality agreement of one meeting: its statements in full, signed with one click (S1-7.1).</summary>
[Access(Permission.AttendMeeting)]
public sealed class SignModel(
    MoothallDb db,
    HubViewers viewers,
    Attendance attendance,
    TimeProvider clock
) : PageModel
{
    /// <summary>The person at this meeting.</summary>
    public Attending Person { get; private set; } = null!;

    /// <summary>Whether it may be signed now, and why not.</summary>
    public Moothall.Platform.Verdict Window { get; private set; } = null!;

    /// <summary>The statements in force on the day of the meeting, in order.</summary>
    public IReadOnlyList<string> Statements { get; private set; } = [];

    /// <summary>Name of the information sharing protocol (S1-P3).</summary>
    public string ProtocolName { get; private set; } = "";

    /// <summary>The person's own signature, where they have signed.</summary>
    public ConfidentialitySignature? Signature =>
        Person.Meeting.Signatures.FirstOrDefault(s => s.UserId == Person.Viewer.UserId);

    /// <summary>Whether the register is open, so that the next step is to say that one is here.</summary>
    public bool IsTheDay => MeetingDoor.IsTheDay(Person.Meeting, Now);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
    private Guid wordingId;

    /// <summary>Shows the agreement.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) =>
        await LoadAsync(id) ? Page() : NotFound();

    /// <summary>Signs it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (attendance.Sign(Person, wordingId, Now) is { } problem)
        {
            ModelState.AddModelError("", problem);
            return Page();
        }

        await Person.EnterAsync(db);
        TempData["Notice"] = "You have signed the confidentiality agreement for this meeting.";
        return RedirectToPage("Live/Live", new { id });
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        var viewer = await viewers.CurrentAsync();
        if (await Attending.FindAsync(db, viewer, id) is not { } person)
        {
            return false;
        }

        Person = person;
        Window = AgreementWindow.Check(person.Meeting, Now);
        var wording = await db.WordingOnAsync(UkTime.DateOf(person.Meeting.StartsAt));
        (wordingId, Statements) = (wording.Id, wording.Lines());
        ProtocolName = await db.Set<PartnershipSettings>()
            .Select(s => s.ProtocolName)
            .SingleAsync();
        return true;
    }
}

/// <summary>Finds the wording of the agreement and reads its lines.</summary>
public static class AgreementWordings
{
    /// <summary>The wording in force on a day: the newest that has begun (S1-7.1).</summary>
    public static Task<ConfidentialityWording> WordingOnAsync(this MoothallDb db, DateOnly day) =>
        db.Set<ConfidentialityWording>()
            .Where(wording => wording.From <= day)
            .OrderByDescending(wording => wording.From)
            .ThenByDescending(wording => wording.Number)
            .FirstAsync();

    /// <summary>Its statements, one each.</summary>
    public static IReadOnlyList<string> Lines(this ConfidentialityWording wording) =>
        wording.Statements.Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
}
