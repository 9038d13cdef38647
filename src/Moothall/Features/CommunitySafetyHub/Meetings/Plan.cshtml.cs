using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>What is set for one meeting by hand.</summary>
public sealed class MeetingPlan
{
    [Field("How do people meet?", Name = "How people meet", Required = "Choose how people meet")]
    public MeetingMode? Mode { get; set; }

    [Field("Venue or link", Hint = "A virtual meeting needs its link.", Limit = 500)]
    public string Place { get; set; } = "";

    [Field("Day on which referrals close", Required = "Enter the day on which referrals close")]
    public DateOnly? CutOffDay { get; set; }

    [Field(
        "Time at which referrals close",
        Hint = "Noon the day before, unless the chair sets another.",
        Required = "Enter the time at which referrals close",
        Width = 10
    )]
    public TimeOnly? CutOffTime { get; set; }

    [Field("Who chairs", Required = "Choose who chairs")]
    public Guid? ChairId { get; set; }
}

/// <summary>Plans one meeting: how and where, when referrals close, who chairs, who is invited (S0-5, C4, S1-4.5).</summary>
[Access(Permission.ManageAgenda)]
public sealed class PlanModel(MoothallDb db, HubViewers viewers, TimeProvider clock) : PageModel
{
    public HubMeeting Meeting { get; private set; } = null!;
    public IReadOnlyList<AttendanceEntry> Invited { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Chairs { get; private set; } = [];

    [BindProperty]
    public MeetingPlan Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Input = new()
        {
            Mode = Meeting.Mode,
            Place = Meeting.Place,
            CutOffDay = UkTime.DateOf(Meeting.CutOffAt),
            CutOffTime = TimeOnly.FromDateTime(UkTime.ToLocal(Meeting.CutOffAt)),
            ChairId = Meeting.ChairId,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            Check();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Expect(Meeting, Version);
        Meeting.Mode = Input.Mode!.Value;
        Meeting.Place = Input.Place;
        Meeting.CutOffAt = CutOff;
        Meeting.ChairId = Input.ChairId;
        Meeting.ChairName = Chairs.Single(chair => chair.Value == $"{Input.ChairId}").Text;
        await db.SaveChangesAsync();
        TempData["Notice"] = "The meeting is saved.";
        return LocalRedirect($"/Meetings/{id}/Plan");
    }

    /// <summary>Takes an invitation back.</summary>
    public async Task<IActionResult> OnPostUninviteAsync(Guid id, Guid entry)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var invited = await db.Set<AttendanceEntry>()
            .Include(one => one.Items)
            .SingleOrDefaultAsync(one =>
                one.Id == entry
                && one.MeetingId == id
                && one.InvitedByName != ""
                && one.State == AttendanceState.Expected
            );
        if (invited is null)
        {
            return NotFound();
        }

        db.Remove(invited);
        await db.SaveChangesAsync();
        TempData["Notice"] = $"{invited.Name} is no longer invited.";
        return LocalRedirect($"/Meetings/{id}/Plan");
    }

    private DateTime CutOff => UkTime.ToUtc(Input.CutOffDay!.Value, Input.CutOffTime!.Value);

    private void Check()
    {
        if (CutOff > Meeting.StartsAt)
        {
            ModelState.AddModelError(
                "Input.CutOffDay",
                "Referrals cannot close after the meeting has started"
            );
        }

        if (Input is { Mode: not MeetingMode.InPerson, Place.Length: 0 })
        {
            ModelState.AddModelError("Input.Place", "Enter the link people join by");
        }

        if (!Chairs.Any(chair => chair.Value == $"{Input.ChairId}"))
        {
            ModelState.AddModelError("Input.ChairId", "Choose who chairs");
        }
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        var found = await db.Set<HubMeeting>()
            .VisibleTo(await viewers.CurrentAsync(), db)
            .SingleOrDefaultAsync(one => one.Id == id && one.Status == MeetingStatus.Planned);
        if (found is null)
        {
            return false;
        }

        Meeting = found;
        Invited = await db.Set<AttendanceEntry>()
            .AsNoTracking()
            .Where(entry => entry.MeetingId == id && entry.InvitedByName != "")
            .OrderBy(entry => entry.Name)
            .ToListAsync();
        var today = UkTime.Today(clock);
        Chairs = await db.Set<User>()
            .Where(user =>
                user.LeftAt == null
                && (
                    user.Id == Meeting.ChairId
                    || user.Grants.Any(grant =>
                        (grant.Role == Role.Chair || grant.Role == Role.Manager)
                        && grant.From <= today
                        && (grant.Until == null || grant.Until >= today)
                    )
                )
            )
            .OrderBy(user => user.Name)
            .Select(user => new Choice(user.Name, user.Id))
            .ToItemsAsync();
        return true;
    }
}
