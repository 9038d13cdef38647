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

/// <summary>Someone from outside the hub who is asked to one meeting (S1-4.5).</summary>
public sealed class Invitation
{
    [Field(
        "As what do they come?",
        Name = "As what they come",
        Required = "Choose as what they come"
    )]
    public AttendeeKind? Kind { get; set; }

    [Field("Their name", Required = "Enter their name", Limit = 100)]
    public string Name { get; set; } = "";

    [Field("Their agency", Required = "Enter their agency", Limit = 120)]
    public string Agency { get; set; } = "";

    [Field("Their account here", Hint = "Only with an account can they read their items here.")]
    public Guid? UserId { get; set; }

    [Field(
        "Why are they invited?",
        Name = "The reason",
        Required = "Say why they are invited",
        Rows = 3,
        Limit = 500
    )]
    public string Why { get; set; } = "";

    [Field("Interprets for", Hint = "For an interpreter.", Conditional = true)]
    public string InterpretsFor { get; set; } = "";

    [Field("Items they are here for", Hint = "They hear and read these and no others.")]
    public List<Guid> Items { get; set; } = [];
}

/// <summary>Invites a non-member: who, why, by whom, for which items (S1-4.5).</summary>
[Access(Permission.ManageAgenda)]
public sealed class InviteModel(
    MoothallDb db,
    HubViewers viewers,
    AgendaDrafts drafts,
    Attendance attendance,
    TimeProvider clock
) : PageModel
{
    public HubMeeting Meeting { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Accounts { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];
    private List<AgendaItem> items = [];

    /// <summary>The people of the register, for whom someone may interpret.</summary>
    public IReadOnlyList<SelectListItem> Speakers { get; private set; } = [];

    /// <summary>As what a non-member may come.</summary>
    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [
        .. new[]
        {
            AttendeeKind.Invitee,
            AttendeeKind.GuestSpeaker,
            AttendeeKind.Observer,
            AttendeeKind.Interpreter,
        }.Select(kind => new SelectListItem(DisplayNames.Of(kind), $"{kind}")),
    ];

    [BindProperty]
    public Invitation Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id) =>
        await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Check();
        var speaksFor =
            Input.Kind == AttendeeKind.Interpreter
                ? await attendance.EntryAsync(Meeting, Input.InterpretsFor)
                : null;
        if (Input.Kind == AttendeeKind.Interpreter && speaksFor is null)
        {
            ModelState.AddModelError("Input.InterpretsFor", "Choose whom they interpret for");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var viewer = await viewers.CurrentAsync();
        var entry = new AttendanceEntry
        {
            MeetingId = id,
            UserId = Input.UserId,
            Name = Input.Name,
            OrganisationName = Input.Agency,
            Kind = Input.Kind!.Value,
            InvitedByName = viewer.Name,
            InvitedWhy = Input.Why,
            InterpretsForId = speaksFor?.Id,
            InterpretsForName = speaksFor?.Name ?? "",
        };
        entry.Items.AddRange(
            Input.Items.Select(item => new InviteeItem { EntryId = entry.Id, ItemId = item })
        );
        db.Add(entry);
        if (
            Input.Kind == AttendeeKind.GuestSpeaker
            && !items.Exists(item => item.Kind == AgendaItemKind.GuestSpeaker)
            && items.Count > 0
        )
        {
            // An agenda that is not built yet finds its speakers in the register.
            await drafts.AddAsync(Meeting, AgendaBuilder.Speaker(Input.Name, Input.Agency));
        }

        await db.SaveChangesAsync();
        TempData["Notice"] = $"{Input.Name} is invited.";
        return LocalRedirect($"/Meetings/{id}/Plan");
    }

    private void Check()
    {
        if (Input.Kind is { } kind && !Kinds.Any(one => one.Value == $"{kind}"))
        {
            ModelState.AddModelError("Input.Kind", "Choose as what they come");
        }

        var chosen = items.Where(item => Input.Items.Contains(item.Id)).ToList();
        if (chosen.Count != Input.Items.Distinct().Count())
        {
            ModelState.AddModelError("Input.Items", "Choose items of this meeting");
        }

        // Guest speakers have no case access by default; who is needed for a case comes as an invitee (settled 3).
        if (
            Input.Kind is AttendeeKind.GuestSpeaker
            && chosen.Exists(item => item.Part == AgendaPart.B)
        )
        {
            ModelState.AddModelError(
                "Input.Items",
                "Guest speakers hear part A only. Invite the person as an invitee if a case needs them."
            );
        }

        if (
            Input.Kind is { } part
            && AttendeeRights.Papers(part) is { Allowed: false } none
            && chosen.Count > 0
        )
        {
            ModelState.AddModelError("Input.Items", $"Choose no items. {none.Reason}");
        }

        if (Input.UserId is { } user && !Accounts.Any(account => account.Value == $"{user}"))
        {
            ModelState.AddModelError("Input.UserId", "Choose an account from the list");
        }
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        var viewer = await viewers.CurrentAsync();
        var found = await db.Set<HubMeeting>()
            .VisibleTo(viewer, db)
            .Include(one => one.Register)
            .Include(one => one.Signatures)
            .AsSplitQuery()
            .SingleOrDefaultAsync(one => one.Id == id && one.Status == MeetingStatus.Planned);
        if (found is null)
        {
            return false;
        }

        Meeting = found;
        items = await db.Set<AgendaItem>()
            .AsNoTracking()
            .VisibleTo(viewer, db)
            .Where(item => item.MeetingId == id)
            .OrderBy(item => item.Order)
            .ToListAsync();
        Choices = items.ConvertAll(item => new SelectListItem(item.Title, $"{item.Id}"));
        Speakers = (await RegisterSheet.ReadAsync(db, found)).Speakers;
        var today = UkTime.Today(clock);
        Accounts = await db.Set<User>()
            .Where(user =>
                user.LeftAt == null
                && user.Grants.Any(grant =>
                    grant.Role == Role.Guest
                    && grant.From <= today
                    && (grant.Until == null || grant.Until >= today)
                )
            )
            .OrderBy(user => user.Name)
            .Select(user => new Choice(user.Name, user.Id))
            .ToItemsAsync();
        return true;
    }
}
