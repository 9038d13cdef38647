using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Email;

namespace Moothall.Features.CommunitySafetyHub.AgencySheets;

/// <summary>
/// The agencies that do not sign in: which need a sheet for the next hub, what went when by which route, what came back, and one
/// click to send all that are ready.
/// </summary>
[Access(Permission.CirculateMinutes)]
public sealed class IndexModel(
    MoothallDb db,
    HubViewers viewers,
    SheetDesk desk,
    SheetRelease release,
    IServiceProvider services,
    TimeProvider clock
) : PageModel
{
    /// <summary>A hub's next sitting with its members.</summary>
    public sealed record Hub(HubMeeting Meeting, IReadOnlyList<SheetRow> Rows)
    {
        /// <summary>Members that get sheets and have something on them.</summary>
        public IEnumerable<SheetRow> OnPaper => Rows.Where(row => row.GetsSheets && row.HasWork);

        /// <summary>Sheets with something on them that somebody gets and has no copy of.</summary>
        public IEnumerable<(SheetRow Row, SheetPart Part)> Ready =>
            OnPaper.SelectMany(row =>
                row.Parts.Where(part => part.ToSend.Count > 0).Select(part => (row, part))
            );
    }

    public IReadOnlyList<Hub> Hubs { get; private set; } = [];
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Whether files can leave; without a mail server they wait.</summary>
    public bool HasMailServer => services.GetService<IMailTransport>() is not null;

    /// <summary>Copies that one click would make.</summary>
    public int Ready => Hubs.Sum(hub => hub.Ready.Sum(one => one.Part.ToSend.Count));

    /// <summary>Fingerprint of the list that the person was shown.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    /// <summary>The list as it stands, to know that it still is what the person saw.</summary>
    public string Fingerprint =>
        RecipientLine.Fingerprint(
            Hubs.SelectMany(hub => hub.Ready).SelectMany(one => one.Part.ToSend)
        );

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Shown != Fingerprint)
        {
            ModelState.AddModelError(
                "",
                "The list has changed since you opened it. Check it again before you send."
            );
        }
        else if (Ready == 0)
        {
            ModelState.AddModelError("", "There is no sheet to send.");
        }

        if (!ModelState.IsValid)
        {
            ModelState.Remove(nameof(Shown));
            return Page();
        }

        var made = 0;
        foreach (var hub in Hubs)
        {
            foreach (var row in hub.OnPaper)
            {
                made += await release.SendAsync(row, hub.Meeting, cancel);
            }
        }

        await db.SaveChangesAsync(cancel);
        TempData["Notice"] =
            made == 1 ? "1 sheet is on its way." : $"{made} sheets are on their way.";
        return LocalRedirect("/AgencySheets");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var viewer = await viewers.CurrentAsync(cancel);
        var hubs = new List<Hub>();
        foreach (var meeting in await desk.MeetingsAsync(viewer, cancel))
        {
            hubs.Add(new(meeting, await desk.RowsAsync(meeting, viewer, cancel: cancel)));
        }

        Hubs = hubs;
    }
}
