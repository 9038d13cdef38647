using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Audit;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>What whoever runs the meeting does on the register for others.</summary>
public sealed partial class RegisterModel
{
    /// <summary>Someone without an account.</summary>
    public AddForm Add { get; private set; } = new();

    /// <summary>Marks someone as here, as having left, with apologies or as absent; a time may be given.</summary>
    public async Task<IActionResult> OnPostMarkAsync(Guid id, string who, string mark, string? at)
    {
        if (await RunAsync(id) is { } stop)
        {
            return stop;
        }

        if (await attendance.EntryAsync(Person.Meeting, who) is not { } entry)
        {
            return NotFound();
        }

        if (
            (mark is "here" or "letin" || AgreedBy(mark) is not null)
            && await ShutAsync(entry) is { } shut
        )
        {
            return await WrongAsync(id, shut);
        }

        if (TimeOf(at) is not { } time)
        {
            return await WrongAsync(
                id,
                $"{entry.Name}: enter the time as it was, for example 10:20. You typed “{at}”."
            );
        }

        var current = await ItemNow.OfAsync(db, Person.Meeting);
        if (AgreedBy(mark) is { } agreed)
        {
            return await AgreeAsync(id, entry, agreed.Manner, agreed.ByTelephone, time, current);
        }

        var problem = mark switch
        {
            "here" => Attendance.Arrive(Person.Meeting, entry, current, time, Now),
            "letin" => Attendance.LetIn(Person.Meeting, entry, Person.Viewer.Name, Now),
            "left" => Attendance.Leave(entry, time, Now),
            "apologies" => Attendance.StayAway(Person.Meeting, entry, AttendanceState.Apologies),
            "absent" => Attendance.StayAway(Person.Meeting, entry, AttendanceState.Absent),
            _ => "Choose here, left, apologies or absent.",
        };
        return problem is null
            ? await DoneAsync(id, Recorded(entry))
            : await WrongAsync(id, problem);
    }

    /// <summary>Puts someone without an account on the register, for a member (settled 16).</summary>
    public async Task<IActionResult> OnPostAddAsync(Guid id, AddForm add)
    {
        Add = add;
        if (await RunAsync(id) is { } stop)
        {
            return stop;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var body = Person.Meeting.BodyId;
        var member = await db.Set<HubMembership>()
            .SingleOrDefaultAsync(m => m.Id == add.MembershipId && m.BodyId == body);
        if (member is null)
        {
            return NotFound();
        }

        if (member.ShutBecause(UkTime.Today(clock)) is { } shut)
        {
            return await WrongAsync(id, shut);
        }

        attendance.Expect(
            Person.Meeting,
            new()
            {
                MeetingId = id,
                MembershipId = member.Id,
                Name = add.Name,
                OrganisationName = member.Name,
                Kind = add.IsDeputy ? AttendeeKind.Deputy : AttendeeKind.Representative,
            }
        );
        return await DoneAsync(id, $"{add.Name} is on the register.");
    }

    private async Task<IActionResult?> RunAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (!Person.Runs)
        {
            await audit.AppendAsync(
                AuditPayload.Of(AuditKind.Refusal, actor) with
                {
                    Note = "the register of others is for whoever runs the meeting",
                }
            );
            return Refused(
                "Only the chair and the Community Safety Team change the register for others."
            );
        }

        return Person.Meeting.Status is MeetingStatus.Ended or MeetingStatus.Cancelled
            ? await WrongAsync(id, "The register of this meeting is closed.")
            : null;
    }

    // Who speaks for a member hears what is shared, so a lapsed protocol keeps them out of the room too (S1-4.2).
    private async Task<string?> ShutAsync(AttendanceEntry entry)
    {
        var member = await db.Set<HubMembership>()
            .Include(m => m.Representatives)
            .SingleOrDefaultAsync(m => m.Id == entry.MembershipId);
        return member?.ShutBecause(UkTime.Today(clock), entry.UserId, entry.Name);
    }

    private DateTime? TimeOf(string? at)
    {
        if (string.IsNullOrWhiteSpace(at))
        {
            return Now;
        }

        return TimeText.Read(at) is { } time ? UkTime.ToUtc(UkTime.DateOf(Now), time) : null;
    }

    private async Task<IActionResult> DoneAsync(Guid id, string notice)
    {
        await db.BeatAsync(id);
        TempData["Notice"] = notice;
        return RedirectToPage(new { id });
    }

    private StatusCodeResult Refused(string reason)
    {
        Refusal.Because(HttpContext, reason);
        return StatusCode(StatusCodes.Status403Forbidden);
    }
}
