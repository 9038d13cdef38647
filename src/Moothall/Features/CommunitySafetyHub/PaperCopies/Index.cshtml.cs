using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.PaperCopies;

/// <summary>The numbered copies of a meeting: given to people of the register, ticked back in (S1-7.2b, S1-7.2c).</summary>
[Access(Permission.RunMeeting)]
public sealed class IndexModel(MoothallDb db, HubViewers viewers, TimeProvider clock) : PageModel
{
    [BindProperty]
    [Field("What is it a copy of?", Name = "What it is", Required = "Choose what it is a copy of")]
    public PaperKind? Kind { get; set; } = PaperKind.Agenda;

    [BindProperty]
    [Field("Who gets one", Conditional = true)]
    public List<Guid> Who { get; set; } = [];

    /// <summary>What people are given; the pack is printed on its own page.</summary>
    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [
        .. new[] { PaperKind.Agenda, PaperKind.Minutes }.Select(kind => new SelectListItem(
            DisplayNames.Of(kind),
            $"{kind}"
        )),
    ];

    public HubMeeting Meeting { get; private set; } = null!;
    public IReadOnlyList<PaperCopy> Copies { get; private set; } = [];

    /// <summary>Those of the register who may have a copy.</summary>
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <summary>Those who may not, and why.</summary>
    public IReadOnlyList<(Guid Id, string Name, string Why)> Without { get; private set; } = [];
    public string? StillOut => PaperIssue.StillOut(Copies);

    private HubViewer viewer = null!;
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(Guid id) =>
        await LoadAsync(id) ? Page() : NotFound();

    /// <summary>Gives each of the chosen people the next number.</summary>
    public async Task<IActionResult> OnPostIssueAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var holders = Meeting
            .Register.Where(entry =>
                Who.Contains(entry.Id) && Choices.Any(choice => choice.Value == $"{entry.Id}")
            )
            .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (holders.Count == 0 || holders.Count < Who.Distinct().Count())
        {
            // Who may have an agenda may not have every kind of copy.
            var refused = Without.Where(one => Who.Contains(one.Id)).Select(one => one.Why);
            ModelState.AddModelError(
                nameof(Who),
                string.Join(" ", refused.Prepend("Tick people of the list who get a copy."))
            );
        }

        if (!Kinds.Any(kind => kind.Value == $"{Kind}"))
        {
            ModelState.AddModelError(nameof(Kind), "Choose what it is a copy of");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var first = await PaperIssue.NextNumberAsync(db, id);
        var number = first;
        foreach (var holder in holders)
        {
            db.Add(
                new PaperCopy
                {
                    MeetingId = id,
                    Number = number++,
                    Kind = Kind!.Value,
                    EntryId = holder.Id,
                    UserId = holder.UserId,
                    MembershipId = holder.MembershipId,
                    HolderName = holder.Name,
                    OrganisationName = holder.OrganisationName,
                    IssuedAt = Now,
                    IssuedByName = viewer.Name,
                }
            );
        }

        await db.SaveChangesAsync();
        TempData["Notice"] =
            holders.Count == 1
                ? $"Copy {first} is {holders[0].Name}'s. Write the number on every sheet."
                : $"Copies {first} to {number - 1} are given out. Write the number on every sheet.";
        return LocalRedirect($"/Meetings/{id}/Paper");
    }

    /// <summary>Ticks a copy back in, or puts a mistaken tick right.</summary>
    public async Task<IActionResult> OnPostTickAsync(Guid id, Guid copy, PaperState state)
    {
        if (!await LoadAsync(id) || Copies.FirstOrDefault(one => one.Id == copy) is not { } found)
        {
            return NotFound();
        }

        if (state == PaperState.Out)
        {
            found.Undo();
            // A recall that was told it is back is told that it is not.
            await db.Set<Withdrawals.RecallTick>()
                .Where(tick => tick.SubjectId == copy)
                .ForEachAsync(tick => db.Remove(tick));
        }
        else if (found.TakeBack(state, viewer.Name, Now) is { } problem)
        {
            ModelState.AddModelError("", problem);
            return Page();
        }

        await db.SaveChangesAsync();
        TempData["Notice"] = $"Copy {found.Number}: {DisplayNames.Of(state).ToLowerInvariant()}.";
        return LocalRedirect($"/Meetings/{id}/Paper");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        viewer = await viewers.CurrentAsync();
        var found = await db.Set<HubMeeting>()
            .VisibleTo(viewer, db)
            .Include(meeting => meeting.Register)
            .Include(meeting => meeting.Signatures)
            .AsSplitQuery()
            .SingleOrDefaultAsync(meeting => meeting.Id == id);
        if (found is null)
        {
            return false;
        }

        Meeting = found;
        Copies = await PaperIssue.OfAsync(db, id);
        var today = UkTime.Today(clock);
        var members = await db.Set<HubMembership>()
            .AsNoTracking()
            .Include(member => member.Representatives)
            .Where(member => member.BodyId == found.BodyId)
            .ToDictionaryAsync(member => member.Id);
        var decided = found
            .Register.OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
            .Select(entry =>
                (
                    Entry: entry,
                    Verdict: PaperIssue.MayHave(
                        Kind ?? PaperKind.Agenda,
                        entry,
                        entry.MembershipId is { } member ? members.GetValueOrDefault(member) : null,
                        Attendance.HasSigned(found, entry),
                        today
                    )
                )
            )
            .ToList();
        Choices =
        [
            .. decided
                .Where(one => one.Verdict.Allowed)
                .Select(one => new SelectListItem(
                    $"{one.Entry.Name}, {one.Entry.OrganisationName}",
                    $"{one.Entry.Id}"
                )),
        ];
        Without =
        [
            .. decided
                .Where(one => !one.Verdict.Allowed)
                .Select(one => (one.Entry.Id, one.Entry.Name, one.Verdict.Reason)),
        ];
        return true;
    }
}
