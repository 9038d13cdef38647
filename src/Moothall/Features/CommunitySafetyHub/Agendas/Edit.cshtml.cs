using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Bodies;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Agendas;

/// <summary>Arranges an agenda: order, minutes, length, what is new, and publishing.</summary>
[Access(Permission.ManageAgenda)]
public sealed class EditModel(
    MoothallDb db,
    HubViewers viewers,
    AgendaDrafts drafts,
    TimeProvider clock
) : PageModel
{
    private const int MostMinutes = 120;

    public HubMeeting Meeting { get; private set; } = null!;

    /// <summary>The items this person may see, in order.</summary>
    public IReadOnlyList<AgendaItem> Items { get; private set; } = [];

    /// <summary>Minutes of all items against the meeting; whoever plans must know the true sum.</summary>
    public AgendaTime Time { get; private set; } = null!;

    /// <summary>What arrived, or was closed, since the agenda was published.</summary>
    public IReadOnlyList<string> News { get; private set; } = [];

    /// <summary>Minutes as typed, by item. Named, because a form without any would otherwise be read as one dictionary.</summary>
    [BindProperty(Name = nameof(Minutes))]
    public Dictionary<Guid, string?> Minutes { get; set; } = [];

    /// <summary>Planned length of the meeting, as typed.</summary>
    [BindProperty]
    public string? Length { get; set; }

    /// <summary>The meeting as the person saw it.</summary>
    [BindProperty]
    public int Version { get; set; }

    private HashSet<Guid> Seen => [.. Items.Select(item => item.Id)];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        await drafts.KeepAsync(Meeting);
        await FindAsync(id);
        await ShowAsync();
        return Page();
    }

    /// <summary>Keeps the minutes and the length.</summary>
    public Task<IActionResult> OnPostAsync(Guid id) =>
        ChangeAsync(id, _ => { }, "The agenda is saved.");

    /// <summary>Moves an item one place among those of its part that this person sees.</summary>
    public Task<IActionResult> OnPostUpAsync(Guid id, Guid item) =>
        ChangeAsync(id, items => AgendaOrder.Step(items, Seen, item, -1), null);

    /// <inheritdoc cref="OnPostUpAsync"/>
    public Task<IActionResult> OnPostDownAsync(Guid id, Guid item) =>
        ChangeAsync(id, items => AgendaOrder.Step(items, Seen, item, 1), null);

    /// <summary>Takes off an item that holds no case; cases leave the list by a meeting's decision only (S1-3.3).</summary>
    public Task<IActionResult> OnPostRemoveAsync(Guid id, Guid item) =>
        ChangeAsync(
            id,
            items =>
            {
                var found = items.Find(one =>
                    one.Id == item && one.CaseId is null && one.Kind != AgendaItemKind.Actions
                );
                if (found is not null)
                {
                    items.Remove(found);
                    db.Remove(found);
                }
            },
            "The item is off the agenda."
        );

    /// <summary>Brings in what is new since the agenda was published.</summary>
    public async Task<IActionResult> OnPostBringInAsync(Guid id)
    {
        if (await OpenAsync(id) is { } refusal)
        {
            return refusal;
        }

        await drafts.BringInAsync(Meeting);
        await db.SaveChangesAsync();
        return Done("What is new is on the agenda. Publish it again so that members see it.");
    }

    /// <summary>Publishes the agenda.</summary>
    public async Task<IActionResult> OnPostPublishAsync(Guid id)
    {
        if (await OpenAsync(id) is { } refusal)
        {
            return refusal;
        }

        var problem = AgendaPublishing.Publish(
            db,
            Meeting,
            await drafts.ItemsAsync(id),
            (await viewers.CurrentAsync()).Name,
            clock.GetUtcNow().UtcDateTime
        );
        if (problem is not null)
        {
            ModelState.AddModelError("", problem);
            await ShowAsync();
            return Page();
        }

        await db.SaveChangesAsync();
        TempData["Notice"] =
            Meeting.Publication == 1
                ? "The agenda is published. Members can research the names."
                : "The agenda is published again. Members see what changed.";
        return LocalRedirect($"/Meetings/{id}/Agenda");
    }

    private async Task<IActionResult> ChangeAsync(
        Guid id,
        Action<List<AgendaItem>> change,
        string? notice
    )
    {
        if (await OpenAsync(id) is { } refusal)
        {
            return refusal;
        }

        var items = await drafts.ItemsAsync(id);
        await ShowAsync();
        if (!TakeMinutes(items))
        {
            return Page();
        }

        change(items);
        if (!await TakeLengthAsync(items))
        {
            return Page();
        }

        AgendaDrafts.Finish(Meeting, items);
        await db.SaveChangesAsync();
        return Done(notice);
    }

    private bool TakeMinutes(List<AgendaItem> items)
    {
        foreach (var (itemId, typed) in Minutes)
        {
            // An item that came or went meanwhile is the version's business; one that is not this meeting's is nobody's.
            if (items.Find(item => item.Id == itemId) is not { } item)
            {
                continue;
            }

            if (Whole(typed) is { } minutes and <= MostMinutes)
            {
                item.Minutes = minutes;
            }
            else
            {
                ModelState.AddModelError(
                    $"Minutes[{itemId}]",
                    $"Minutes must be a whole number from 0 to {MostMinutes}"
                );
            }
        }

        return ModelState.IsValid;
    }

    private async Task<bool> TakeLengthAsync(List<AgendaItem> items)
    {
        var speaks = items.Exists(item => item.Kind == AgendaItemKind.GuestSpeaker);
        if (Length is not null && Whole(Length) is null)
        {
            ModelState.AddModelError(nameof(Length), "Length must be a whole number of minutes");
            return false;
        }

        var length = Whole(Length) ?? Meeting.Minutes;
        if (!speaks && length == Meeting.Minutes && length > MeetingSchedule.LongestMinutes)
        {
            // The speaker was the only reason for the longer meeting (S1-3.1b).
            var body = await db.Set<GovernanceBody>().SingleAsync(one => one.Id == Meeting.BodyId);
            length = body.Times.Minutes;
        }

        var verdict = MeetingLength.Check(length, speaks);
        if (!verdict.Allowed)
        {
            ModelState.AddModelError(nameof(Length), verdict.Reason);
            return false;
        }

        Meeting.Minutes = length;
        return true;
    }

    private static int? Whole(string? typed) =>
        int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private async Task<IActionResult?> OpenAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        db.Expect(Meeting, Version);
        if (Meeting.Status == MeetingStatus.Planned)
        {
            return null;
        }

        TempData["Notice"] = "This meeting has begun or is cancelled. Nothing was changed.";
        return LocalRedirect($"/Meetings/{id}/Agenda");
    }

    private async Task<bool> FindAsync(Guid id)
    {
        var viewer = await viewers.CurrentAsync();
        var found = await db.Set<HubMeeting>()
            .VisibleTo(viewer, db)
            .SingleOrDefaultAsync(meeting => meeting.Id == id);
        Meeting = found!;
        return found is not null;
    }

    private async Task ShowAsync()
    {
        var viewer = await viewers.CurrentAsync();
        Items = await db.Set<AgendaItem>()
            .AsNoTracking()
            .VisibleTo(viewer, db)
            .Where(item => item.MeetingId == Meeting.Id)
            .OrderBy(item => item.Order)
            .ToListAsync();
        Time = AgendaTime.Of(
            await db.Set<AgendaItem>()
                .Where(item => item.MeetingId == Meeting.Id)
                .Select(item => item.Minutes)
                .ToListAsync(),
            Meeting.Minutes
        );
        var (coming, going) = await drafts.NewsAsync(Meeting);
        var named = await db.Set<HubCase>()
            .VisibleTo(viewer, db)
            .Where(one => coming.Contains(one.Id) || going.Contains(one.Id))
            .Select(one => new
            {
                one.Id,
                one.Reference,
                one.Title,
            })
            .ToListAsync();
        News =
        [
            .. named.Select(one =>
                coming.Contains(one.Id)
                    ? $"{one.Reference}: {one.Title} comes to this meeting"
                    : $"{one.Reference}: {one.Title} no longer does"
            ),
        ];
    }

    private LocalRedirectResult Done(string? notice)
    {
        if (notice is not null)
        {
            TempData["Notice"] = notice;
        }

        return LocalRedirect($"/Meetings/{Meeting.Id}/Agenda/Edit");
    }
}
