using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.PaperCopies;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Withdrawals;

/// <summary>That chosen things are back or destroyed.</summary>
public sealed class TickForm
{
    [Field("What became of it?", Name = "What became of it", Required = "Choose what became of it")]
    public RecallOutcome? Outcome { get; set; }

    [Field("On", Required = "Enter the day")]
    public DateOnly? On { get; set; }
}

/// <summary>A withdrawal: the paper and files to call back, each ticked when it is back or destroyed (S1-7.1c, S1-7.2c).</summary>
[Access(Permission.ManageMembers)]
public sealed class DetailModel(
    MoothallDb db,
    WithdrawalUseCases withdrawals,
    CurrentUser user,
    TimeProvider clock
) : PageModel
{
    public Withdrawal Withdrawal { get; private set; } = null!;
    public IReadOnlyList<RecallLine> Lines { get; private set; } = [];

    /// <summary>What the withdrawal leaves open, one sentence each.</summary>
    public IReadOnlyList<string> StaysOpen { get; private set; } = [];

    /// <summary>What is ticked now.</summary>
    public TickForm Input { get; private set; } = new();
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Input.On = UkTime.Today(clock);
        return await LoadAsync(id) ? Page() : NotFound();
    }

    /// <summary>Ticks what came back or was destroyed; a numbered copy is ticked in its meeting too.</summary>
    public async Task<IActionResult> OnPostTickAsync(Guid id, TickForm input, List<Guid> subjects)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Input = input;
        var chosen = Lines
            .Where(line => line.Tick is null && subjects.Contains(line.SubjectId))
            .ToList();
        if (chosen.Count == 0)
        {
            ModelState.AddModelError("", "Choose at least one thing of the list.");
        }

        if (input.On > UkTime.Today(clock))
        {
            ModelState.AddModelError("Input.On", "The day is still ahead");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        foreach (var line in chosen)
        {
            db.Add(
                new RecallTick
                {
                    WithdrawalId = id,
                    SubjectId = line.SubjectId,
                    What = line.What,
                    Outcome = input.Outcome!.Value,
                    On = input.On!.Value,
                    ByName = user.Name,
                    At = Now,
                }
            );
        }

        var ids = chosen.ConvertAll(line => line.SubjectId);
        var papers = await db.Set<PaperCopy>().Where(one => ids.Contains(one.Id)).ToListAsync();
        var state =
            input.Outcome == RecallOutcome.CameBack ? PaperState.Returned : PaperState.Shredded;
        papers.ForEach(paper => paper.TakeBack(state, user.Name, Now));
        await db.SaveChangesAsync();
        TempData["Notice"] = chosen.Count == 1 ? "Ticked." : $"{chosen.Count} things are ticked.";
        return LocalRedirect($"/Withdrawals/{id}");
    }

    /// <summary>Undoes the withdrawal.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (await withdrawals.UndoAsync(Withdrawal, user.Name, Now) is { } problem)
        {
            ModelState.AddModelError("", problem);
            return Page();
        }

        await db.SaveChangesAsync();
        TempData["Notice"] = "The withdrawal is undone.";
        return LocalRedirect($"/Withdrawals/{id}");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await db.Set<Withdrawal>().SingleOrDefaultAsync(one => one.Id == id) is not { } found)
        {
            return false;
        }

        Withdrawal = found;
        Lines = await ToRecall.OfAsync(db, found, Now);
        var today = UkTime.Today(clock);
        var day = UkTime.DateOf(found.At);
        // Those of the day of the withdrawal, whose own last day may be the day before.
        var people = await db.Set<Representative>()
            .Where(one => one.MembershipId == found.MembershipId && one.From <= day)
            .Where(one => one.Until == null || one.Until >= day.AddDays(-1))
            .Where(one => found.UserId == null || one.UserId == found.UserId)
            .Select(one => one.UserId)
            .ToListAsync();
        StaysOpen = await StillOpen.OfAsync(db, found.MembershipId, people, today);
        return true;
    }
}
