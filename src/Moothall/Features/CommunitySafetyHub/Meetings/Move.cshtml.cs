using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.Partnership.Bodies;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>Where a meeting is moved to, and why.</summary>
public sealed class MeetingMove
{
    [Field("New day", Required = "Enter the new day")]
    public DateOnly? Day { get; set; }

    [Field("New time", Required = "Enter the new time", Width = 10)]
    public TimeOnly? Time { get; set; }

    [Field(
        "Why is it moved?",
        Name = "The reason",
        Hint = "Referrers and members are told this.",
        Required = "Say why the meeting is moved",
        Rows = 3,
        Limit = 500
    )]
    public string Because { get; set; } = "";
}

/// <summary>Moves one meeting; the cut-off goes with it, lateness fixed earlier stays (C4, settled 6).</summary>
[Access(Permission.ManageAgenda)]
public sealed class MoveModel(MoothallDb db, HubViewers viewers, TimeProvider clock) : PageModel
{
    public HubMeeting Meeting { get; private set; } = null!;

    [BindProperty]
    public MeetingMove Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        var suggested =
            MeetingSchedule.FallsOnBankHoliday(Meeting.StartsAt)?.SuggestedStartUtc
            ?? Meeting.StartsAt;
        Input = new()
        {
            Day = UkTime.DateOf(suggested),
            Time = TimeOnly.FromDateTime(UkTime.ToLocal(suggested)),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Expect(Meeting, Version);
        var start = UkTime.ToUtc(Input.Day!.Value, Input.Time!.Value);
        var body = await db.Set<GovernanceBody>().SingleAsync(one => one.Id == Meeting.BodyId);
        var problem = await MeetingChanges.MoveAsync(
            db,
            Meeting,
            start,
            body.Times.ToSchedule().CutOff(start),
            Input.Because,
            clock.GetUtcNow().UtcDateTime
        );
        if (problem is not null)
        {
            ModelState.AddModelError("Input.Day", problem);
            return Page();
        }

        await db.SaveChangesAsync();
        var holiday = MeetingSchedule.FallsOnBankHoliday(start);
        TempData["Notice"] =
            $"The meeting is moved to {UkTime.Long(start)}. Referrals close {UkTime.Long(Meeting.CutOffAt)}."
            + (holiday is null ? "" : $" That day is a bank holiday ({holiday.Holiday}).");
        return LocalRedirect($"/Meetings/{id}/Plan");
    }

    private async Task<bool> FindAsync(Guid id)
    {
        var found = await db.Set<HubMeeting>()
            .VisibleTo(await viewers.CurrentAsync(), db)
            .SingleOrDefaultAsync(one => one.Id == id && one.Status == MeetingStatus.Planned);
        Meeting = found!;
        return found is not null;
    }
}
