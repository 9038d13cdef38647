using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Agendas;

/// <summary>An item that someone adds to an agenda by hand. Cases come by referral or action, never from here.</summary>
public sealed class AddedItem
{
    [Field("What kind of item is it?", Name = "Kind of item", Required = "Choose the kind of item")]
    public AgendaItemKind? Kind { get; set; }

    [Field(
        "What the agenda says",
        Hint = "Without names of people in cases.",
        Required = "Enter what the agenda says",
        Limit = 150
    )]
    public string Title { get; set; } = "";

    [Field("Who presents it", Hint = "A person, an agency or both.", Limit = 120)]
    public string Presenter { get; set; } = "";

    [Field("Minutes", Width = 2, Least = 0, Most = 120, Required = "Enter the minutes")]
    public int? Minutes { get; set; } = 5;
}

/// <summary>Adds a campaign, a guest speaker or another item (S1-3.2 topic 12).</summary>
[Access(Permission.ManageAgenda)]
public sealed class AddModel(MoothallDb db, HubViewers viewers, AgendaDrafts drafts) : PageModel
{
    public HubMeeting Meeting { get; private set; } = null!;

    [BindProperty]
    public AddedItem Input { get; set; } = new();

    /// <summary>The kinds that are added by hand.</summary>
    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [
        .. new[]
        {
            AgendaItemKind.Campaign,
            AgendaItemKind.GuestSpeaker,
            AgendaItemKind.Urgent,
            AgendaItemKind.AnyOther,
        }.Select(kind => new SelectListItem(
            kind == AgendaItemKind.AnyOther ? "Another item" : DisplayNames.Of(kind),
            $"{kind}"
        )),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id) =>
        await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (Input.Kind is { } chosen && !Kinds.Any(kind => kind.Value == $"{chosen}"))
        {
            ModelState.AddModelError("Input.Kind", "Choose the kind of item");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        // Everything added by hand stands in part A: it names no case, and part A's listeners may hear it (settled 3).
        await drafts.AddAsync(
            Meeting,
            new(
                AgendaPart.A,
                Input.Kind!.Value,
                Input.Title,
                Input.Minutes ?? 0,
                Presenter: Input.Presenter
            )
        );
        await db.SaveChangesAsync();
        TempData["Notice"] = "The item is on the agenda.";
        return LocalRedirect($"/Meetings/{id}/Agenda/Edit");
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
